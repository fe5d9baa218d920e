package org.enlace.node.casefile;

import java.util.List;
import org.enlace.node.web.PageContext;

/// Tells a page what there is to say about taking a message back, by its owner or by the person it is about; the newest
/// last.
public interface RecallCards {
    List<RecallCard> of(MessageEntry message, PageContext page);
}
