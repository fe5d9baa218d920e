package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivingRulesTest {
    private static final NodeId MX = new NodeId("MX");

    static List<Message> messages() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsWrittenPlainlyIsShown(Message message) {
        assertThat(mayBeShown(message, AboutBuilder.of(message.type()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nothing\u202Eelse",
                "zero\u200Bwidth",
                "bell\u0007",
                "a\u0301\u0302\u0303\u0304\u0305",
                "half \uD83D"
            })
    void wordsThatHideSomethingAreNotShown(String words) {
        assertThat(mayBeShown(note(words), AboutBuilder.of(MessageType.STATUS))).isFalse();
        assertThat(mayBeShown(note("Seen"), AboutBuilder.of(MessageType.STATUS).subject(words)))
                .isFalse();
    }

    @Test
    void wordsWithoutEndAreNotShown() {
        assertThat(mayBeShown(note("a".repeat(2_000)), AboutBuilder.of(MessageType.STATUS)))
                .isTrue();
        assertThat(mayBeShown(note("a".repeat(2_001)), AboutBuilder.of(MessageType.STATUS)))
                .isFalse();
        assertThat(mayBeShown(by("desk-2".repeat(30)), AboutBuilder.of(MessageType.STATUS)))
                .isFalse();
    }

    @Test
    void aCodeOfANewerListIsLetThroughButNoSentenceInItsPlace() {
        assertThat(mayBeShown(declined("NEW_GROUND_OF_2031"), AboutBuilder.of(MessageType.STATUS)))
                .isTrue();
        assertThat(mayBeShown(declined("Ana Morales was here"), AboutBuilder.of(MessageType.STATUS)))
                .isFalse();
        assertThat(mayBeShown(refused("NOT_YET_KNOWN"), AboutBuilder.of(MessageType.RECEIPT)))
                .isTrue();
        assertThat(mayBeShown(refused("because we say so"), AboutBuilder.of(MessageType.RECEIPT)))
                .isFalse();
    }

    private static boolean mayBeShown(Message message, AboutBuilder about) {
        return ReceivingRules.mayBeShown(message, about.build(), List.of(MX), Samples.NOON);
    }

    private static Status note(String words) {
        return new Status(Samples.ID, StatusKind.NOTE, Samples.NOON, "desk-2", null, null, null, words);
    }

    private static Status by(String desk) {
        return new Status(Samples.ID, StatusKind.ACKNOWLEDGED, Samples.NOON, desk, null, null, null, null);
    }

    private static Status declined(String ground) {
        return new Status(Samples.ID, StatusKind.DECLINED, Samples.NOON, "desk-2", ground, null, "Ask HN", null);
    }

    private static Receipt refused(String reason) {
        return Receipt.refused(Samples.ID, reason, Samples.DIGEST, Samples.NOON);
    }
}
