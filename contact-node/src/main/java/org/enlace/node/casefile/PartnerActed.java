package org.enlace.node.casefile;

/// A partner did something with a message of ours, or with one that it sent us. Published inside the transaction that
/// recorded it.
public record PartnerActed(MessageEntry message, CaseEvent event) {}
