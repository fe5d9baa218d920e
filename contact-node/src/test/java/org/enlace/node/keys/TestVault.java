package org.enlace.node.keys;

import java.security.SecureRandom;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/// To be imported, not found: encrypts for a console under test that has no keys in files, under a key that all of them
/// share.
public class TestVault {
    private static final StorageKey KEY = new StorageKey(1, new SecretKeySpec(new byte[32], "AES"));

    @Bean
    NodeVault nodeVault(JdbcTemplate database, Clock clock) {
        return new NodeVault(new ContentKeys(database, KEY, new SecureRandom(), clock));
    }
}
