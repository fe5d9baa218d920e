package org.enlace.node.search;

import java.util.UUID;

/// A filter that an officer keeps under a name.
///
/// @param query its form in an address
/// @param begins whether the list of cases begins with it
public record SavedFilter(UUID id, String name, String query, boolean begins) {}
