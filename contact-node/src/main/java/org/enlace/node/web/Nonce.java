package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/// The number used once that lets the scripts of one answer run, and no others.
final class Nonce {
    private static final String ATTRIBUTE = Nonce.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String made) {
            return made;
        }
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }
}
