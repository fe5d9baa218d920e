package org.enlace.node.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a browser answered, looked into only as far as to find what it claims to be about. Nothing in it is true before
/// [PasskeyCeremony] has said so.
///
/// @param json the whole answer
/// @param credential id that it claims, base64url
/// @param handle of the officer as the authenticator knows it, base64url; empty if it did not say
/// @param challenge that it claims to have signed, base64url
record PasskeyAnswer(String json, String credential, String handle, String challenge) {
    private static final int LENGTH_MAX = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Empty for what no browser sends.
    static Optional<PasskeyAnswer> read(String json) {
        if (json.isEmpty() || json.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var answer = JSON.readTree(json);
            var client = Base64.getUrlDecoder()
                    .decode(answer.path("response").path("clientDataJSON").asString(""));
            var challenge = JSON.readTree(new String(client, StandardCharsets.UTF_8))
                    .path("challenge")
                    .asString("");
            var credential = answer.path("id").asString("");
            return credential.isEmpty() || challenge.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PasskeyAnswer(
                            json,
                            credential,
                            answer.path("response").path("userHandle").asString(""),
                            challenge));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Prints nothing of it.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
