package org.enlace.node.access;

/// An officer with what signing in needs.
///
/// @param passwordHash empty while no password was ever set
/// @param disabled whether the list of officers leaves this one out
/// @param secondFactor whether a password alone is not enough: there is a phone or a passkey
/// @param listed whether the list of officers says who this is, and not the console
record Account(
        Officer officer,
        String username,
        String passwordHash,
        boolean disabled,
        Standing standing,
        boolean secondFactor,
        boolean listed) {

    /// Whether this officer works here now.
    boolean in() {
        return !disabled && standing == Standing.ACTIVE;
    }

    /// The same, for where the password is what is asked for.
    Account byPasswordAlone() {
        return new Account(officer, username, passwordHash, disabled, standing, false, listed);
    }

    /// Prints no name and no hash.
    @Override
    public String toString() {
        return officer.toString();
    }
}
