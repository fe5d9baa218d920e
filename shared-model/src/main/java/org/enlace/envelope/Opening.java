package org.enlace.envelope;

/// What came of opening an envelope.
public sealed interface Opening permits Opened, Refused {}
