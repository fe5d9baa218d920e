package org.enlace.broker;

import java.time.Duration;

/// What is the same for every topic and every member.
///
/// @param replicas copies of each topic
/// @param replicasInSync copies that must have a record before its writer is told so
/// @param retention how long messages stay on the broker; the directory's own topic keeps everything
/// @param recordBytesMax longest record the broker takes
public record Settings(int replicas, int replicasInSync, Duration retention, int recordBytesMax, Quota quota) {
    static final int RECORD_BYTES_MAX = 2 * 1024 * 1024;

    public Settings {
        if (replicas < 1 || replicasInSync < 1 || replicasInSync > replicas) {
            throw new IllegalArgumentException("Of " + replicas + " copies " + replicasInSync + " cannot be in sync");
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("Retention is longer than nothing");
        }
    }

    /// Three copies of which two must have a record, where there are three brokers; one copy otherwise.
    public static Settings forBrokers(int brokers) {
        int replicas = Math.min(brokers, 3);
        return new Settings(
                replicas,
                replicas == 3 ? 2 : 1,
                Duration.ofDays(14),
                RECORD_BYTES_MAX,
                new Quota(32L * 1024 * 1024, 128L * 1024 * 1024, 200));
    }
}
