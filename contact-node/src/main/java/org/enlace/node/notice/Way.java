package org.enlace.node.notice;

/// How a notice goes.
public enum Way {
    EMAIL,
    /// To the gateway of the duty phone, which belongs to nobody in particular.
    WEBHOOK
}
