package org.enlace.node.drafts;

import java.util.List;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts what happened on the way of a message to its release into words.
@Component
class ReleasePasts {
    private final OfficerNames names;

    ReleasePasts(OfficerNames names) {
        this.names = names;
    }

    /// Newest first.
    List<ReleasePast> of(List<ReleaseStep> steps, PageContext page) {
        var known = names.of(
                steps.stream().map(step -> step.officer().value()).distinct().toList());
        return steps.reversed().stream()
                .map(step -> new ReleasePast(
                        what(step, known.getOrDefault(step.officer().value(), ""), page), step.at(), step.words()))
                .toList();
    }

    private static String what(ReleaseStep step, String name, PageContext page) {
        return switch (step.kind()) {
            case ASKED -> page.text("release.past.asked", "name", name);
            case RETURNED -> page.text("release.past.returned", "name", name);
            case TAKEN_BACK -> page.text("release.past.taken-back", "name", name);
            case SENT_AT_ONCE -> page.text("release.past.sent-at-once", "name", name);
        };
    }

    /// Display name of an officer; empty for nobody.
    String name(@Nullable OfficerId officer) {
        return officer == null ? "" : names.of(List.of(officer.value())).getOrDefault(officer.value(), "");
    }
}
