package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes come, the answer is a refusal: nothing else is thrown, nothing changed is accepted.
class HostileBytesTest extends HostileBytes {
    static LongStream seeds() {
        return LongStream.of(1, 2);
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
