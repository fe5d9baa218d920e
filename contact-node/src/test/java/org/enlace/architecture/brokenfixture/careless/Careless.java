package org.enlace.architecture.brokenfixture.careless;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;

/// Breaks one rule with each of its members.
class Careless {
    @Autowired
    private @Nullable Clock clock;

    String kafka(TopicPartition partition) {
        return partition.topic();
    }

    String key(PrivateKey key) {
        return key.getAlgorithm() + clock;
    }

    @GetMapping("/careless")
    Instant now() {
        return Instant.now();
    }
}
