package org.enlace.message;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// Whether a screen may show what another member wrote. A sender answers for what it says; that its words hide
/// nothing and stay within their bounds, the receiver sees to. Codes that we do not know are let through: the
/// sender's lists may be newer than ours.
public final class ReceivingRules {
    /// How something is written, as against what it says.
    private static final Set<BreachCode> FORM = EnumSet.of(
            BreachCode.TOO_LONG,
            BreachCode.TOO_MANY,
            BreachCode.HIDDEN_CHARACTER,
            BreachCode.BROKEN_TEXT,
            BreachCode.NOT_IN_LIST);

    private ReceivingRules() {}

    public static boolean mayBeShown(Message message, About about, Collection<NodeId> recipients, Instant at) {
        Breaches breaches = Breaches.receiving();
        SendingRules.words(breaches, message, about, recipients, Origins.of(about, message, recipients), at);
        return breaches.found().stream().map(Breach::code).noneMatch(FORM::contains);
    }
}
