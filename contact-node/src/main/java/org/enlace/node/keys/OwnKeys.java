package org.enlace.node.keys;

import org.enlace.directory.KeyFiles;
import org.enlace.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the node's own keys at start.
@Configuration(proxyBeanMethods = false)
class OwnKeys {

    @Bean
    NodeKeys nodeKeys(NodeSettings settings) {
        NodeSettings.KeySettings keys = settings.keys();
        return new NodeKeys(KeyFiles.load(keys.file(), KeyFiles.password(keys.passwordFile())));
    }
}
