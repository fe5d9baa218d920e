package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.lifecycle.TransportState.AWAITING_RELEASE;
import static org.enlace.lifecycle.TransportState.DRAFT;
import static org.enlace.lifecycle.TransportState.NOT_DELIVERED;
import static org.enlace.lifecycle.TransportState.NOT_STORED;
import static org.enlace.lifecycle.TransportState.ON_BROKER;
import static org.enlace.lifecycle.TransportState.OPENED;
import static org.enlace.lifecycle.TransportState.QUEUED;
import static org.enlace.lifecycle.TransportState.SEALED;
import static org.enlace.lifecycle.TransportState.STORED;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransportStateTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, AWAITING_RELEASE",
        "AWAITING_RELEASE, DRAFT",
        "AWAITING_RELEASE, SEALED",
        "SEALED, QUEUED",
        "QUEUED, ON_BROKER",
        "ON_BROKER, STORED",
        "STORED, OPENED",
        "ON_BROKER, NOT_STORED",
        "ON_BROKER, NOT_DELIVERED",
        "QUEUED, EXPIRED",
        "OPENED, RECALLED",
    })
    void theWayGoesOn(TransportState from, TransportState to) {
        assertThat(from.mayBecome(to)).isTrue();
    }

    @Test
    void nothingIsSealedBeforeItIsReleased() {
        assertThat(DRAFT.mayBecome(SEALED)).isFalse();
        assertThat(DRAFT.mayBecome(QUEUED)).isFalse();
        assertThat(AWAITING_RELEASE.mayBecome(QUEUED)).isFalse();
    }

    @Test
    void aReceiptThatOvertakesTheBrokersAnswerCountsAndTheAnswerAfterItChangesNothing() {
        assertThat(QUEUED.after(STORED).after(ON_BROKER)).isEqualTo(STORED);
    }

    @Test
    void whatIsStoredCanNoLongerBeLostOrRefused() {
        assertThat(STORED.after(NOT_DELIVERED)).isEqualTo(STORED);
        assertThat(STORED.after(NOT_STORED)).isEqualTo(STORED);
        assertThat(OPENED.after(STORED)).isEqualTo(OPENED);
    }

    @ParameterizedTest
    @EnumSource
    void anEndIsAnEndAndTheSameNewsTwiceIsOneNews(TransportState state) {
        assertThat(state.after(state)).isEqualTo(state);
        for (TransportState next : TransportState.values()) {
            if (state.isEnd()) {
                assertThat(state.mayBecome(next)).isFalse();
            }
        }
    }

    @Test
    void onceSealedItNeverGoesBackInAnyOrderOfNews() {
        Random random = new Random(42);
        List<TransportState> news = List.of(TransportState.values());
        for (int round = 0; round < 10_000; round++) {
            TransportState state = SEALED;
            for (int i = 0; i < 12; i++) {
                TransportState next = state.after(news.get(random.nextInt(news.size())));
                assertThat(next).isGreaterThanOrEqualTo(state);
                state = next;
            }
        }
    }
}
