package org.enlace.node.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// An officer who proved who they are, for the length of one request.
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Officer officer;

    SignedIn(Officer officer) {
        super(List.of());
        this.officer = officer;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Officer getPrincipal() {
        return officer;
    }
}
