package org.enlace.deploy.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.NodeId;
import org.enlace.trial.TrialNetwork;

/// What the person said on the command line. What was left out is empty.
///
/// @param port first port of the consoles, 0 for any that are free
/// @param scenario whether the invented exercise is played when the network is up
record Words(
        Verb verb,
        Path folder,
        Optional<List<NodeId>> nodes,
        Optional<Integer> brokers,
        Optional<Database> database,
        Optional<Profile> profile,
        Optional<Integer> port,
        boolean scenario,
        boolean json) {
    static final String USAGE = """
            Usage: deploy/demo [up|down|status|reset] [options]
              up       starts the network and plays a short invented exercise (this is what happens without a word);
                       exit code 4 if the network is up but the exercise was not played to its end
              down     stops it; keys, accounts and messages stay
              status   says what is running; exit code 0 if all of it is, 3 if not
              reset    stops it and deletes its folder
              --nodes GT,HN,MX    members that get a contact node, any of the 35 member states of the OAS
              --brokers 1|3       how many Kafka brokers
              --db h2|postgres    where the nodes keep their data
              --profile demo|production-like   readable topic names and quick starts, or random names and full speed
              --port 8443         first port of the consoles; 0 takes any that are free
              --no-scenario       starts with empty desks, without the invented exercise
              --dir FOLDER        where everything of this demo is kept; .demo unless said
              --json              status for programs
              --help              says this""";

    private static final Set<String> WITH_VALUE =
            Set.of("--nodes", "--brokers", "--db", "--profile", "--port", "--dir");

    static Words parse(Path usualFolder, String... words) {
        Verb verb = Verb.UP;
        Path folder = usualFolder;
        Optional<List<NodeId>> nodes = Optional.empty();
        Optional<Integer> brokers = Optional.empty();
        Optional<Database> database = Optional.empty();
        Optional<Profile> profile = Optional.empty();
        Optional<Integer> port = Optional.empty();
        boolean scenario = true;
        boolean json = false;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.equals("--help")) {
                verb = Verb.HELP;
                break;
            }
            if (i == 0 && !word.startsWith("-")) {
                verb = one(Verb.class, word, "There is no \"" + word + "\".");
                continue;
            }
            if (WITH_VALUE.contains(word) && i + 1 == words.length) {
                throw wrong(word + " needs a value.");
            }
            switch (word) {
                case "--json" -> json = true;
                case "--no-scenario" -> scenario = false;
                case "--nodes" -> nodes = Optional.of(members(words[++i]));
                case "--brokers" -> brokers = Optional.of(brokers(words[++i]));
                case "--db" -> database = Optional.of(one(Database.class, words[++i], "--db is h2 or postgres."));
                case "--profile" ->
                    profile = Optional.of(one(Profile.class, words[++i], "--profile is demo or production-like."));
                case "--port" -> port = Optional.of(port(words[++i]));
                case "--dir" -> folder = Path.of(words[++i]);
                default -> throw wrong("There is no \"" + word + "\".");
            }
        }
        Path absolute = folder.toAbsolutePath().normalize();
        return new Words(verb, absolute, nodes, brokers, database, profile, port, scenario, json);
    }

    private static List<NodeId> members(String list) {
        Set<NodeId> possible = new HashSet<>(TrialNetwork.possibleMembers());
        possible.remove(TrialNetwork.EXERCISE_PARTNER);
        List<String> codes = Arrays.stream(list.split(",", -1))
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        for (String code : codes) {
            if (possible.stream().noneMatch(member -> member.value().equals(code))) {
                throw wrong("--nodes: \"" + code + "\" is not the code of a member state of the OAS.");
            }
        }
        return codes.stream().map(NodeId::new).toList();
    }

    private static int brokers(String count) {
        if (!count.equals("1") && !count.equals("3")) {
            throw wrong("--brokers is 1 or 3.");
        }
        return Integer.parseInt(count);
    }

    private static int port(String number) {
        try {
            int port = Integer.parseInt(number);
            if (port == 0 || (port >= 1024 && port <= 65_000)) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw wrong("--port is a number.");
        }
        throw wrong("--port is 0 or between 1024 and 65000.");
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String word, String otherwise) {
        for (E value : kind.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return value;
            }
        }
        throw wrong(otherwise);
    }

    private static Stop wrong(String what) {
        return new Stop(what + System.lineSeparator() + USAGE);
    }
}
