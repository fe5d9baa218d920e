package org.enlace.client;

/// The node did not answer: nobody knows what became of the call. What carries a key was tried again under it.
public final class NodeUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeUnreachable(String call, Throwable why) {
        super(call, why);
    }
}
