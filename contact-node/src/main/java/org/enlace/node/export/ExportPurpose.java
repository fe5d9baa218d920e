package org.enlace.node.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// For what a case file leaves the node.
enum ExportPurpose {
    /// The own file of this contact point.
    WORK,
    /// A court or a prosecutor: what a partner gave needs that partner's permission (handling H1 to H3).
    COURT;

    static Optional<ExportPurpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(code))
                .findFirst();
    }

    /// Its form in the keys of texts.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
