package org.enlace.node.casefile;

import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;

/// Tells how far the files of a message have come, without what they are called. Whoever keeps files answers; a case
/// asks.
public interface FileCards {
    /// Null if it has none.
    CaseScreen.@Nullable Files of(MessageEntry message, PageContext page);
}
