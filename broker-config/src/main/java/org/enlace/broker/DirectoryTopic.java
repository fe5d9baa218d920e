package org.enlace.broker;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TrustedDirectories;

/// The topic on which the signed directory travels to all members, each version as one record. Members read it from the
/// beginning and verify what they find, so it matters little who writes there; only the administrator may.
public final class DirectoryTopic {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrap;
    private final TransportFiles files;

    /// @param files who we are to the broker: its administrator
    public DirectoryTopic(String bootstrap, TransportFiles files) {
        this.bootstrap = bootstrap;
        this.files = files;
    }

    /// Publishes the versions that the topic does not hold yet as these bytes, oldest first; each is confirmed when
    /// this returns.
    ///
    /// @return their numbers
    /// @throws BrokerUnavailable if the broker did not confirm one; those before it stand
    public List<Integer> publish(TrustedDirectories directories) {
        String topic = directories.current().content().topic();
        Set<ByteBuffer> there = found(topic);
        List<Integer> published = new ArrayList<>();
        Properties client = client();
        client.put("acks", "all");
        client.put("max.request.size", TopicSpec.DIRECTORY_BYTES_MAX);
        client.put("max.block.ms", WAIT_MAX.toMillis());
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (SignedDirectory version : directories.versions()) {
                if (!there.contains(ByteBuffer.wrap(version.bytes()))) {
                    confirmed(producer.send(new ProducerRecord<>(topic, version.bytes())));
                    published.add(version.version());
                }
            }
        }
        return published;
    }

    private Set<ByteBuffer> found(String topic) {
        Properties client = client();
        client.put("auto.offset.reset", "none");
        client.put("allow.auto.create.topics", "false");
        client.put("default.api.timeout.ms", Long.toString(WAIT_MAX.toMillis()));
        Set<ByteBuffer> found = new HashSet<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() != null) {
                        found.add(ByteBuffer.wrap(record.value()));
                    }
                });
            }
            return found;
        } catch (KafkaException e) {
            throw new BrokerUnavailable("The topic of the directory cannot be read: " + e.getMessage(), e);
        }
    }

    private Properties client() {
        Properties client = files.client();
        client.put("bootstrap.servers", bootstrap);
        return client;
    }

    private static void confirmed(Future<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokerUnavailable("The broker did not take the directory: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("Interrupted while waiting for the broker", e);
        }
    }
}
