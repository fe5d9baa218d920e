package org.enlace.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.attachment.Files.MESSAGE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.person.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealAndOpenAttachmentTest {
    private static final int CHUNK = Chunk.CLEAR_BYTES;
    private static final int SEALED_SEGMENT = Chunk.SEGMENT_BYTES + ChunkCipher.TAG_BYTES;
    private static final int ROUNDS = 40;

    private final Random random = new Random(20261123);

    @ParameterizedTest
    @ValueSource(
            ints = {
                1,
                Chunk.SEGMENT_BYTES - 1,
                Chunk.SEGMENT_BYTES,
                Chunk.SEGMENT_BYTES + 1,
                CHUNK - 1,
                CHUNK,
                CHUNK + 1,
                2 * CHUNK + 7
            })
    void aFileComesBackAsItWas(int length) throws IOException {
        byte[] clear = Files.bytes(length);

        assertThat(Files.sealed(clear).open()).isEqualTo(clear);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, CHUNK, CHUNK + 1})
    void everyRecordHasTheSameSize(int length) throws IOException {
        Files.SealedFile file = Files.sealed(Files.bytes(length));

        assertThat(file.sealed()).hasSize(file.attachment().chunks()).allSatisfy(it -> {
            byte[] record = new Chunk(file.attachment().id(), 0, it).record();
            assertThat(record).hasSize(Chunk.RECORD_BYTES);
        });
    }

    @Test
    void whateverIsCutOffNothingOfThatChunkIsGivenOut() throws IOException {
        byte[] clear = Files.bytes(2 * CHUNK + 70_000);
        Files.SealedFile file = Files.sealed(clear);
        for (int round = 0; round < ROUNDS; round++) {
            int chunk = random.nextInt(3);
            int left = round % 4 == 0 ? SEALED_SEGMENT * random.nextInt(8) : random.nextInt(Chunk.SEALED_BYTES);
            byte[] whole = file.sealed().get(chunk);
            file.sealed().set(chunk, Arrays.copyOf(whole, left));

            assertRefusedAt(chunk, file, clear);

            file.sealed().set(chunk, whole);
        }
        assertThat(file.open()).isEqualTo(clear);
    }

    @Test
    void oneBitAnywhereIsNoticedBeforeAByteOfThatChunkIsGivenOut() throws IOException {
        byte[] clear = Files.bytes(CHUNK + 70_000);
        Files.SealedFile file = Files.sealed(clear);
        for (int round = 0; round < ROUNDS; round++) {
            int chunk = random.nextInt(2);
            int at = random.nextInt(Chunk.SEALED_BYTES);
            byte bit = (byte) (1 << random.nextInt(8));
            file.sealed().get(chunk)[at] ^= bit;

            assertRefusedAt(chunk, file, clear);

            file.sealed().get(chunk)[at] ^= bit;
        }
        assertThat(file.open()).isEqualTo(clear);
    }

    @Test
    void segmentsThatChangePlacesOrStandTwiceAreNoticed() throws IOException {
        byte[] clear = Files.bytes(3 * CHUNK);
        Files.SealedFile file = Files.sealed(clear);
        for (int round = 0; round < ROUNDS; round++) {
            int one = random.nextInt(24);
            int other = (one + 1 + random.nextInt(23)) % 24;
            byte[] first = segment(file, one);
            byte[] second = segment(file, other);
            put(file, one, second);
            if (round % 2 == 0) {
                put(file, other, first);
            }

            assertRefusedAt(round % 2 == 0 ? Math.min(one, other) / 8 : one / 8, file, clear);

            put(file, one, first);
            put(file, other, second);
        }
        assertThat(file.open()).isEqualTo(clear);
    }

    @Test
    void anotherMessageNumberOrLengthOpensNothing() throws IOException {
        byte[] clear = Files.bytes(CHUNK + 9);
        Files.SealedFile file = Files.sealed(clear);
        Attachment it = file.attachment();
        MessageId other = MessageId.next(Instant.parse("2026-11-22T12:00:00Z"), random);

        assertThatThrownBy(() -> file.open(it, other)).isInstanceOf(DamagedAttachment.class);
        assertThatThrownBy(() -> file.open(changed(it, 2, it.length(), it.sha256(), it.chunks()), MESSAGE))
                .isInstanceOf(DamagedAttachment.class);
        assertThatThrownBy(() -> file.open(changed(it, 1, it.length() - 1, it.sha256(), 2), MESSAGE))
                .isInstanceOf(DamagedAttachment.class);
        assertThatThrownBy(() -> file.open(changed(it, 1, CHUNK, it.sha256(), 1), MESSAGE))
                .isInstanceOf(DamagedAttachment.class);
        assertThat(file.open(it, MESSAGE)).isEqualTo(clear);
    }

    @Test
    void aChunkOfAnotherAttachmentOfTheSameMessageIsNotOpened() throws IOException {
        Files.SealedFile one = Files.sealed(Files.bytes(5), "a.pdf", 1);
        Files.SealedFile two = Files.sealed(Files.bytes(5), "b.pdf", 2);
        AttachmentOpener opener = new AttachmentOpener(one.attachment(), MESSAGE);

        assertThat(opener.open(new Chunk(one.attachment().id(), 0, two.sealed().getFirst())))
                .isEmpty();
        assertThat(opener.open(new Chunk(two.attachment().id(), 0, one.sealed().getFirst())))
                .isEmpty();
        assertThat(opener.open(new Chunk(one.attachment().id(), 1, one.sealed().getFirst())))
                .isEmpty();
        assertThat(opener.open(new Chunk(one.attachment().id(), 0, one.sealed().getFirst())))
                .hasValueSatisfying(clear -> assertThat(clear).isEqualTo(Files.bytes(5)));
    }

    @Test
    void theWholeHasTheDigestThatWasSignedOrDoesNotEnd() throws IOException {
        Files.SealedFile file = Files.sealed(Files.bytes(100));
        Attachment it = file.attachment();
        Attachment other = changed(it, 1, it.length(), "0".repeat(64), it.chunks());

        assertThatThrownBy(() -> file.open(other, MESSAGE))
                .isInstanceOfSatisfying(
                        DamagedAttachment.class, e -> assertThat(e.chunk()).isEqualTo(1));
    }

    @Test
    void paddingThatIsNotZeroIsRefusedThoughItsTagIsRight() throws IOException {
        Files.SealedFile file = Files.sealed(Files.bytes(100));
        file.sealed().set(0, OtherTeam.seal(file.attachment(), MESSAGE, Files.bytes(CHUNK)));

        assertThatThrownBy(file::open).isInstanceOf(DamagedAttachment.class);
    }

    @Test
    void anotherTeamsSealingIsOpenedByOurs() throws IOException {
        byte[] clear = Files.bytes(100);
        Files.SealedFile file = Files.sealed(clear);
        byte[] theirs = OtherTeam.seal(file.attachment(), MESSAGE, Arrays.copyOf(clear, CHUNK));

        assertThat(theirs).isEqualTo(file.sealed().getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 600_000})
    void aFileOfAnotherLengthThanSaidIsNotSealed(int off) {
        byte[] clear = Files.bytes(CHUNK);
        InputStream in = new ByteArrayInputStream(clear);

        assertThatThrownBy(() -> new AttachmentSealer(new SecureRandom())
                        .seal(MESSAGE, 1, Sensitive.of("a.pdf"), "application/pdf", CHUNK + off, in, chunk -> {}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRecordIsReadAsItWasWrittenAndNothingElseIsAChunk() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        byte[] record = new Chunk(id, 511, new byte[Chunk.SEALED_BYTES]).record();

        assertThat(Chunk.read(record)).hasValueSatisfying(chunk -> {
            assertThat(chunk.attachment()).isEqualTo(id);
            assertThat(chunk.index()).isEqualTo(511);
        });
        List<byte[]> others = List.of(
                new byte[0],
                Arrays.copyOf(record, record.length - 1),
                Arrays.copyOf(record, record.length + 1),
                with(record, 0, 2),
                with(record, 17, 0x80),
                with(record, 19, 2));
        assertThat(others).allSatisfy(other -> assertThat(Chunk.read(other)).isEmpty());
    }

    @Test
    void twoFilesOfTheSameBytesLookDifferent() throws IOException {
        Files.SealedFile one = Files.sealed(new byte[1]);
        Files.SealedFile two = Files.sealed(new byte[1]);

        assertThat(one.attachment().sealedSha256())
                .isNotEqualTo(two.attachment().sealedSha256());
        assertThat(one.attachment().id()).isNotEqualTo(two.attachment().id());
        assertThat(one.attachment().id().version()).isEqualTo(4);
    }

    private static void assertRefusedAt(int chunk, Files.SealedFile file, byte[] clear) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream stream = new AttachmentOpener(file.attachment(), MESSAGE)
                .stream(index -> file.sealed().get(index));

        assertThatThrownBy(() -> stream.transferTo(out))
                .isInstanceOfSatisfying(
                        DamagedAttachment.class, e -> assertThat(e.chunk()).isEqualTo(chunk));
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(clear, chunk * CHUNK));
    }

    private static Attachment changed(Attachment it, int number, long length, String sha256, int chunks) {
        return new Attachment(
                it.id(),
                number,
                it.name(),
                it.mediaType(),
                length,
                sha256,
                it.sealedSha256(),
                it.key(),
                it.salt(),
                chunks);
    }

    private static byte[] segment(Files.SealedFile file, int segment) {
        int from = segment % 8 * SEALED_SEGMENT;
        return Arrays.copyOfRange(file.sealed().get(segment / 8), from, from + SEALED_SEGMENT);
    }

    private static void put(Files.SealedFile file, int segment, byte[] bytes) {
        System.arraycopy(bytes, 0, file.sealed().get(segment / 8), segment % 8 * SEALED_SEGMENT, SEALED_SEGMENT);
    }

    private static byte[] with(byte[] record, int at, int value) {
        byte[] other = record.clone();
        other[at] = (byte) value;
        return other;
    }
}
