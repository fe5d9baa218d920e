package org.enlace.client;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files on their way into a message.
public interface FileSetCalls {
    @Call("POST /api/v1/file-sets")
    FileSet begin(Begin body);

    @Call("DELETE /api/v1/file-sets/{set}")
    void delete(UUID set);

    @Call("GET /api/v1/file-sets/{set}")
    FileSet read(UUID set);

    @Call("POST /api/v1/file-sets/{set}/files")
    NewFile name(UUID set, Named body);

    @Call("DELETE /api/v1/file-sets/{set}/files/{file}")
    void remove(UUID set, UUID file);

    @Call("GET /api/v1/file-sets/{set}/files/{file}")
    NewFile file(UUID set, UUID file);

    @Call("PUT /api/v1/file-sets/{set}/files/{file}?offset")
    NewFile put(UUID set, UUID file, long offset, byte[] bytes);

    /// Names a file and sends all of it; goes on where it stopped when the connection breaks.
    default NewFile upload(UUID set, String name, byte[] content) {
        return goOn(set, name(set, new Named(content.length, name)).id(), content);
    }

    /// Sends what the node has not yet received.
    default NewFile goOn(UUID set, UUID id, byte[] content) {
        for (var tried = 1; ; tried++) {
            var there = file(set, id);
            if (there.received() == content.length) {
                return there;
            }
            try {
                var from = (int) there.received();
                return put(set, id, from, Arrays.copyOfRange(content, from, content.length));
            } catch (NodeUnreachable e) {
                if (tried == 3) {
                    throw e;
                }
            }
        }
    }

    record Begin(@Nullable String caseReference) {}

    record FileSet(String caseReference, List<NewFile> files, UUID id, long room) {}

    record Named(long length, String name) {}

    record NewFile(
            UUID id,
            @Nullable String kind,
            long length,
            long number,
            @Nullable String reason,
            long received,
            List<String> remains,
            boolean scanned,
            String state) {}
}
