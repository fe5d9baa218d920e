package org.enlace.handling;

/// What a recipient may do with the content. Ordered from the widest to the strictest.
public enum HandlingCode {
    /// Only to prevent and combat crime.
    H0,
    /// Not in judicial proceedings without the provider's permission.
    H1,
    /// Not to be passed on without the provider's permission.
    H2,
    /// Another restriction, in words.
    H3
}
