package org.enlace.exchange;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.enlace.directory.Member;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Header;
import org.enlace.envelope.Link;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Opener;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Sealer;
import org.enlace.envelope.Suite;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.Receipt;
import org.enlace.stream.OutgoingLinks;
import org.enlace.stream.StreamState;

/// A partner that is played by the test: it has the member's real keys and topics, and may do anything with them.
final class Neighbour implements AutoCloseable {
    private final Site site;
    private final NodeId code;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Sealer sealer = new Sealer(Suite.bouncyCastle(), new SecureRandom());
    private StreamState stream = StreamState.first();

    Neighbour(Site site, NodeId code) {
        this.site = site;
        this.code = code;
        this.producer = new KafkaProducer<>(site.client(code), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// The next report of the stream to this recipient, sealed but not published.
    Sealed next(NodeId to, String note) {
        Link link = OutgoingLinks.next(to, stream);
        Sealed sealed = seal(Reports.newId(), link, note, header -> header);
        stream = OutgoingLinks.after(link, sealed.chainHash());
        return sealed;
    }

    /// A record of this size, signed with keys that no directory lists yet.
    byte[] underKeys(SigningKeys keys, NodeId to, int size) {
        byte[] content = new byte[size];
        new SecureRandom().nextBytes(content);
        Header header = Header.toSeal(
                Reports.newId(),
                code,
                List.of(to),
                topic(TopicSubject.ROUTES),
                Instant.now(),
                Instant.now().plusSeconds(3_600),
                Mode.EXERCISE,
                site.network().directories().current().version(),
                site.network().directories().current().hash(),
                List.of(OutgoingLinks.next(to, stream)),
                Reports.about());
        return sealer.seal(
                        keys,
                        header,
                        Map.of(Compartment.ALERT, content),
                        List.of(site.network().directory().member(to).orElseThrow()),
                        Instant.now())
                .envelope();
    }

    /// Where the stream stands.
    StreamState stream() {
        return stream;
    }

    void stream(StreamState state) {
        stream = state;
    }

    /// A report at any place of the stream.
    Sealed seal(MessageId id, Link link, String note, UnaryOperator<Header> change) {
        return seal(own(), id, link, Reports.report(note), Reports.about(), TopicSubject.ROUTES, change);
    }

    /// A report at a place of the stream, signed by whose keys these are.
    Sealed sealedBy(SigningKeys keys, Link link, String note) {
        return seal(
                keys,
                Reports.newId(),
                link,
                Reports.report(note),
                Reports.about(),
                TopicSubject.ROUTES,
                header -> header);
    }

    /// The next message of the stream, a receipt for whatever it names, published.
    Sealed answer(NodeId to, Receipt receipt) {
        Link link = OutgoingLinks.next(to, stream);
        About about = About.control(MessageType.RECEIPT, null, receipt.of(), "node");
        Sealed sealed = seal(own(), Reports.newId(), link, receipt, about, TopicSubject.CONTROL, header -> header);
        stream = OutgoingLinks.after(link, sealed.chainHash());
        publish(new ProducerRecord<>(topic(TopicSubject.CONTROL), sealed.envelope()));
        return sealed;
    }

    private SigningKeys own() {
        return site.network().member(code).keys().signing();
    }

    private Sealed seal(
            SigningKeys keys,
            MessageId id,
            Link link,
            Message message,
            About about,
            TopicSubject subject,
            UnaryOperator<Header> change) {
        Header header = change.apply(Header.toSeal(
                id,
                code,
                List.of(link.to()),
                topic(subject),
                Instant.now(),
                Instant.now().plusSeconds(3_600),
                Mode.EXERCISE,
                site.network().directories().current().version(),
                site.network().directories().current().hash(),
                List.of(link),
                about));
        List<Member> recipients = header.recipients().stream()
                .map(recipient -> site.network().directory().member(recipient).orElseThrow())
                .toList();
        return sealer.seal(keys, header, Compartments.split(message), recipients, Instant.now());
    }

    String topic(TopicSubject subject) {
        return Objects.requireNonNull(
                site.network().directory().member(code).orElseThrow().topics().get(subject));
    }

    void publish(Sealed sealed) {
        publish(sealed.envelope());
    }

    /// @return the offset
    long publish(byte[] bytes) {
        return publish(new ProducerRecord<>(topic(TopicSubject.ROUTES), bytes));
    }

    /// Many records, as fast as the broker takes them; all are there when this returns.
    void publishAll(List<byte[]> records) {
        List<Future<RecordMetadata>> answers = records.stream()
                .map(bytes -> producer.send(new ProducerRecord<>(topic(TopicSubject.ROUTES), bytes)))
                .toList();
        answers.forEach(Neighbour::offset);
    }

    /// A record with a key and headers, as nobody sends them.
    void publishWithHeaders(byte[] bytes, int headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic(TopicSubject.ROUTES), new byte[] {1}, bytes);
        Headers all = record.headers();
        for (int i = 0; i < headers; i++) {
            all.add("spring_json_header_types" + i, new byte[] {'{'});
        }
        publish(record);
    }

    /// On a topic of its own for another subject than that of reports.
    void publish(TopicSubject subject, byte[] bytes) {
        publish(new ProducerRecord<>(topic(subject), bytes));
    }

    private long publish(ProducerRecord<byte[], byte[]> record) {
        return offset(producer.send(record));
    }

    private static long offset(Future<RecordMetadata> answer) {
        try {
            return answer.get().offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// All receipts that this member has ever sent us, each as often as the broker has it.
    List<Receipt> receiptsFrom(NodeId partner) {
        String control = Objects.requireNonNull(site.network()
                .directory()
                .member(partner)
                .orElseThrow()
                .topics()
                .get(TopicSubject.CONTROL));
        Opener opener = new Opener(Suite.bouncyCastle());
        List<Receipt> receipts = new ArrayList<>();
        for (byte[] record : recordsOf(partner, TopicSubject.CONTROL)) {
            var opening = opener.open(
                    record,
                    control,
                    site.network().member(code).keys().decryption(),
                    site.network().directories(),
                    Instant.now());
            if (opening instanceof Opened(var message) && message.message() instanceof Receipt receipt) {
                receipts.add(receipt);
            }
        }
        return receipts;
    }

    /// All that this member has on its topic of this subject.
    List<byte[]> recordsOf(NodeId partner, TopicSubject subject) {
        String topic = Objects.requireNonNull(site.network()
                .directory()
                .member(partner)
                .orElseThrow()
                .topics()
                .get(subject));
        List<byte[]> records = new ArrayList<>();
        var properties = site.client(code);
        properties.put("auto.offset.reset", "none");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(record.value()));
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close();
    }
}
