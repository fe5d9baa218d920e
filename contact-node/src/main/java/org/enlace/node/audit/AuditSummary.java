package org.enlace.node.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How often something was done to one object.
///
/// @param persons how many different ones did it
/// @param first when it was first done, null if never
/// @param last when it was last done, null if never
public record AuditSummary(
        int persons, @Nullable Instant first, @Nullable Instant last) {}
