package org.enlace.node.casefile;

import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.jspecify.annotations.Nullable;

/// A line was added to the timeline of a case. Published inside the transaction that added it.
///
/// @param message what it is about, null for the case as a whole
public record TimelineWritten(
        CaseReference reference, @Nullable MessageId message, CaseEventKind kind) {}
