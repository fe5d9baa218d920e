package org.enlace.node.drafts;

import java.util.List;
import java.util.Set;
import org.enlace.message.Breach;
import org.enlace.message.Compartment;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.groups.GroupChoice;
import org.jspecify.annotations.Nullable;

/// What a supervisor has opened to decide about it.
///
/// @param message null once it was decided about
/// @param returned the version that was returned last; null if none was
/// @param opened the parts that are shown
/// @param more whether names and addresses can be opened beside them
/// @param breaches what stands against it now, and what is to be looked at again
/// @param own whether it is the reader's own work
record Opened(
        Pending pending,
        Officer writer,
        @Nullable Version message,
        @Nullable Version returned,
        Set<Compartment> opened,
        boolean more,
        List<Breach> breaches,
        List<ReleaseStep> steps,
        boolean own) {

    /// @param group the sharing group that it is addressed to as a whole, if it is
    record Version(
            OutboundMessage message,
            MessageEntry entry,
            @Nullable GroupChoice group) {}
}
