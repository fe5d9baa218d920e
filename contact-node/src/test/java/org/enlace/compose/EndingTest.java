package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;

class EndingTest {
    @Test
    void aBrokerThatIsAwayHoldsUpTheEndOfANodeNoMoreThanItsMessages() {
        var node = DeskNode.start();
        Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").press("send");
        assertThat(node.count("outbox")).isEqualTo(1);

        assertTimeout(Duration.ofSeconds(5), node::close);
    }
}
