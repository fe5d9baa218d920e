package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The person's own copy.
public interface CopyCalls {
    @Call("POST /api/v1/messages/{id}/copies")
    PersonCopy give(String id, For body);

    @Call(value = "POST /api/v1/messages/{id}/copies", accept = "application/pdf")
    byte[] giveOnPaper(String id, For body);

    record For(boolean identityChecked, String language, boolean safeToKeep, String to) {}

    record PersonCopy(
            List<String> contact,
            @Nullable String exercise,
            String language,
            Instant madeAt,
            List<CopiedMessage> messages,
            List<String> omissions,
            String reference) {}

    record CopiedMessage(
            Instant at, String from, List<Holder> holders, String kind, List<CopyLine> what, List<String> why) {}

    record Holder(String name, List<String> what) {}

    record CopyLine(String label, @Nullable String omitted, List<String> values) {}
}
