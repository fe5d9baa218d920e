package org.enlace.node.inspection;

import java.io.IOException;
import org.enlace.node.inspection.Verdict.Reason;

/// The file is not what it has to be; ends the reading of it, and becomes a [Verdict].
final class Misformed extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Misformed(Reason reason) {
        super("A file is not as it has to be: " + reason);
        this.reason = reason;
    }

    static Misformed broken() {
        return new Misformed(Reason.BROKEN);
    }

    Reason reason() {
        return reason;
    }
}
