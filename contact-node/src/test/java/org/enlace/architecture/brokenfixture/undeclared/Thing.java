package org.enlace.architecture.brokenfixture.undeclared;

/// Something that others are not allowed to use.
public record Thing(String name) {}
