package org.enlace.node.duty;

import java.util.List;
import java.util.UUID;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The roster in the words of its reader.
///
/// @param days how far ahead gaps are looked for
/// @param gaps one sentence each
/// @param form null for those who only read
public record DutyScreen(
        int days,
        List<Line> now,
        List<Line> next,
        List<String> gaps,
        @Nullable Form form) {

    /// @param when from when until when
    /// @param you whether it is the reader's
    public record Line(UUID id, String unit, String officer, String standIn, String when, boolean you) {}

    public record Form(
            Field unit,
            Field officer,
            List<Choice> officers,
            Field standIn,
            List<Choice> standIns,
            Field starts,
            Field ends) {}
}
