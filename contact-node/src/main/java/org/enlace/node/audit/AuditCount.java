package org.enlace.node.audit;

/// How often something was done to one object.
///
/// @param persons how many different ones did it
/// @param times how often in all
/// @param forPurpose how many of these for one purpose
public record AuditCount(int persons, int times, int forPurpose) {}
