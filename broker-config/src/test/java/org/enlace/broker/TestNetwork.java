package org.enlace.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlace.directory.ContactPoint;
import org.enlace.directory.Directory;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;

/// Transport certificates in a folder, and directories to compute with.
final class TestNetwork {
    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final Path folder;
    private final Authority authority = new Authority("CN=Transport, O=Enlace");

    TestNetwork(Path folder) {
        this.folder = folder;
        try {
            authority.writeTo(folder.resolve("ca.pem"));
            authority.issue(folder.resolve("broker/broker.pem"), "CN=broker, OU=infra, O=Enlace");
            authority.issue(folder.resolve("admin/admin.pem"), "CN=admin, OU=infra, O=Enlace");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    TransportFiles admin() {
        return new TransportFiles(folder.resolve("admin/admin.pem"), folder.resolve("ca.pem"));
    }

    TransportFiles node(String code) {
        return holder(authority, code);
    }

    /// A certificate for the member's name from an authority that the broker does not know.
    TransportFiles forged(String code) {
        return holder(new Authority("CN=Transport, O=Enlace"), code);
    }

    private TransportFiles holder(Authority issuer, String code) {
        String subject = "CN=" + code.toLowerCase(Locale.ROOT) + "-node, OU=node, O=Enlace, C=" + code;
        Path file = folder.resolve(code + "-" + System.identityHashCode(issuer) + "/transport.pem");
        try {
            return new TransportFiles(issuer.issue(file, subject), folder.resolve("ca.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Member member(String code, String... partners) {
        return member(code, MemberStatus.ACTIVE, partners);
    }

    static Member member(String code, MemberStatus status, String... partners) {
        Map<TopicSubject, String> topics = new EnumMap<>(TopicSubject.class);
        for (TopicSubject subject : TopicSubject.values()) {
            topics.put(subject, topic(code, subject));
        }
        List<NodeId> named = new ArrayList<>();
        for (String partner : partners) {
            named.add(new NodeId(partner));
        }
        ContactPoint contact =
                new ContactPoint("Desk", "City", "UTC", List.of(), List.of(), "-", "24/7", List.of(), null);
        String principal = code.toLowerCase(Locale.ROOT);
        return new Member(new NodeId(code), status, "S1", List.of(), List.of(), principal, topics, named, contact);
    }

    static String topic(String code, TopicSubject subject) {
        return code.toLowerCase(Locale.ROOT) + "." + subject.name().toLowerCase(Locale.ROOT);
    }

    static Directory directory(Member... members) {
        return new Directory(
                1, 1, "0".repeat(64), NOW, NOW.plusSeconds(86_400), 1, "directory", List.of(), List.of(members));
    }
}
