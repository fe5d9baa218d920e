package org.enlace.node.keys;

/// The key of this content has been destroyed, so the content is erased.
public final class KeyDestroyed extends RuntimeException {
    KeyDestroyed(String name) {
        super("The key of " + name + " has been destroyed");
    }
}
