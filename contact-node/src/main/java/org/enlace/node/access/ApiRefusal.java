package org.enlace.node.access;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/// Why a call was turned away at the door, where its status alone says too little.
public enum ApiRefusal {
    /// The certificate of a system opens nothing.
    CERTIFICATE_REFUSED,
    /// This node takes no passwords of officers on its API.
    PASSWORDS_REFUSED;

    void of(ServletRequest request) {
        request.setAttribute(ApiRefusal.class.getName(), this);
    }

    public static Optional<ApiRefusal> found(ServletRequest request) {
        return request.getAttribute(ApiRefusal.class.getName()) instanceof ApiRefusal refusal
                ? Optional.of(refusal)
                : Optional.empty();
    }
}
