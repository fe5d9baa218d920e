package org.enlace.node.web;

/// One field of a form that waits while its sender proves who they are.
public record KeptField(String name, String value) {}
