package org.enlace.node.casefile;

/// An answer to this request was taken back, by whoever gave it. Published inside the transaction that recorded it.
public record AnswerTakenBack(MessageEntry request) {}
