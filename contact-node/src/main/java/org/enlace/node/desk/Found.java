package org.enlace.node.desk;

import org.enlace.node.casefile.MessageEntry;

/// An item that an officer acts on, and its message.
record Found(DeskItem item, MessageEntry message) {}
