package org.enlace.deploy.benchmark;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.enlace.broker.TransportFiles;

/// Records of the same size over the same broker with the same settings, and nothing else: what no node that uses this
/// broker can beat.
final class RawKafka {
    private final String bootstrap;
    private final TransportFiles writer;
    private final TransportFiles reader;
    private final TopicPartition topic;
    private final int recordBytes;

    /// @param network folder of the trial network
    /// @param from member that writes
    /// @param to its partner that reads
    /// @param topic one of the first member's topics
    RawKafka(String bootstrap, Path network, String from, String to, String topic, int recordBytes) {
        this.bootstrap = bootstrap;
        this.writer = transport(network, from);
        this.reader = transport(network, to);
        this.topic = new TopicPartition(topic, 0);
        this.recordBytes = recordBytes;
    }

    /// Time from `send` to what `poll` gave the partner.
    Latencies latencies(int perSecond, Duration duration) throws Exception {
        Latencies latencies = new Latencies();
        int count = Math.toIntExact(perSecond * duration.toSeconds());
        try (KafkaProducer<byte[], byte[]> producer = producer();
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Thread sending = Thread.ofPlatform().start(() -> sendEvenly(producer, perSecond, count));
            receive(
                    consumer,
                    count,
                    record -> latencies.add(Duration.ofNanos(
                            System.nanoTime() - ByteBuffer.wrap(record.value()).getLong())));
            sending.join();
        }
        return latencies;
    }

    /// Records a second, from the first `send` to the last record that the partner has.
    double perSecond(int count) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer();
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            long start = System.nanoTime();
            Thread sending = Thread.ofPlatform().start(() -> sendAll(producer, count));
            receive(consumer, count, record -> {});
            long end = System.nanoTime();
            sending.join();
            return count / ((end - start) / 1e9);
        }
    }

    private interface Receiving {
        void received(ConsumerRecord<byte[], byte[]> received);
    }

    private void receive(KafkaConsumer<byte[], byte[]> consumer, int count, Receiving receiving) {
        int received = 0;
        long giveUp = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (received < count) {
            for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(100))) {
                receiving.received(one);
                received++;
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Only " + received + " of " + count + " records came back");
            }
        }
    }

    private void sendEvenly(KafkaProducer<byte[], byte[]> producer, int perSecond, int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            await(producer.send(next()));
        }
    }

    private void sendAll(KafkaProducer<byte[], byte[]> producer, int count) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(producer.send(next()));
        }
        sent.forEach(RawKafka::await);
    }

    private ProducerRecord<byte[], byte[]> next() {
        byte[] value = new byte[recordBytes];
        ThreadLocalRandom.current().nextBytes(value);
        ByteBuffer.wrap(value).putLong(System.nanoTime());
        return new ProducerRecord<>(topic.topic(), topic.partition(), null, value);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take a record", e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Properties settings = client(writer);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "0");
        settings.put("batch.size", "131072");
        settings.put("compression.type", "none");
        settings.put("max.request.size", "2097152");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Properties settings = client(reader);
        settings.put("enable.auto.commit", "false");
        settings.put("fetch.min.bytes", "1");
        settings.put("auto.offset.reset", "none");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(topic));
        consumer.seekToEnd(List.of(topic));
        consumer.position(topic);
        return consumer;
    }

    private Properties client(TransportFiles files) {
        Properties settings = files.client();
        settings.put("bootstrap.servers", bootstrap);
        return settings;
    }

    private static TransportFiles transport(Path network, String member) {
        return new TransportFiles(network.resolve(member).resolve("transport.pem"), network.resolve("ca.pem"));
    }
}
