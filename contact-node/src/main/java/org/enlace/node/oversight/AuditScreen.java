package org.enlace.node.oversight;

import java.time.Instant;
import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// One page of the audit log in the words of the reader.
///
/// @param older address of the entries before these; null on the last page
public record AuditScreen(
        Field officer,
        Field object,
        Field from,
        Field until,
        List<Choice> deeds,
        boolean narrowed,
        boolean newest,
        List<Line> lines,
        @Nullable String older) {

    public AuditScreen {
        deeds = List.copyOf(deeds);
        lines = List.copyOf(lines);
    }

    /// @param by pseudonym of the officer, or the node in words
    /// @param code of the act, as it stands in the log
    /// @param object what it was done to: an id, never content
    /// @param refused whether it was tried and refused
    public record Line(
            long number,
            Instant at,
            String by,
            boolean byNode,
            String deed,
            String code,
            String object,
            @Nullable String purpose,
            String outcome,
            boolean refused) {}
}
