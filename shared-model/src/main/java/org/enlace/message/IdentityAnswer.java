package org.enlace.message;

import java.util.Arrays;
import java.util.Optional;

/// What a state says when it is asked whether a person is its national or permanent resident.
public enum IdentityAnswer {
    NATIONAL,
    /// Not its national, but with the right to live there permanently.
    PERMANENT_RESIDENT,
    NEITHER,
    /// More must be known before anybody can say; the question stays open.
    NOT_ESTABLISHED,
    REFUSED;

    /// Whether the state has said that the person belongs to it.
    public boolean isPositive() {
        return this == NATIONAL || this == PERMANENT_RESIDENT;
    }

    /// Whether somebody must have looked at who the person is to say so.
    public boolean isFinding() {
        return isPositive() || this == NEITHER;
    }

    /// Empty for an answer of a newer version: it is shown, and ends nothing.
    public static Optional<IdentityAnswer> of(String code) {
        return Arrays.stream(values())
                .filter(answer -> answer.name().equals(code))
                .findFirst();
    }
}
