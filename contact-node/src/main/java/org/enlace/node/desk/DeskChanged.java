package org.enlace.node.desk;

import org.enlace.node.casefile.MessageEntry;

/// Something on the desk changed. Published inside the transaction; screens hear of it once it is committed.
///
/// @param message what it is about, so that each screen can be asked whether its reader may know
/// @param arrival whether it is new and cannot wait
record DeskChanged(MessageEntry message, boolean arrival) {}
