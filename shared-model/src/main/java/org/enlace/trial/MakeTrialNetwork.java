package org.enlace.trial;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.enlace.message.NodeId;

/// Command that makes a trial network: `--dir FOLDER --nodes GT,SV,MX [--topics opaque|readable] [--secretariat MX]`.
public final class MakeTrialNetwork {
    private MakeTrialNetwork() {}

    public static void main(String[] arguments) {
        try {
            run(List.of(arguments));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.err.println("Usage: --dir FOLDER --nodes GT,SV,MX [--topics opaque|readable] [--secretariat MX]");
            System.exit(2);
        }
    }

    private static void run(List<String> arguments) {
        Map<String, String> options = options(arguments);
        List<NodeId> nodes = Arrays.stream(required(options, "--nodes").split(",", -1))
                .map(NodeId::new)
                .toList();
        TopicNames names =
                TopicNames.valueOf(options.getOrDefault("--topics", "opaque").toUpperCase(Locale.ROOT));
        Optional<NodeId> secretariat =
                Optional.ofNullable(options.get("--secretariat")).map(NodeId::new);
        TrialNetwork network = TrialNetwork.create(nodes, secretariat, names, new SecureRandom(), Clock.systemUTC());
        new TrialFolder(network).write(Path.of(required(options, "--dir")));
        System.out.println("Genesis " + network.genesisHash());
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            boolean known =
                    List.of("--dir", "--nodes", "--topics", "--secretariat").contains(arguments.get(i));
            if (!known || i + 1 == arguments.size() || options.put(arguments.get(i), arguments.get(i + 1)) != null) {
                throw new IllegalArgumentException("Not understood: " + arguments.get(i));
            }
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Missing: " + name);
        }
        return value;
    }
}
