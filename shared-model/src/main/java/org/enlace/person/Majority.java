package org.enlace.person;

public enum Majority {
    MINOR,
    ADULT,
    /// Treated as a minor until it is settled.
    DISPUTED
}
