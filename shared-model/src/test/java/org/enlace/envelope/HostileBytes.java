package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Envelopes that were changed by chance at any layer. Mutants come from a seed, so a failure can be repeated; which
/// seeds, the classes below say in `seeds()`.
abstract class HostileBytes {
    final Post post = new Post(Suite.fastest());
    final Sealed good = post.seal(GT, MX);

    @ParameterizedTest
    @MethodSource("seeds")
    void changedBytesOfAnEnvelopeAreRefused(long seed) {
        Map<Refusal, Integer> refusals = refuse(seed, 1000, good.envelope(), Mutation::bytes, it -> it);

        assertThat(refusals).containsKeys(Refusal.NOT_AN_ENVELOPE, Refusal.DECRYPTION);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changedStructureOfAnEnvelopeIsRefused(long seed) {
        Map<Refusal, Integer> refusals = refuse(seed, 500, good.envelope(), Mutation::structure, it -> it);

        assertThat(refusals).containsKeys(Refusal.NOT_AN_ENVELOPE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesOfTheInnerLayerByWhoeverCanMakeAnOuterOneAreRefused(long seed) throws Exception {
        byte[] inner = Cms.inner(post, good.envelope(), MX);

        refuse(seed, 250, inner, Mutation::bytes, changed -> outer(changed));
        refuse(seed, 250, inner, Mutation::structure, changed -> outer(changed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesOfWhatIsSignedByWhoeverCanEncryptAreRefused(long seed) {
        Map<Refusal, Integer> byBytes =
                refuse(seed, 500, good.signedData(), Mutation::bytes, changed -> post.wrapped(changed, MX));
        Map<Refusal, Integer> byStructure =
                refuse(seed, 500, good.signedData(), Mutation::structure, changed -> post.wrapped(changed, MX));

        assertThat(byBytes).containsKeys(Refusal.NOT_DER, Refusal.SIGNED_ATTRIBUTES);
        assertThat(byStructure.size()).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesOfTheContentByTheSenderItselfAreRefusedOrMeanTheSame(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] content = Cms.content(good.signedData());
        int used = 4 + Payload.header(content).length + 100;
        for (int i = 0; i < 250; i++) {
            byte[] changed = content.clone();
            changed[random.nextInt(used)] ^= (byte) (1 << random.nextInt(8));
            Opening opening = post.open(MX, post.wrapped(post.signed(GT, changed), MX));
            if (opening instanceof Opened(Verified<?> message)) {
                assertThat(message.header().commitments())
                        .isEqualTo(opened().header().commitments());
            }
        }
    }

    private interface Mutate {
        byte[] apply(byte[] original, Random random);
    }

    private Map<Refusal, Integer> refuse(
            long seed, int count, byte[] original, Mutate mutation, UnaryOperator<byte[]> wrap) {
        Random random = new Random(seed);
        Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
        for (int i = 0; i < count; i++) {
            byte[] changed = mutation.apply(original, random);
            if (Arrays.equals(changed, original)) {
                continue;
            }
            Opening opening = post.open(MX, wrap.apply(changed));
            assertThat(opening).as("seed %d, mutant %d", seed, i).isInstanceOf(Refused.class);
            refusals.merge(((Refused) opening).why(), 1, Integer::sum);
        }
        return refusals;
    }

    private Verified<?> opened() {
        return Post.opened(post.open(MX, good.envelope()));
    }

    byte[] outer(byte[] inside) {
        try {
            return Cms.outer(post, inside, MX);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
