package org.enlace.node.casefile;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// What a page says about taking a message back.
///
/// @param id of the card in the page: `recall` or `consent`
/// @param title what was taken back, or may be
/// @param text who took it back, why and when; null while nobody did
/// @param hint what it would do, while nobody did
/// @param ways what became of it at each recipient of ours, or what was attested here
/// @param does what the reader may do about it now, address and words; null for nothing
/// @param mayAttest whether the reader may say what was done with it here
public record RecallCard(
        String id,
        String message,
        String title,
        @Nullable String text,
        @Nullable String hint,
        List<Way> ways,
        @Nullable Does does,
        boolean mayAttest) {

    public RecallCard named(String other) {
        return new RecallCard(other, message, title, text, hint, ways, does, mayAttest);
    }

    /// Who took it back, and what was done about it here, line by line.
    ///
    /// @param owner whose message it is; that it was told is no deed
    Stream<String> said(NodeId owner) {
        return Stream.concat(
                Stream.ofNullable(text),
                ways.stream().filter(way -> !way.recipient().equals(owner)).flatMap(way -> way.steps().stream()));
    }

    /// @param path where the form for it is
    public record Does(String path, String label) {}

    /// @param tone `ok`, `warn` or `stop`
    public record Way(NodeId recipient, String tone, List<String> steps) {}
}
