package org.enlace.node.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of one query, for the officer who asked it.
///
/// @param exercise whether nothing of it is meant
public record OneQueryScreen(
        String path,
        String reference,
        String casePath,
        String purpose,
        Instant askedAt,
        boolean exercise,
        List<Identifier> identifiers,
        Live live,
        List<Partner> partners) {

    /// Whether something came since. What was asked about is opened by its reader and never by the page itself.
    ///
    /// @param path of the page that shows it
    /// @param live where the page asks by itself; null if no answer can come any more, or one has
    public record Live(String path, boolean more, @Nullable String live) {}

    public record Identifier(int number, String kind, String text) {}

    /// @param name of the query to this partner, as both sides call it
    /// @param tone of the mark: `ok`, `wait` or `warn`
    /// @param hits what it holds, in words; empty if it holds nothing
    /// @param more what else is to be known, empty if nothing
    /// @param write where a request for information about it is begun; null if there is nothing to write about
    public record Partner(
            String country,
            String name,
            String state,
            String tone,
            List<String> hits,
            String more,
            @Nullable Instant answeredAt,
            @Nullable String write) {}
}
