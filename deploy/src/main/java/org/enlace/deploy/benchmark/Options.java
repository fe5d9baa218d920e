package org.enlace.deploy.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was said on the command line.
///
/// @param root folder of the whole project
/// @param database `h2` or `postgres`
/// @param duration how long each measurement of the network lasts
/// @param warmUp how long the nodes work before they are measured: a JVM that just started is a slow one
/// @param json where to write the figures for programs
/// @param measured which parts of the run are wanted
record Options(
        Path root,
        int brokers,
        String database,
        Duration duration,
        Duration warmUp,
        Optional<Path> json,
        Set<Measured> measured) {
    /// What one run can measure.
    enum Measured {
        PARTS,
        NETWORK
    }

    static final String USAGE = """
            Usage: deploy/benchmark [options]
              --seconds 15     how long each measurement of the network lasts
              --warm-up 40     how many seconds the nodes work before they are measured
              --brokers 1|3    how many Kafka brokers
              --db h2|postgres which database the nodes keep everything in
              --json FILE      where to write the figures for programs
              --parts          only the parts: cryptography and Kafka, no nodes
              --network        only the network of nodes""";

    private static final int SECONDS_MAX = 3600;

    Options {
        measured = Set.copyOf(measured);
    }

    /// How long each round of a measurement of cryptography takes.
    Duration each() {
        return duration.dividedBy(20);
    }

    /// @throws IllegalArgumentException with a sentence for whoever typed it
    static Options parse(List<String> words) {
        int brokers = 1;
        String database = "h2";
        int seconds = 15;
        int warmUp = 40;
        Optional<Path> json = Optional.empty();
        Set<Measured> measured = EnumSet.allOf(Measured.class);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--parts" -> measured.remove(Measured.NETWORK);
                case "--network" -> measured.remove(Measured.PARTS);
                case "--json" -> json = Optional.of(Path.of(value(word, rest)));
                case "--brokers" -> brokers = number(word, rest, 3);
                case "--db" -> database = value(word, rest);
                case "--seconds" -> seconds = number(word, rest, SECONDS_MAX);
                case "--warm-up" -> warmUp = number(word, rest, SECONDS_MAX);
                default -> throw new IllegalArgumentException("There is no \"" + word + "\".");
            }
        }
        if (brokers == 2) {
            throw new IllegalArgumentException("--brokers is 1 or 3.");
        }
        if (!List.of("h2", "postgres").contains(database)) {
            throw new IllegalArgumentException("--db is h2 or postgres.");
        }
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("--parts and --network leave nothing together.");
        }
        Path root =
                Path.of(System.getProperty("enlace.root", "")).toAbsolutePath().normalize();
        return new Options(
                root, brokers, database, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), json, measured);
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
