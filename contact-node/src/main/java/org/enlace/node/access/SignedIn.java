package org.enlace.node.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// An officer who proved who they are, for the length of one request.
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Officer officer;
    private final transient Presence presence;
    private final transient String formKey;

    /// @param formKey what the tokens of forms are made from, empty where there are no forms
    SignedIn(Officer officer, Presence presence, String formKey) {
        super(List.of());
        this.officer = officer;
        this.presence = presence;
        this.formKey = formKey;
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

    Presence presence() {
        return presence;
    }

    String formKey() {
        return formKey;
    }
}
