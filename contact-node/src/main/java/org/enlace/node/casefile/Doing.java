package org.enlace.node.casefile;

import org.jspecify.annotations.Nullable;

/// What an officer adds to an act.
///
/// @param ground code of list `refusal-ground`, `pause-reason` or `outcome`, where one is due
public record Doing(@Nullable String ground, CaseEvent.Words words) {
    public static final Doing PLAIN = new Doing(null, CaseEvent.Words.NONE);

    public static Doing note(String text) {
        return new Doing(null, new CaseEvent.Words(null, null, text, null));
    }
}
