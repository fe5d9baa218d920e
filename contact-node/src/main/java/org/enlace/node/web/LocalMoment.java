package org.enlace.node.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A day and time of day as it was typed by the clock on the wall. When clocks are put forward some of them never come;
/// when they are put back some come twice, and the first is meant.
public record LocalMoment(LocalDateTime typed, ZoneId zone) {

    public static Optional<LocalMoment> of(String text, ZoneId zone) {
        try {
            return Optional.of(new LocalMoment(LocalDateTime.parse(text), zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Empty if that time never comes.
    public Optional<Instant> instant() {
        return offsets().stream().findFirst().map(typed::toInstant);
    }

    /// With its offset where it would otherwise mean two moments.
    public String inWords() {
        var offsets = offsets();
        return offsets.size() < 2 ? typed.toString() : typed + " (UTC" + offsets.getFirst() + ")";
    }

    private List<ZoneOffset> offsets() {
        return zone.getRules().getValidOffsets(typed);
    }
}
