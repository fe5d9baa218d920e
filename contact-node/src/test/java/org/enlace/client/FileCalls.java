package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files of messages.
public interface FileCalls {
    @Call("GET /api/v1/messages/{id}/files")
    List<Attached> list(String id);

    @Call("POST /api/v1/messages/{id}/files/want")
    void want(String id);

    @Call("GET /api/v1/messages/{id}/files/{number}")
    byte[] open(String id, int number);

    @Call("POST /api/v1/messages/{id}/files/{number}/again")
    void again(String id, int number);

    @Call("POST /api/v1/messages/{id}/files/{number}/ask")
    void ask(String id, int number);

    @Call("POST /api/v1/messages/{id}/files/{number}/let-through")
    void letThrough(String id, int number);

    record Attached(
            @Nullable Instant askedAt,
            long done,
            @Nullable Long length,
            @Nullable String mediaType,
            @Nullable String name,
            long number,
            long parts,
            Instant since,
            String state) {}
}
