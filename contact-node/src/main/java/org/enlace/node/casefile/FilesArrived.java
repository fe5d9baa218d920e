package org.enlace.node.casefile;

import org.enlace.message.MessageId;

/// All files of a message that came to us are here as they were signed. Published in the transaction that says so of
/// the last of them.
public record FilesArrived(MessageId message) {}
