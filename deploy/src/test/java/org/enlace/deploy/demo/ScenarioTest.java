package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.directory.Directory;
import org.enlace.message.NodeId;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {
    private static final List<NodeId> TWO = List.of(new NodeId("GT"), new NodeId("HN"));

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whoIsAloneIsToldThatThereIsNobodyToWriteTo() {
        assertThat(scenario(TWO.subList(0, 1)).play()).isFalse();

        assertThat(said()).isEqualTo("  Guatemala is alone in this demo: there is nobody to write to\n");
    }

    @Test
    void aNodeThatDoesNotAnswerIsOneSentenceAndTheExerciseIsPlayedNextTime() {
        Scenario scenario = scenario(TWO);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(scenario::play)
                    .isInstanceOf(Stop.class)
                    .hasMessage("The network is up, but the exercise was not played to its end (a node does not"
                            + " answer); say deploy/demo down and deploy/demo up to play the rest.");
        }
    }

    /// Nobody listens at these addresses.
    private Scenario scenario(List<NodeId> nodes) {
        DemoFolder folder = new DemoFolder(temporary.resolve("demo"));
        List<Integer> free = Ports.free(nodes.size());
        Map<NodeId, Integer> ports =
                nodes.stream().collect(Collectors.toMap(Function.identity(), node -> free.get(nodes.indexOf(node))));
        folder.create(new Layout(nodes, 1, Database.H2, Profile.DEMO, ports, ports, 0));
        TrialNetwork network = TrialNetwork.create(TWO, TopicNames.READABLE, new SecureRandom(), Clock.systemUTC());
        new TrialFolder(network).write(folder.network());
        Directory directory = DemoDirectory.read(folder, Clock.systemUTC().instant())
                .current()
                .content();
        List<SignIn> signIns = new SignIns(folder, new SecureRandom()).make(nodes);
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Scenario(folder, directory, signIns, new Progress(print), Clock.systemUTC());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
