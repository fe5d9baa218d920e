package org.enlace.node.web;

import java.util.Optional;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Presence;

/// A way to come in and to prove anew who one is, beside name, password and code. A package that has one offers it as a
/// bean; where it leads is for that package.
public interface OtherWay {
    /// @param address of the form that the button sends, or of the page that the link opens
    record Lead(String address, String text) {}

    /// A button on the page for signing in; empty while this node does not offer the way.
    Optional<Lead> signIn(PageContext page);

    /// A button where an officer is asked for a fresh proof. What it sends holds the whole form that waits, and where
    /// that form goes as `_address`.
    Optional<Lead> proof(PageContext page, Officer officer, Presence presence);

    /// A link on the officer's own page.
    Optional<Lead> profile(PageContext page, Officer officer);
}
