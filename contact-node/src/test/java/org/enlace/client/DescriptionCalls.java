package org.enlace.client;

/// What describes the API itself.
public interface DescriptionCalls {
    @Call("GET /api/v1/openapi")
    byte[] openapi();

    @Call("GET /api/v1/schemas/case-file")
    byte[] caseFileSchema();
}
