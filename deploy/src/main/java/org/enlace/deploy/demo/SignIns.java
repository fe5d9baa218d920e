package org.enlace.deploy.demo;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.message.NodeId;
import org.enlace.node.access.Passwords;
import org.enlace.node.access.Role;

/// The invented officers of a demo. Their passwords are random and made once for each folder; the nodes only ever get
/// their Argon2id hashes.
final class SignIns {
    static final List<Role> ROLES =
            List.of(Role.INVESTIGATOR, Role.CONSULAR, Role.DUTY, Role.SUPERVISOR, Role.AUDITOR, Role.OPERATOR);

    private static final String SYMBOLS = "23456789abcdefghjkmnpqrstvwxyz";

    private final DemoFolder folder;
    private final SecureRandom random;

    SignIns(DemoFolder folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /// What a node reads at its start.
    private record Entry(String username, String displayName, Set<Role> roles, String passwordHash, String language) {}

    List<SignIn> all() {
        return Files.exists(folder.signIns())
                ? Arrays.asList(folder.readJson(folder.signIns(), SignIn[].class))
                : List.of();
    }

    List<SignIn> make(List<NodeId> nodes) {
        List<SignIn> made = new ArrayList<>();
        for (NodeId node : nodes) {
            for (Role role : ROLES) {
                made.add(new SignIn(node, role.name().toLowerCase(Locale.ROOT), role, password()));
            }
        }
        folder.writeJson(folder.signIns(), made);
        return made;
    }

    /// The list of officers for one node, in `users.json`.
    void writeUsers(NodeId node, String language) {
        Passwords passwords = new Passwords();
        List<Entry> entries = all().stream()
                .filter(signIn -> signIn.node().equals(node))
                .map(signIn -> new Entry(
                        signIn.username(),
                        title(signIn.role()) + " " + node,
                        Set.of(signIn.role()),
                        passwords.hash(signIn.password()),
                        language))
                .toList();
        folder.writeJson(folder.users(node), entries);
    }

    /// Four groups of five symbols: 98 bits, easy to copy by hand.
    private String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return text.toString();
    }

    private static String title(Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
