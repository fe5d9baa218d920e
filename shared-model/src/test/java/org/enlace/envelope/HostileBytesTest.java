package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever bytes come, the answer is a refusal: nothing else is thrown, nothing changed is accepted. Mutants
/// come from a seed, so a failure can be repeated.
class HostileBytesTest {
    private final Post post = new Post(Suite.fastest());
    private final Sealed good = post.seal(GT, MX);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changedBytesOfAnEnvelopeAreRefused(long seed) {
        Map<Refusal, Integer> refusals = refuse(seed, 1000, good.envelope(), Mutation::bytes, it -> it);

        assertThat(refusals).containsKeys(Refusal.NOT_AN_ENVELOPE, Refusal.DECRYPTION);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changedStructureOfAnEnvelopeIsRefused(long seed) {
        Map<Refusal, Integer> refusals = refuse(seed, 500, good.envelope(), Mutation::structure, it -> it);

        assertThat(refusals).containsKeys(Refusal.NOT_AN_ENVELOPE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changesOfTheInnerLayerByWhoeverCanMakeAnOuterOneAreRefused(long seed) throws Exception {
        byte[] inner = Cms.inner(post, good.envelope(), MX);

        refuse(seed, 250, inner, Mutation::bytes, changed -> outer(changed));
        refuse(seed, 250, inner, Mutation::structure, changed -> outer(changed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changesOfWhatIsSignedByWhoeverCanEncryptAreRefused(long seed) {
        Map<Refusal, Integer> byBytes =
                refuse(seed, 500, good.signedData(), Mutation::bytes, changed -> post.wrapped(changed, MX));
        Map<Refusal, Integer> byStructure =
                refuse(seed, 500, good.signedData(), Mutation::structure, changed -> post.wrapped(changed, MX));

        assertThat(byBytes).containsKeys(Refusal.NOT_DER, Refusal.SIGNED_ATTRIBUTES);
        assertThat(byStructure.size()).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
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

    @Test
    void bytesThatNeverWereAnEnvelopeAreRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            if (noise.length > 4 && random.nextBoolean()) {
                noise[0] = 0x30;
                noise[1] = (byte) (noise.length - 2);
            }
            assertThat(post.open(MX, noise)).isInstanceOf(Refused.class);
        }
        assertThat(post.open(MX, new byte[0])).isInstanceOf(Refused.class);
    }

    @Test
    void structuresNestedAHundredThousandDeepAreRefusedEverywhere() throws Exception {
        byte[] definite = nested(100_000);
        byte[] indefinite = new byte[200_000];
        for (int i = 0; i < indefinite.length; i += 2) {
            indefinite[i] = 0x30;
            indefinite[i + 1] = (byte) 0x80;
        }
        for (byte[] deep : new byte[][] {definite, indefinite}) {
            assertThat(post.open(MX, deep)).isInstanceOf(Refused.class);
            assertThat(post.open(MX, outer(deep))).isInstanceOf(Refused.class);
            assertThat(post.open(MX, post.wrapped(deep, MX))).isInstanceOf(Refused.class);
            assertThat(post.open(MX, post.wrapped(post.signed(GT, deep), MX))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void lengthsThatPromiseMoreThanThereIsAreRefused() {
        for (int octets = 1; octets <= 8; octets++) {
            byte[] promise = new byte[2 + octets];
            Arrays.fill(promise, (byte) 0x7f);
            promise[0] = 0x30;
            promise[1] = (byte) (0x80 | octets);
            assertThat(post.open(MX, promise)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anythingBehindTheEnvelopeIsRefused() {
        byte[] longer = Arrays.copyOf(good.envelope(), good.envelope().length + 1);

        Post.isRefused(post.open(MX, longer), Refusal.NOT_AN_ENVELOPE);
        byte[] behind = Arrays.copyOf(good.signedData(), good.signedData().length + 1);
        Post.isRefused(post.open(MX, post.wrapped(behind, MX)), Refusal.NOT_DER);
    }

    static List<Primitives> everyProvider() {
        return new ProviderChoice().all();
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void noProviderGivesOutPlainTextBeforeTheTagIsRight(Primitives primitives) throws GeneralSecurityException {
        byte[] key = new byte[Primitives.KEY_BYTES];
        byte[] nonce = new byte[Primitives.NONCE_BYTES];
        byte[] sealed = primitives.encrypt(key, nonce, new byte[100_000]);
        for (int i : new int[] {0, 50_000, 99_999, 100_000, 100_015}) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> primitives.decrypt(key, nonce, changed))
                    .isInstanceOf(GeneralSecurityException.class);
        }
        for (int length = 0; length < 16; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> primitives.decrypt(key, nonce, cut)).isInstanceOf(GeneralSecurityException.class);
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

    private byte[] outer(byte[] inside) {
        try {
            return Cms.outer(post, inside, MX);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] nested(int depth) {
        ByteArrayOutputStream reversed = new ByteArrayOutputStream();
        int length = 0;
        for (int i = 0; i < depth; i++) {
            byte[] size = length < 128
                    ? new byte[] {(byte) length}
                    : new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) 0x83};
            reversed.writeBytes(size);
            reversed.write(0x30);
            length += size.length + 1;
        }
        byte[] inside = reversed.toByteArray();
        for (int i = 0; i < inside.length / 2; i++) {
            byte swap = inside[i];
            inside[i] = inside[inside.length - 1 - i];
            inside[inside.length - 1 - i] = swap;
        }
        return inside;
    }
}
