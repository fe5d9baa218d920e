package org.enlace.node.access;

/// A passkey signed with a counter that had gone back: two devices may hold it. It opens nothing any more.
///
/// @param officer whose it is
public record PasskeyStopped(OfficerId officer) {}
