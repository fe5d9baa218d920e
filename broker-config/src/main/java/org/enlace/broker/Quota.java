package org.enlace.broker;

import java.util.Map;
import org.apache.kafka.server.config.QuotaConfig;

/// How much of each broker one member may use, so that a member that floods delays itself and nobody else.
///
/// @param writeBytesPerSecond bytes a second it may write to one broker
/// @param readBytesPerSecond bytes a second it may read from one broker
/// @param requestPercent share of one broker thread's time, 100 = one thread busy all the time
public record Quota(long writeBytesPerSecond, long readBytesPerSecond, int requestPercent) {

    public Quota {
        if (writeBytesPerSecond <= 0 || readBytesPerSecond <= 0 || requestPercent <= 0) {
            throw new IllegalArgumentException("A quota allows something of each kind");
        }
    }

    Map<String, Double> values() {
        return Map.of(
                QuotaConfig.PRODUCER_BYTE_RATE_OVERRIDE_CONFIG, (double) writeBytesPerSecond,
                QuotaConfig.CONSUMER_BYTE_RATE_OVERRIDE_CONFIG, (double) readBytesPerSecond,
                QuotaConfig.REQUEST_PERCENTAGE_OVERRIDE_CONFIG, (double) requestPercent);
    }
}
