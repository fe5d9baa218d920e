package org.enlace.node.attachment;

import java.nio.file.Path;
import org.enlace.node.NodeSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param folder for the sealed files of messages; beside the storage key where it is not said
@ConfigurationProperties("enlace.attachments")
record AttachmentSettings(@Nullable Path folder) {

    Path folder(NodeSettings node) {
        return folder == null ? node.keys().storageFile().resolveSibling("attachments") : folder;
    }
}
