package org.enlace.node.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message said before it was corrected, as its page shows it.
///
/// @param open address of the message as it is now
/// @param persons null while nothing about persons was opened
/// @param more where that is opened; null if the reader may not, or has
public record VersionScreen(
        String reference,
        String open,
        String headline,
        String title,
        String line,
        List<Fact> facts,
        @Nullable List<Fact> persons,
        @Nullable String more) {

    /// What the page of a message says about its versions.
    ///
    /// @param text when and why it was corrected last
    /// @param changes in what is shown
    /// @param lines all versions, the newest first
    /// @param read who here confirmed that they read it, or until when somebody has to; null for what we sent
    /// @param confirm where the reader confirms it; null if somebody did, or the reader may not
    public record Card(
            String text, @Nullable String read, @Nullable String confirm, List<Change> changes, List<Line> lines) {}

    /// @param reason why it took the place of the one before; null for the first
    /// @param path of its page; null for the one that stands
    /// @param ways how far it has come to each recipient, of what we sent
    public record Line(
            String text, @Nullable String reason, @Nullable String path, List<String> ways) {}
}
