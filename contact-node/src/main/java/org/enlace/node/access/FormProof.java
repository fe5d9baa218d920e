package org.enlace.node.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/// Proves a form that brings files: it comes in parts, its token in the first of them, and no filter reads a body that
/// has no end in memory. Whoever handles such a form asks here before anything else.
@Component
public final class FormProof {
    private final FormTokens tokens;
    private final XorCsrfTokenRequestAttributeHandler given = new XorCsrfTokenRequestAttributeHandler();

    FormProof(FormTokens tokens) {
        this.tokens = tokens;
    }

    /// Whether the token of a change is inside such a form. Only what answers [#holds] may be asked so.
    static boolean isInside(HttpServletRequest request) {
        var type = request.getContentType();
        return "POST".equals(request.getMethod())
                && type != null
                && type.startsWith("multipart/form-data")
                && request.getRequestURI().matches("/drafts/[0-9a-f-]{36}/files");
    }

    /// @param token as the form brought it
    public boolean holds(HttpServletRequest request, String token) {
        var expected = tokens.loadToken(request);
        if (expected == null) {
            return false;
        }
        var brought = given.resolveCsrfTokenValue(new Brought(request, expected.getHeaderName(), token), expected);
        return brought != null
                && MessageDigest.isEqual(
                        brought.getBytes(StandardCharsets.UTF_8),
                        expected.getToken().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Brought extends HttpServletRequestWrapper {
        private final String header;
        private final String token;

        Brought(HttpServletRequest request, String header, String token) {
            super(request);
            this.header = header;
            this.token = token;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equals(header) ? token : super.getHeader(name);
        }
    }
}
