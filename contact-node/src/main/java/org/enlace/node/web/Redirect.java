package org.enlace.node.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Sends the browser to another page of ours after a form.
public final class Redirect {
    private static final Pattern OWN =
            Pattern.compile("/(?:[A-Za-z0-9_~.:@!$&'()*+,;=%-][A-Za-z0-9_~.:@!$&'()*+,;=%?/-]*)?");

    private Redirect() {}

    /// @param path of this console, made by us
    public static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /// What came with the request, if it is a path of this console and leads nowhere else.
    public static String own(String given, String otherwise) {
        return !given.equals("/") && OWN.matcher(given).matches() && readable(given) ? given : otherwise;
    }

    private static boolean readable(String path) {
        try {
            var uri = URI.create(path);
            return uri.getHost() == null && uri.getScheme() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
