package org.enlace.node.ministry;

import java.util.Arrays;
import java.util.Optional;

/// What the officer's own page says about what was just done.
enum Said {
    LINKED("linked", false),
    NOT_LINKED("not-linked", true),
    OFF("off", false),
    UNREACHABLE("unreachable", true),
    WAIT("wait", true);

    private final String code;
    private final boolean wrong;

    Said(String code, boolean wrong) {
        this.code = code;
        this.wrong = wrong;
    }

    static Optional<Said> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    boolean wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return code;
    }
}
