package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// One message as paper shows it, in the words of the reader.
///
/// @param sent whether it is ours
/// @param handling what its sender allows, strictest first
/// @param facts what it says
/// @param persons what it says about persons; empty if that was not opened
/// @param shut the parts that stayed closed, and why
public record CaseSheet(
        String type,
        String headline,
        boolean sent,
        NodeId partner,
        Instant sentAt,
        Instant storedAt,
        List<String> handling,
        List<Fact> facts,
        List<Fact> persons,
        List<String> shut,
        @Nullable String writtenIn,
        @Nullable String digest) {}
