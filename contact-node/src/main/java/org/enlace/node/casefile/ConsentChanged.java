package org.enlace.node.casefile;

/// A person took back a part of what they had agreed to, or somebody attested that it is honoured. Published inside the
/// transaction that recorded it.
///
/// @param urgent whether the desk rings
public record ConsentChanged(MessageEntry message, boolean urgent) {}
