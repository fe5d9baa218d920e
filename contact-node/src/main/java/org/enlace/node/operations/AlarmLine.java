package org.enlace.node.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alarm in the words of the reader.
///
/// @param code stable, as in logs and metrics
/// @param about whom or what it concerns; null where the kind says it all
/// @param facts numbers and ids that belong to it
/// @param link page with more about it; null where there is none
/// @param dealable whether a person ends it; all others end by themselves
public record AlarmLine(
        long id,
        String code,
        String title,
        @Nullable String about,
        List<Fact> facts,
        String next,
        Instant since,
        Instant last,
        long times,
        @Nullable String link,
        boolean dealable) {

    public AlarmLine {
        facts = List.copyOf(facts);
    }

    public record Fact(String label, String value) {}
}
