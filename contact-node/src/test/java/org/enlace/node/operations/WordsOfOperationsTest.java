package org.enlace.node.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.TopicSubject;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.exchange.QuarantineReason.NextStep;
import org.enlace.node.web.Texts;
import org.junit.jupiter.api.Test;

/// Whatever can go wrong has words in every language of the console, and words for nothing else.
class WordsOfOperationsTest {
    private final Texts texts = new Texts();

    @Test
    void everyReasonSaysWhatItMeansAndWhatToDo() {
        assertThat(missing(keys("operations.reason.", QuarantineReason.values())))
                .isEmpty();
        assertThat(missing(keys("operations.means.", QuarantineReason.values())))
                .isEmpty();
        assertThat(missing(keys("operations.next.", NextStep.values()))).isEmpty();
    }

    @Test
    void everyAlarmSaysWhatHappenedAndWhatToDo() {
        assertThat(missing(keys("operations.alarm.", AlarmKind.values()))).isEmpty();
        assertThat(missing(keys("operations.do.", AlarmKind.values()))).isEmpty();
    }

    @Test
    void everyTopicAndStandingHasAName() {
        assertThat(missing(keys("operations.topic.", TopicSubject.values()))).isEmpty();
        assertThat(missing(keys("operations.status.", MemberStatus.values()))).isEmpty();
    }

    @Test
    void aReasonWithoutWordsWouldBeFound() {
        assertThat(missing(Stream.of("operations.reason.INVENTED")))
                .containsExactly(
                        "operations.reason.INVENTED in en",
                        "operations.reason.INVENTED in es",
                        "operations.reason.INVENTED in pt",
                        "operations.reason.INVENTED in fr");
    }

    private static Stream<String> keys(String beginning, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> beginning + value.name());
    }

    private List<String> missing(Stream<String> keys) {
        return keys.flatMap(key -> Texts.LANGUAGES.stream()
                        .filter(language -> !texts.has(language, key))
                        .map(language -> key + " in " + language.getLanguage()))
                .toList();
    }
}
