package org.enlace.message;

/// Whether a message is meant. Carried by signature, shown on every screen; only `ACTUAL` counts in statistics.
/// Source: status of the Common Alerting Protocol 1.2.
public enum Mode {
    ACTUAL,
    EXERCISE,
    TEST
}
