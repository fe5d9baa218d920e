package org.enlace.node.keys;

import java.security.SecureRandom;
import java.time.Clock;
import org.enlace.directory.KeyFiles;
import org.enlace.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/// Opens the storage key at start, or makes it when nothing was ever stored under one.
@Configuration(proxyBeanMethods = false)
class StorageKeys {

    @Bean
    ContentKeys contentKeys(JdbcTemplate database, NodeSettings settings, SecureRandom random, Clock clock) {
        NodeSettings.KeySettings keys = settings.keys();
        StorageKeyFile file = new StorageKeyFile(keys.storageFile(), KeyFiles.password(keys.passwordFile()));
        if (file.exists()) {
            return new ContentKeys(database, file.load(), random, clock);
        }
        Long stored = database.queryForObject("select count(*) from storage_key", Long.class);
        if (stored == null || stored > 0) {
            throw new IllegalStateException("The file of the storage key is missing, but the database holds content"
                    + " under it; restore the file from its own backup (enlace.keys.storage-file)");
        }
        return new ContentKeys(database, file.create(random), random, clock);
    }

    @Bean
    CaseKeys caseKeys(ContentKeys contentKeys) {
        return new CaseKeys(contentKeys);
    }

    @Bean
    NodeVault nodeVault(ContentKeys contentKeys) {
        return new NodeVault(contentKeys);
    }
}
