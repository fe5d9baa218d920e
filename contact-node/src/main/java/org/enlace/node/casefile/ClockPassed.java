package org.enlace.node.casefile;

/// Nobody here did in time what was due. Published inside the transaction that found it.
public record ClockPassed(MessageEntry message) {}
