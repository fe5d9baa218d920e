package org.enlace.node.access;

import java.util.Set;

/// Where passkeys are asked for: the console as a browser reached it, and that browser.
///
/// @param host name under which the browser asked; a passkey works under the name it was made for and no other
/// @param origins from which a browser's answer may come, each with scheme, host and port
/// @param browser names the browser as long as its visit or its session lasts; of no use outside this node
/// @param source where the request came from
public record PasskeyVisit(String host, Set<String> origins, String browser, String source) {
    public PasskeyVisit {
        origins = Set.copyOf(origins);
    }
}
