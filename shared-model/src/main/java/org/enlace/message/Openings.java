package org.enlace.message;

/// How often a recipient opened what a message says about persons: its protected parts and its files.
///
/// @param officers how many different ones did, at least one
/// @param times how many parts they opened in all, no fewer than officers
/// @param emergency how many of these by breaking the glass, against the table of roles of the recipient
public record Openings(int officers, int times, int emergency) {
    private static final int MOST = 1_000_000;

    /// Whether the numbers can be right; what a partner says may be anything.
    public boolean plausible() {
        return officers >= 1 && times >= officers && times <= MOST && emergency >= 0 && emergency <= times;
    }
}
