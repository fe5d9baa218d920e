package org.enlace.node.contacts;

import java.time.Instant;
import java.util.List;
import org.enlace.node.web.Choice;

/// The directory as one page shows it.
///
/// @param words what was searched for
/// @param old whether nobody has confirmed this version for longer than the network agreed
/// @param all how many members there are, found or not
public record DirectoryScreen(
        String words,
        boolean narrowed,
        List<Choice> functions,
        List<ContactLine> lines,
        int all,
        int version,
        Instant issuedAt,
        Instant expiresAt,
        boolean old,
        boolean sendingAllowed) {

    public DirectoryScreen {
        functions = List.copyOf(functions);
        lines = List.copyOf(lines);
    }
}
