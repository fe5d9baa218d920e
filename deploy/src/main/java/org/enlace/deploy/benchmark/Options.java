package org.enlace.deploy.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What was said on the command line.
///
/// @param root folder of the whole project
/// @param duration how long each measurement of the network lasts, after a warm-up of the same length
/// @param wholeNetwork whether to start nodes at all
record Options(Path root, int brokers, Duration duration, Optional<Path> json, boolean wholeNetwork) {
    static final String USAGE = """
            Usage: deploy/benchmark [options]
              --seconds 30     how long each measurement of the network lasts, after a warm-up of the same length
              --brokers 1|3    how many Kafka brokers
              --json FILE      where to write the figures for programs
              --parts          only the parts: cryptography and Kafka, no nodes""";

    private static final int SECONDS_MAX = 3600;

    /// How long each round of a measurement of cryptography takes.
    Duration each() {
        return duration.dividedBy(10);
    }

    /// @throws IllegalArgumentException with a sentence for whoever typed it
    static Options parse(List<String> words) {
        int brokers = 1;
        int seconds = 30;
        Optional<Path> json = Optional.empty();
        boolean wholeNetwork = true;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--parts" -> wholeNetwork = false;
                case "--json" -> json = Optional.of(Path.of(value(word, rest)));
                case "--brokers" -> brokers = number(word, rest, 3);
                case "--seconds" -> seconds = number(word, rest, SECONDS_MAX);
                default -> throw new IllegalArgumentException("There is no \"" + word + "\".");
            }
        }
        if (brokers == 2) {
            throw new IllegalArgumentException("--brokers is 1 or 3.");
        }
        Path root =
                Path.of(System.getProperty("enlace.root", "")).toAbsolutePath().normalize();
        return new Options(root, brokers, Duration.ofSeconds(seconds), json, wholeNetwork);
    }

    private static int number(String word, Iterator<String> rest, int max) {
        String value = value(word, rest);
        if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > max) {
            throw new IllegalArgumentException(word + " is a number from 1 to " + max + ".");
        }
        return Integer.parseInt(value);
    }

    private static String value(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value.");
        }
        return rest.next();
    }
}
