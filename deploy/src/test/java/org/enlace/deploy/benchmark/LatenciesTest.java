package org.enlace.deploy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatIllegalStateException().isThrownBy(latencies::medianMillis);
    }

    @Test
    void aPercentileIsTheNearestRankInWhateverOrderTheyCame() {
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(Duration.ofMillis(millis));
        }

        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.medianMillis()).isEqualTo(50);
        assertThat(latencies.p99Millis()).isEqualTo(99);
        assertThat(latencies.percentile(1)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void theSlowestOfFewIsTheirP99() {
        latencies.add(Duration.ofMillis(1));
        latencies.add(Duration.ofMillis(700));

        assertThat(latencies.p99Millis()).isEqualTo(700);
        assertThat(latencies.medianMillis()).isEqualTo(1);
    }
}
