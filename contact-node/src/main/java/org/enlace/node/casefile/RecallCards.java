package org.enlace.node.casefile;

import java.util.Optional;
import org.enlace.node.web.PageContext;

/// Tells a page what there is to say about taking a message back.
public interface RecallCards {
    Optional<RecallCard> of(MessageEntry message, PageContext page);
}
