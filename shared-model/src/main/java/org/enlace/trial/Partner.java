package org.enlace.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.KeyRing;
import org.enlace.directory.Member;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TopicSubject;
import org.enlace.directory.TrustedDirectories;
import org.enlace.envelope.Header;
import org.enlace.envelope.Link;
import org.enlace.envelope.Opener;
import org.enlace.envelope.Opening;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Sealer;
import org.enlace.envelope.Suite;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.stream.OutgoingLinks;
import org.enlace.stream.StreamState;

/// A member played without a node: holds its keys and the directory, seals what it sends and opens what it gets. It
/// keeps its streams in memory, as a partner that starts anew does, and moves no bytes: whoever plays it has a Kafka
/// client for that. An honest partner, unless it is asked for [#sealed] with a header of its player's choice.
public final class Partner {
    private static final Duration LIFE = Duration.ofDays(7);

    private final NodeId code;
    private final KeyRing keys;
    private final TrustedDirectories directories;
    private final SecureRandom random;
    private final Clock clock;
    private final Sealer sealer;
    private final Opener opener;
    private final Map<NodeId, StreamState> streams = new HashMap<>();

    public Partner(
            NodeId code, KeyRing keys, TrustedDirectories directories, Suite suite, SecureRandom random, Clock clock) {
        this(code, keys, directories, random, clock, new Sealer(suite, random), new Opener(suite));
    }

    private Partner(
            NodeId code,
            KeyRing keys,
            TrustedDirectories directories,
            SecureRandom random,
            Clock clock,
            Sealer sealer,
            Opener opener) {
        this.code = code;
        this.keys = keys;
        this.directories = directories;
        this.random = random;
        this.clock = clock;
        this.sealer = sealer;
        this.opener = opener;
    }

    /// A partner from the files of a trial network.
    ///
    /// @param folder what [TrialFolder] wrote
    /// @throws IllegalStateException if the directory in it is not accepted now
    public static Partner of(NodeId code, Path folder, Suite suite, SecureRandom random, Clock clock) {
        Path own = folder.resolve(code.value());
        KeyRing keys = KeyFiles.load(own.resolve("keys.p12"), KeyFiles.password(own.resolve("keys.password")));
        return new Partner(code, keys, directories(folder.resolve("directory"), clock.instant()), suite, random, clock);
    }

    public NodeId code() {
        return code;
    }

    /// The same member with the same keys and directory, which has forgotten its streams.
    public Partner startedAnew() {
        return new Partner(code, keys, directories, random, clock, sealer, opener);
    }

    /// What this message is sealed as and goes out on: the topic of ours for its subject.
    ///
    /// @throws IllegalArgumentException for kinds of messages that follow another's topic
    public String topic(Message message) {
        TopicSubject subject = message.type()
                .subject()
                .orElseThrow(() -> new IllegalArgumentException(message.type() + " has no topic of its own"));
        String topic = member(code).topics().get(subject);
        if (topic == null) {
            throw new IllegalStateException("The directory lists no topic of " + code + " for " + subject);
        }
        return topic;
    }

    /// The next message to these members, sealed as the rules say.
    public Sealed seal(Message message, About about, SortedSet<NodeId> recipients) {
        Header header = header(message, about, recipients);
        Sealed sealed = sealed(header, message);
        sent(header, sealed);
        return sealed;
    }

    /// The header that [#seal] would use for the next message; sealing it does not count as sending.
    public Header header(Message message, About about, SortedSet<NodeId> recipients) {
        return header(topic(message), about, recipients);
    }

    private Header header(String topic, About about, SortedSet<NodeId> recipients) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SignedDirectory directory = directories.current();
        return Header.toSeal(
                MessageId.next(now, random),
                code,
                List.copyOf(recipients),
                topic,
                now,
                now.plus(LIFE),
                Mode.EXERCISE,
                directory.version(),
                directory.hash(),
                recipients.stream()
                        .map(to -> OutgoingLinks.next(to, streams.getOrDefault(to, StreamState.first())))
                        .toList(),
                about);
    }

    /// Seals under exactly this header, true or not.
    public Sealed sealed(Header header, Message message) {
        List<Member> recipients = header.recipients().stream().map(this::member).toList();
        return sealer.seal(keys.signing(), header, Compartments.split(message), recipients, clock.instant());
    }

    /// Seals these parts, whatever is in them.
    public Sealed sealed(Header header, Map<Compartment, byte[]> parts) {
        List<Member> recipients = header.recipients().stream().map(this::member).toList();
        return sealer.seal(keys.signing(), header, parts, recipients, clock.instant());
    }

    /// The next message of a kind that follows another, such as a recall.
    ///
    /// @param topic of ours for the subject of the message that it is about
    public Sealed follow(String topic, Message message, About about, SortedSet<NodeId> recipients) {
        Header header = header(topic, about, recipients);
        Sealed sealed = sealed(header, message);
        sent(header, sealed);
        return sealed;
    }

    private void sent(Header header, Sealed sealed) {
        for (Link link : header.links()) {
            streams.put(link.to(), OutgoingLinks.after(link, sealed.chainHash()));
        }
    }

    /// Opens an envelope as a node would, without asking where in its stream it stands.
    ///
    /// @param topic on which it came
    public Opening open(byte[] envelope, String topic) {
        return opener.open(envelope, topic, keys.decryption(), directories, clock.instant());
    }

    private Member member(NodeId member) {
        return directories
                .current()
                .content()
                .member(member)
                .orElseThrow(() -> new IllegalArgumentException("Not in the directory: " + member));
    }

    private static TrustedDirectories directories(Path folder, Instant now) {
        try {
            String pinned = Files.readString(folder.resolve("genesis.sha256"), StandardCharsets.US_ASCII)
                    .strip();
            List<byte[]> versions = new ArrayList<>();
            for (int i = 1; Files.exists(folder.resolve(i + ".der")); i++) {
                versions.add(Files.readAllBytes(folder.resolve(i + ".der")));
            }
            return switch (new DirectoryVerifier().start(pinned, versions, now)) {
                case DirectoryVerdict.Accepted(TrustedDirectories directories) -> directories;
                case DirectoryVerdict.Rejected(var why, int version) ->
                    throw new IllegalStateException("Version " + (version + 1) + " of the directory: " + why);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The directory cannot be read from " + folder, e);
        }
    }
}
