package org.enlace.message;

/// A part of a message that only some roles open. The order is the order on the wire.
public enum Compartment {
    ALERT,
    PROTECTION,
    IDENTITY,
    POLICE,
    ATTACHMENTS
}
