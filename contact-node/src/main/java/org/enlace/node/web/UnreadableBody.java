package org.enlace.node.web;

import java.util.List;
import org.enlace.message.Flaw;

/// The body of a call is not what the call takes in.
public final class UnreadableBody extends RuntimeException {
    private final transient List<Flaw> flaws;

    /// @param flaws at least one
    public UnreadableBody(List<Flaw> flaws) {
        super("The body of a call was not readable", null, false, false);
        this.flaws = List.copyOf(flaws);
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
