package org.enlace.node.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The description of the API as OpenAPI 3.1, made and checked by the build.
@RestController
class ApiDescription {
    private final byte[] document;

    ApiDescription() {
        try (var file = Objects.requireNonNull(ApiDescription.class.getResourceAsStream("/api/openapi.json"))) {
            document = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The description of the API cannot be read", e);
        }
    }

    @GetMapping(path = "/api/v1/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.OWN_PROFILE)
    byte[] read() {
        return document;
    }
}
