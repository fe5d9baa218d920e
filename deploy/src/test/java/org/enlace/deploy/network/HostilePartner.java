package org.enlace.deploy.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.enlace.broker.TransportFiles;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.KeyRing;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Header;
import org.enlace.envelope.Link;
import org.enlace.envelope.Sealer;
import org.enlace.envelope.Suite;
import org.enlace.message.About;
import org.enlace.message.Compartments;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.RouteReport;
import org.enlace.person.PartialDate;
import org.enlace.stream.OutgoingLinks;
import org.enlace.stream.StreamState;

/// The spare member `ZZ`, whose keys the demo leaves in files, played with the shared model alone.
public final class HostilePartner {
    private static final NodeId CODE = new NodeId("ZZ");

    private final DemoNetwork network;
    private final SecureRandom random = new SecureRandom();

    public HostilePartner(DemoNetwork network) {
        this.network = network;
    }

    /// Publishes a report that was sealed as it should be and has expired, so that it lands in quarantine.
    public void sendsWhatHasExpired(String to, String note) throws IOException {
        Path own = network.folder().resolve("network").resolve(CODE.value());
        KeyRing keys = KeyFiles.load(own.resolve("keys.p12"), KeyFiles.password(own.resolve("keys.password")));
        SignedDirectory directory = directory();
        NodeId recipient = new NodeId(to);
        String topic = Objects.requireNonNull(
                directory.content().member(CODE).orElseThrow().topics().get(TopicSubject.ROUTES));
        Link link = OutgoingLinks.next(recipient, StreamState.first());
        Instant now = Instant.now();
        Header header = Header.toSeal(
                MessageId.next(now, random),
                CODE,
                List.of(recipient),
                topic,
                now.minus(Duration.ofHours(2)),
                now.minus(Duration.ofHours(1)),
                Mode.EXERCISE,
                directory.version(),
                directory.hash(),
                List.of(link),
                About.control(MessageType.ROUTE_REPORT, null, null, "desk-1"));
        var sealed = new Sealer(Suite.bouncyCastle(), random)
                .seal(
                        keys.signing(),
                        header,
                        Compartments.split(report(note)),
                        List.of(directory.content().member(recipient).orElseThrow()),
                        now);
        publish(own, topic, sealed.envelope());
    }

    private void publish(Path own, String topic, byte[] envelope) throws IOException {
        Properties client = new TransportFiles(own.resolve("transport.pem"), network.authority()).client();
        client.put("bootstrap.servers", network.bootstrap());
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, envelope)).get();
        } catch (ExecutionException e) {
            throw new IOException("Not published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private SignedDirectory directory() throws IOException {
        Path versions = network.folder().resolve("network/directory");
        String pinned = Files.readString(versions.resolve("genesis.sha256")).strip();
        List<byte[]> bytes = new ArrayList<>();
        while (Files.exists(versions.resolve(bytes.size() + 1 + ".der"))) {
            bytes.add(Files.readAllBytes(versions.resolve(bytes.size() + 1 + ".der")));
        }
        return switch (new DirectoryVerifier().start(pinned, bytes, Instant.now())) {
            case DirectoryVerdict.Accepted(var directories) -> directories.current();
            case DirectoryVerdict.Rejected(var why, int _) ->
                throw new IllegalStateException("The demo's directory is not accepted: " + why);
        };
    }

    private static RouteReport report(String note) {
        return new RouteReport(
                List.of(),
                new RouteReport.Period(new PartialDate("2026-10"), null),
                "2-5",
                null,
                true,
                "MEDIUM",
                new RouteReport.BasedOn(4, 3),
                note);
    }
}
