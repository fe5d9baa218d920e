package org.enlace.node.casefile;

import java.util.Map;
import java.util.Set;
import org.enlace.message.NodeId;

/// A partner did something with a message of ours. Published inside the transaction that recorded it.
///
/// @param done everything each recipient has done so far; a recipient that did nothing has an empty set
public record PartnerActed(MessageEntry message, CaseEvent event, Map<NodeId, Set<CaseEventKind>> done) {}
