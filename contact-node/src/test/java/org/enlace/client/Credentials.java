package org.enlace.client;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Who calls.
sealed interface Credentials {
    /// What each request brings.
    void on(HttpRequest.Builder request);

    /// An officer; a code of the second factor besides, empty for none.
    record Password(String username, String password, String code) implements Credentials {
        @Override
        public void on(HttpRequest.Builder request) {
            var pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
            if (!code.isEmpty()) {
                request.header("Enlace-Code", code);
            }
        }

        /// Prints no password.
        @Override
        public String toString() {
            return username;
        }
    }

    /// A system: the connection shows its certificate, and nothing else counts.
    record Certificate() implements Credentials {
        @Override
        public void on(HttpRequest.Builder request) {}
    }
}
