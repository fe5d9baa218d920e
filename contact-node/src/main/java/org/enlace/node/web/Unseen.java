package org.enlace.node.web;

/// What is asked for does not exist, or not for this officer. Both answer 404 with the same words.
public final class Unseen extends RuntimeException {
    public Unseen() {
        super("Not there, or not for this officer", null, false, false);
    }
}
