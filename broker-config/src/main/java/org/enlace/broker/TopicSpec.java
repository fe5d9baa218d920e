package org.enlace.broker;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/// One topic as it should be, or as it was found.
///
/// @param settings those set on the topic itself; the broker's defaults are not listed
record TopicSpec(int partitions, int replicas, Map<String, String> settings) {
    /// A version of the directory has its own limit, and room for the record around it.
    static final int DIRECTORY_BYTES_MAX = 2_000_000 + 16 * 1024;

    private static final Duration SEGMENT_MAX = Duration.ofDays(1);

    TopicSpec {
        settings = Map.copyOf(settings);
    }

    static TopicSpec forMessages(Settings settings) {
        return of(settings, settings.retention().toMillis(), settings.recordBytesMax());
    }

    /// A member that was away for longer than the retention must still find every version of the directory.
    static TopicSpec forDirectory(Settings settings) {
        return of(settings, -1, DIRECTORY_BYTES_MAX);
    }

    private static TopicSpec of(Settings settings, long retentionMillis, int recordBytesMax) {
        Map<String, String> values = new TreeMap<>();
        values.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMillis));
        // A record is deleted with its segment; a segment of a quiet topic would otherwise stay open for a week.
        values.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT_MAX.toMillis()));
        values.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        values.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed");
        values.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(recordBytesMax));
        values.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.replicasInSync()));
        // The broker's clock decides about deletion: a writer's could keep a record for ever, or have it deleted at
        // once.
        values.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        values.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return new TopicSpec(1, settings.replicas(), values);
    }
}
