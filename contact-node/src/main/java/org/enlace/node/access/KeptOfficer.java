package org.enlace.node.access;

import java.util.Locale;

/// An officer as those see it who administer this node.
///
/// @param username under which the officer signs in
/// @param email where the officer is told that something waits, empty for nowhere
/// @param out whether the list of officers leaves this one out
/// @param listed whether the list of officers says who this is, and not the console
/// @param waiting whether a change of this officer waits for a second person
/// @param setUp whether the officer has a password
/// @param ministry whether an account of the ministry is linked
public record KeptOfficer(
        Officer officer,
        String username,
        String email,
        Standing standing,
        boolean out,
        boolean listed,
        boolean secondFactor,
        boolean waiting,
        boolean setUp,
        boolean ministry) {

    /// Its form in texts: `active`.
    public String state() {
        return (out ? "out" : standing.name()).toLowerCase(Locale.ROOT);
    }
}
