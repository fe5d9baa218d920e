package org.enlace.node.casefile;

import org.enlace.node.access.OfficerId;

/// An officer of ours answered a request for information. Published inside the transaction that sends the answer, for
/// every answer but those that come after the final one.
public record RequestAnswered(MessageEntry request, OfficerId by) {}
