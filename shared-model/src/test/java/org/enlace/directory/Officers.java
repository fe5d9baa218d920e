package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.enlace.message.NodeId;
import org.enlace.trial.StrayKeys;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialNetwork;
import org.enlace.trial.TrialOfficer;

/// A network of four whose officers, three of them needed, sign whatever a test asks them to, and what its nodes then
/// trust.
final class Officers {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final NodeId GT = new NodeId("GT");
    static final NodeId SV = new NodeId("SV");
    static final NodeId MX = new NodeId("MX");

    final SecureRandom random = new SecureRandom();
    final DirectorySigner signer = new DirectorySigner(random);
    final DirectoryVerifier verifier = new DirectoryVerifier();
    final StrayKeys stray = new StrayKeys(random, Clock.fixed(NOW, ZoneOffset.UTC));
    final TrialNetwork network =
            TrialNetwork.create(List.of(GT, SV, MX), TopicNames.OPAQUE, random, Clock.fixed(NOW, ZoneOffset.UTC));
    final TrustedDirectories trusted = network.directories();

    private final byte[] good = signed(proposed());

    List<SigningKeys> all() {
        return network.officers().stream().map(TrialOfficer::keys).toList();
    }

    Directory proposed() {
        return network.proposed(UnaryOperator.identity());
    }

    Member member(NodeId code) {
        return trusted.current().content().member(code).orElseThrow();
    }

    /// Version 2, signed as it should be.
    byte[] good() {
        return good.clone();
    }

    byte[] signed(Directory content) {
        return signer.sign(content, all(), NOW);
    }

    byte[] signedJson(String json) {
        return signer.sign(json.getBytes(StandardCharsets.UTF_8), all(), NOW);
    }

    /// Asserts the refusal, and that a good version 2 is still accepted after it.
    void refuse(byte[] candidate, DirectoryRejection why) {
        refuse(trusted, candidate, NOW, why);
    }

    void refuse(TrustedDirectories known, byte[] candidate, Instant now, DirectoryRejection why) {
        String hash = known.current().hash();

        DirectoryVerdict verdict = verifier.accept(known, List.of(candidate), now);

        assertThat(verdict).isEqualTo(new DirectoryVerdict.Rejected(why, 0));
        assertThat(known.current().hash()).isEqualTo(hash);
        assertThat(verifier.accept(trusted, List.of(good()), NOW)).isInstanceOf(DirectoryVerdict.Accepted.class);
    }

    TrustedDirectories accept(TrustedDirectories known, byte[] candidate) {
        return switch (verifier.accept(known, List.of(candidate), NOW)) {
            case DirectoryVerdict.Accepted(TrustedDirectories directories) -> directories;
            case DirectoryVerdict.Rejected rejected -> throw new AssertionError("Refused: " + rejected.why());
        };
    }

    /// This version with one thing changed.
    static Directory with(Directory of, UnaryOperator<Edit> change) {
        return change.apply(new Edit(of)).done();
    }
}
