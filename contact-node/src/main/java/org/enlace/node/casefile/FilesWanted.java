package org.enlace.node.casefile;

import org.enlace.node.access.Officer;

/// An officer misses files of a message that came to us. Published in the transaction in which they said so.
public record FilesWanted(MessageEntry message, Officer by) {}
