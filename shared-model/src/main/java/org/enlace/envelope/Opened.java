package org.enlace.envelope;

import org.enlace.message.Message;

/// Everything about it is proven.
public record Opened(Verified<Message> message) implements Opening {}
