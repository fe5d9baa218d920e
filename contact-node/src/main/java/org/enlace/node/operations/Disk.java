package org.enlace.node.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enlace.node.NodeSettings;
import org.springframework.stereotype.Component;

/// The disk that holds the node's files.
@Component
class Disk {
    private final Path folder;

    Disk(NodeSettings settings) {
        var file = settings.keys().storageFile().toAbsolutePath().getParent();
        this.folder = file == null ? Path.of(".") : file;
    }

    long freePercent() {
        try {
            var store = Files.getFileStore(folder);
            return store.getTotalSpace() == 0 ? 0 : store.getUsableSpace() * 100 / store.getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of the node's files cannot be asked how full it is", e);
        }
    }
}
