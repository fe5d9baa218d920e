package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.message.NodeId;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Path USUAL = Path.of("/somewhere/.demo");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    start                 | There is no "start".
                    up --fast             | There is no "--fast".
                    up --nodes            | --nodes needs a value.
                    up --nodes GT,        | --nodes: "" is not the code of a member state of the OAS.
                    up --nodes GT,ES      | --nodes: "ES" is not the code of a member state of the OAS.
                    up --nodes GT,ZZ      | --nodes: "ZZ" is not the code of a member state of the OAS.
                    up --nodes ../x,GT    | --nodes: "../X" is not the code of a member state of the OAS.
                    up --brokers 2        | --brokers is 1 or 3.
                    up --db oracle        | --db is h2 or postgres.
                    up --profile live     | --profile is demo or production-like.
                    up --port many        | --port is a number.
                    up --port 80          | --port is 0 or between 1024 and 65000.
                    """)
    void aWrongWordIsAnsweredWithOneSentenceAndTheUsage(String line, String sentence) {
        assertThatThrownBy(() -> Words.parse(USUAL, line.split(" ", -1)))
                .isInstanceOf(Stop.class)
                .hasMessage(sentence + System.lineSeparator() + Words.USAGE);
    }

    @Test
    void withoutAWordTheUsualNetworkComesUp() {
        Words words = Words.parse(USUAL);

        assertThat(words.verb()).isEqualTo(Verb.UP);
        assertThat(words.folder()).isEqualTo(USUAL);
        assertThat(words.nodes()).isEmpty();
    }

    @Test
    void oneNodeAloneMayBeAskedForAndSaidTwiceIsOne() {
        assertThat(Words.parse(USUAL, "up", "--nodes", "SV,sv").nodes()).hasValue(List.of(new NodeId("SV")));
    }

    @Test
    void theExerciseIsPlayedUnlessSomebodySaysOtherwise() {
        assertThat(Words.parse(USUAL, "up").scenario()).isTrue();
        assertThat(Words.parse(USUAL, "up", "--no-scenario").scenario()).isFalse();
    }

    @Test
    void everyMemberStateOfTheOasCanHaveANode() {
        List<NodeId> states = TrialNetwork.possibleMembers().stream()
                .filter(code -> !code.equals(TrialNetwork.EXERCISE_PARTNER))
                .toList();
        String list = states.stream().map(NodeId::value).collect(Collectors.joining(","));

        assertThat(states).hasSize(35);
        assertThat(Words.parse(USUAL, "up", "--nodes", list).nodes()).hasValue(states);
    }

    @Test
    void optionsMayComeWithoutAVerb() {
        Words words =
                Words.parse(USUAL, "--nodes", "gt, sv", "--brokers", "3", "--profile", "production-like", "--json");

        assertThat(words.verb()).isEqualTo(Verb.UP);
        assertThat(words.nodes()).hasValue(List.of(new NodeId("GT"), new NodeId("SV")));
        assertThat(words.brokers()).hasValue(3);
        assertThat(words.profile()).hasValue(Profile.PRODUCTION_LIKE);
        assertThat(words.json()).isTrue();
    }
}
