package org.enlace.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.enlace.node.access.Passwords;
import org.enlace.node.access.Role;
import org.enlace.scratch.Scratch;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// One officer per role; the user name is the role's, and all have the same password.
public final class Team {
    public static final String PASSWORD = "otters cross the river at dawn";
    private static final String HASH = new Passwords().hash(PASSWORD);
    /// Takes next to no time to compare: hundreds of tests sign in, and few are about that.
    private static final String QUICK = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);
    private static final Path FILE = write(HASH);
    private static final Path QUICK_FILE = write(QUICK);

    private Team() {}

    public static Path file() {
        return FILE;
    }

    /// The same, whose passwords are kept in a way that is quick to compare.
    public static Path quick() {
        return QUICK_FILE;
    }

    /// How the password of all is kept there.
    public static String quickHash() {
        return QUICK;
    }

    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /// The header with which a program speaks for the officer of this role.
    public static String basic(Role role) {
        return basic(name(role));
    }

    /// @param username of any of them
    public static String basic(String username) {
        var pair = username + ":" + PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// The same officers and one more, who has several roles.
    public static Path with(String username, Role... roles) {
        return with(officer(username, Arrays.stream(roles).map(Role::name).collect(Collectors.joining("\",\""))));
    }

    /// The same officers, and for each a colleague with the same role.
    public static Path withColleagues() {
        return with(Arrays.stream(Role.values())
                .map(role -> officer(colleague(role), role.name()))
                .collect(Collectors.joining(",")));
    }

    /// The user name of the other officer of this role.
    public static String colleague(Role role) {
        return name(role) + "-colleague";
    }

    private static Path with(String more) {
        try {
            var file = Scratch.file("officers", ".json");
            var team = Files.readString(QUICK_FILE);
            return Files.writeString(file, team.substring(0, team.lastIndexOf(']')) + "," + more + "]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String officer(String username, String roles) {
        return officer(username, roles, QUICK);
    }

    private static String officer(String username, String roles, String hash) {
        return """
                {"username":"%s","displayName":"Ana Lucía Ramírez Ortega","roles":["%s"],"passwordHash":"%s","language":"en"}
                """.formatted(username, roles, hash);
    }

    private static Path write(String hash) {
        var json = Arrays.stream(Role.values())
                .map(role -> officer(name(role), role.name(), hash))
                .collect(Collectors.joining(",", "[", "]"));
        try {
            var file = Scratch.file("officers", ".json");
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
