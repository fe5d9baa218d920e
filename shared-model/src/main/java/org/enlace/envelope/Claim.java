package org.enlace.envelope;

import org.enlace.message.NodeId;

/// Where a refused message says it stands in the stream from its sender to us. Both its signatures verify, but its keys
/// vouch for nothing; a later message that is proven and names this chain hash as the one before it does.
///
/// @param sender the member whose keys they are or were
public record Claim(NodeId sender, Link link, String chainHash) {}
