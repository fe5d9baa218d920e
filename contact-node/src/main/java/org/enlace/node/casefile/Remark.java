package org.enlace.node.casefile;

import org.enlace.message.MessageId;

/// A message in which a holder of another says something about that.
///
/// @param version of which it speaks, by the id that its owner gave it
public record Remark(MessageEntry entry, MessageId version) {}
