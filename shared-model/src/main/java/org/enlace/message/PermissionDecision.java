package org.enlace.message;

import java.util.Arrays;

/// What a provider says to the use of one item of what it provided.
public enum PermissionDecision {
    GRANTED,
    GRANTED_WITH_CONDITIONS,
    REFUSED;

    static boolean isKnown(String code) {
        return Arrays.stream(values()).anyMatch(decision -> decision.name().equals(code));
    }
}
