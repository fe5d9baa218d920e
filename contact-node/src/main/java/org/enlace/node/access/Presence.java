package org.enlace.node.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/// How whoever asks has proven who they are.
///
/// @param fresh whether they did a moment ago
/// @param complete false if this node demands a second factor and the officer has none yet
/// @param secondFactor whether it is the second factor, and not the password, that they prove it with
/// @param elsewhere whether somebody else vouched for a second factor where the officer has none here: then neither a
/// password nor a code proves anything, only the way they came in
public record Presence(boolean fresh, boolean complete, boolean secondFactor, boolean elsewhere) {
    /// Of the request that is being answered; empty where nobody is signed in.
    public static Optional<Presence> now() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.presence())
                : Optional.empty();
    }
}
