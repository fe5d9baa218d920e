package org.enlace.node.access;

/// An officer with what signing in needs.
record Account(Officer officer, String passwordHash, boolean disabled) {
    /// Prints no hash.
    @Override
    public String toString() {
        return officer.toString();
    }
}
