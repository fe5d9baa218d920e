package org.enlace.node.operations;

import java.util.List;
import org.enlace.node.web.Choice;
import org.jspecify.annotations.Nullable;

/// One page of the quarantine.
///
/// @param all how many records fit the filter
/// @param narrowed whether a filter is set
/// @param number of this page, from 1
/// @param newer address of the page before; null on the first
/// @param older address of the page after; null on the last
public record QuarantineScreen(
        List<QuarantinedLine> lines,
        long all,
        boolean narrowed,
        List<Choice> members,
        List<Choice> reasons,
        int number,
        long pages,
        @Nullable String newer,
        @Nullable String older) {

    public QuarantineScreen {
        lines = List.copyOf(lines);
        members = List.copyOf(members);
        reasons = List.copyOf(reasons);
    }
}
