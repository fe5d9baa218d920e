package org.enlace.node.access;

import java.util.Locale;

/// Where someone tries to come in.
enum Door {
    CONSOLE,
    API,
    /// On the word of the ministry's identity provider.
    MINISTRY,
    /// The port of systems.
    SYSTEMS;

    /// Its form in the audit log.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
