package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;
import static org.enlace.envelope.Post.NOW;
import static org.enlace.envelope.Post.SV;
import static org.enlace.envelope.Post.opened;

import java.security.Provider;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.enlace.directory.TopicSubject;
import org.junit.jupiter.api.Test;

/// Whoever computes, the bytes mean the same to everyone.
class SuiteTest {
    private final List<Primitives> providers = new ProviderChoice().all();

    @Test
    void whatAnyProviderSealsEveryProviderOpens() {
        Post post = new Post();
        for (Primitives sealing : providers) {
            Sealer sealer = new Sealer(new Suite(sealing), post.random);
            Sealed sealed = sealer.seal(
                    post.network.member(GT).keys().signing(),
                    post.header(GT, MX, SV),
                    Post.contents(),
                    post.members(List.of(MX, SV)),
                    NOW);
            for (Primitives opening : providers) {
                Opening opened = new Opener(new Suite(opening))
                        .open(
                                sealed.envelope(),
                                post.topic(GT, TopicSubject.CASES),
                                post.network.member(SV).keys().decryption(),
                                post.network.directories(),
                                NOW);
                assertThat(opened(opened).digest())
                        .as("%s to %s", sealing, opening)
                        .isEqualTo(sealed.digest());
            }
        }
    }

    @Test
    void theProvidersOfThisMachineAreFoundAndTheBaseIsOneOfThem() {
        assertThat(providers).hasSizeGreaterThanOrEqualTo(4);
        assertThat(new Suite(providers.getFirst()).providers().values()).containsOnly("BC");
    }

    @Test
    void theFastestOnesAreThoseThatWereMeasured() {
        Map<String, String> fastest = Suite.fastest().providers();

        assertThat(fastest).containsEntry("ML-KEM", "SunJCE").containsEntry("ML-DSA", "SUN");
        assertThat(fastest).containsEntry("AES-GCM", "SunJCE");
        assertThat(fastest.get("ECDH")).isIn("AmazonCorrettoCryptoProvider", "BC");
    }

    @Test
    void aProviderThatComputesWronglyIsNotChosen() {
        Provider wrong = new WrongProvider();

        assertThat(new ProviderChoice().choose(List.of(wrong), List.of(wrong), List.of(wrong)))
                .satisfies(chosen -> assertThat(new Suite(chosen).providers().values())
                        .containsOnly(new BouncyCastleProvider().getName()));
    }
}
