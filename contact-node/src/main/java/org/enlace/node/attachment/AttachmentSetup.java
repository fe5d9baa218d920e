package org.enlace.node.attachment;

import java.security.SecureRandom;
import org.enlace.attachment.AttachmentSealer;
import org.enlace.node.NodeSettings;
import org.enlace.node.keys.CaseKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the files of messages need beside the database.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentSetup {

    @Bean
    ChunkFiles chunkFiles(AttachmentSettings settings, NodeSettings node) {
        return new ChunkFiles(settings.folder(node));
    }

    @Bean
    UploadFiles uploadFiles(AttachmentSettings settings, NodeSettings node, CaseKeys keys) {
        return new UploadFiles(settings.folder(node).resolve("uploads"), keys);
    }

    @Bean
    AttachmentSealer attachmentSealer(SecureRandom random) {
        return new AttachmentSealer(random);
    }
}
