package org.enlace.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.attachment.Attachment;
import org.enlace.attachment.AttachmentSealer;
import org.enlace.attachment.Attachments;
import org.enlace.attachment.Chunk;
import org.enlace.directory.TopicSubject;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.attachment.AttachmentProgress;
import org.enlace.node.attachment.AttachmentState;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.attachment.Upload;
import org.enlace.node.attachment.Uploads;
import org.enlace.node.attachment.Uploads.Outcome.Elsewhere;
import org.enlace.node.attachment.Uploads.Outcome.Refused;
import org.enlace.node.attachment.Uploads.Outcome.Taken;
import org.enlace.node.casefile.AttachmentsNamed;
import org.enlace.node.casefile.MessageDestroyed;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.inspection.FileKind;
import org.enlace.node.keys.CaseKeys;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Files that travel with messages, over a real broker between two nodes, and from a neighbour that sends what it
/// likes.
abstract class AttachmentCases {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final CaseReference CASE = new CaseReference("GT-2026-7K4M2Q");
    private static final int SIZE = 6 * 1024 * 1024 + 12_345;

    private final ExchangeNode.Running gt;
    private final ExchangeNode.Running mx;
    private final Neighbour sv;

    AttachmentCases(ExchangeNode.Running gt, ExchangeNode.Running mx, Neighbour sv) {
        this.gt = gt;
        this.mx = mx;
        this.sv = sv;
    }

    @Test
    void aFileArrivesWholeAlthoughItsChunksCameBeforeItsMessageAndBothSidesStoppedMeanwhile() throws IOException {
        byte[] clear = bytes(SIZE);
        OutboundMessage message = Reports.to(MX, "with a file");
        Attachment file = gt.bean(MessageFiles.class)
                .seal(
                        message.id(),
                        1,
                        Sensitive.of("plan.pdf"),
                        "application/pdf",
                        SIZE,
                        new ByteArrayInputStream(clear));
        Attachments files = new Attachments(List.of(file));

        inTransaction(gt, () -> {
            gt.bean(Outbox.class).send(message.with(files));
            named(gt, message.id(), null, files);
        });
        for (ExchangeNode.Running node : List.of(gt, mx, gt, mx, gt)) {
            interrupt(node);
        }
        await().atMost(SOON).until(() -> progress(gt, message.id()).state() == AttachmentState.SENT);
        assertThat(mx.bean(MessageFiles.class).progress(message.id())).isEmpty();

        inTransaction(mx, () -> named(mx, message.id(), GT, files));

        await().atMost(SOON).until(() -> progress(mx, message.id()).state() == AttachmentState.UNSCANNED);
        assertThat(progress(mx, message.id()).done()).isEqualTo(file.chunks());
        assertThat(read(mx, message.id())).isEqualTo(clear);
        assertThat(read(gt, message.id())).isEqualTo(clear);
    }

    @Test
    void chunksComeInAnyOrderAndTwiceAndWhatIsWrongOrNotNamedIsDropped() throws IOException {
        byte[] clear = bytes(5 * Chunk.CLEAR_BYTES - 100);
        MessageId message = Reports.newId();
        List<Chunk> chunks = new ArrayList<>();
        Attachment file = sealed(message, clear, chunks);
        inTransaction(mx, () -> named(mx, message, SV, new Attachments(List.of(file))));

        byte[] wrong = chunks.get(1).sealed().clone();
        wrong[77] ^= 1;
        sv.publish(TopicSubject.ATTACHMENTS, new byte[] {1, 2, 3});
        sv.publish(TopicSubject.ATTACHMENTS, new byte[0]);
        publish(new Chunk(file.id(), 1, wrong));
        publish(new Chunk(file.id(), 2, chunks.get(3).sealed()));
        publish(new Chunk(Reports.newId().value(), 0, wrong));
        for (int index : new int[] {4, 3, 3, 2, 0, 4}) {
            publish(chunks.get(index));
        }

        await().atMost(SOON).until(() -> progress(mx, message).done() == 4);
        assertThat(progress(mx, message).state()).isEqualTo(AttachmentState.COMING);
        assertThat(mx.bean(MessageFiles.class).open(message, 1)).isEmpty();

        publish(chunks.get(1));

        await().atMost(SOON).until(() -> progress(mx, message).state() == AttachmentState.UNSCANNED);
        assertThat(read(mx, message)).isEqualTo(clear);
    }

    @Test
    void aFileThatIsNotWhatWasSignedIsOpenedByNobody() throws IOException {
        MessageId message = Reports.newId();
        List<Chunk> chunks = new ArrayList<>();
        Attachment it = sealed(message, bytes(100), chunks);
        Attachment other = new Attachment(
                it.id(),
                1,
                it.name(),
                it.mediaType(),
                it.length(),
                "0".repeat(64),
                it.sealedSha256(),
                it.key(),
                it.salt(),
                1);
        inTransaction(mx, () -> named(mx, message, SV, new Attachments(List.of(other))));
        publish(chunks.getFirst());

        await().atMost(SOON).until(() -> progress(mx, message).state() == AttachmentState.DAMAGED);
        assertThat(mx.bean(MessageFiles.class).open(message, 1)).isEmpty();
    }

    @Test
    void whoMayWriteOnAnotherTopicSendsNoChunkOfAnothersFile() throws IOException {
        MessageId message = Reports.newId();
        List<Chunk> chunks = new ArrayList<>();
        Attachment file = sealed(message, bytes(100), chunks);
        inTransaction(mx, () -> named(mx, message, GT, new Attachments(List.of(file))));
        MessageId after = Reports.newId();
        List<Chunk> own = new ArrayList<>();
        Attachment ofItsOwn = sealed(after, bytes(100), own);
        inTransaction(mx, () -> named(mx, after, SV, new Attachments(List.of(ofItsOwn))));

        publish(chunks.getFirst());
        publish(own.getFirst());

        await().atMost(SOON).until(() -> progress(mx, after).state() == AttachmentState.UNSCANNED);
        assertThat(progress(mx, message).done()).isZero();
    }

    @Test
    void aFileGoesWithItsMessage() throws IOException {
        MessageId message = Reports.newId();
        List<Chunk> chunks = new ArrayList<>();
        Attachment file = sealed(message, bytes(100), chunks);
        inTransaction(mx, () -> named(mx, message, SV, new Attachments(List.of(file))));
        publish(chunks.getFirst());
        await().atMost(SOON).until(() -> progress(mx, message).state() == AttachmentState.UNSCANNED);

        inTransaction(mx, () -> {
            mx.bean(CaseKeys.class).destroy(message);
            mx.context().publishEvent(new MessageDestroyed(message));
        });

        assertThat(mx.bean(MessageFiles.class).progress(message)).isEmpty();
        assertThat(mx.bean(MessageFiles.class).open(message, 1)).isEmpty();
        publish(chunks.getFirst());
        assertThat(mx.bean(MessageFiles.class).progress(message)).isEmpty();
    }

    @Test
    void anUploadGoesOnWhereItStoppedIsNeverClearOnTheDiskAndLeavesWithItsMessage() throws IOException {
        String secret = "Vio una furgoneta azul en la frontera. ";
        byte[] clear = secret.repeat(10_000).getBytes(UTF_8);
        OutboundMessage message = Reports.to(MX, "with an upload");
        UUID id = Reports.newId().value();
        Uploads uploads = gt.bean(Uploads.class);

        assertThat(uploads.begin(id, message.id(), CASE, "plan.exe", clear.length))
                .isInstanceOf(Taken.class);
        assertThat(uploads.append(id, 65_536, piece(clear, 0, 65_536))).isInstanceOf(Elsewhere.class);
        assertThat(uploads.append(id, 0, piece(clear, 0, 65_535))).isEqualTo(new Refused(Uploads.Why.PIECE));
        assertThat(uploads.append(id, 0, piece(clear, 0, 131_072))).isInstanceOf(Taken.class);
        assertThat(uploads.append(id, 0, piece(clear, 0, 131_072)))
                .isInstanceOfSatisfying(
                        Elsewhere.class,
                        it -> assertThat(it.upload().received()).isEqualTo(131_072));
        assertThat(uploads.ready(message.id())).isEmpty();
        assertThat(onDisk(gt)).isNotEmpty().noneMatch(bytes -> holds(bytes, secret));

        assertThat(uploads.append(id, 131_072, piece(clear, 131_072, 196_608))).isInstanceOf(Taken.class);
        Taken last = (Taken) uploads.append(id, 327_680, piece(clear, 327_680, 262_144));

        assertThat(last.upload().state()).isEqualTo(Upload.State.READY);
        assertThat(last.upload().kind()).isEqualTo(FileKind.TEXT);
        assertThat(last.upload().scanned()).isFalse();
        Attachments files = uploads.ready(message.id()).orElseThrow();
        assertThat(nameOf(files)).isEqualTo("plan.exe.txt");
        assertThat(onDisk(gt)).noneMatch(bytes -> holds(bytes, secret));

        inTransaction(gt, () -> {
            gt.bean(Outbox.class).send(message.with(files));
            named(gt, message.id(), null, files);
        });
        inTransaction(mx, () -> named(mx, message.id(), GT, files));
        await().atMost(SOON).until(() -> progress(mx, message.id()).state() == AttachmentState.UNSCANNED);
        assertThat(read(mx, message.id())).isEqualTo(clear);
        assertThat(uploads.of(message.id())).isEmpty();
    }

    @Test
    void whatMayNotTravelIsRefusedAndNothingOfItIsLeft() {
        byte[] page = "<!DOCTYPE html><script>alert(1)</script>".getBytes(UTF_8);
        MessageId message = Reports.newId();
        UUID id = Reports.newId().value();
        Uploads uploads = gt.bean(Uploads.class);
        int before = onDisk(gt).size();

        uploads.begin(id, message, CASE, "plan.pdf", page.length);
        Taken taken = (Taken) uploads.append(id, 0, page);

        assertThat(taken.upload().state()).isEqualTo(Upload.State.REFUSED);
        assertThat(taken.upload().reason()).isEqualTo(Upload.Reason.KIND);
        assertThat(uploads.ready(message)).isEmpty();
        assertThat(onDisk(gt)).hasSize(before);
    }

    @Test
    void aMessageTakesTwentyFilesAndWhatIsTakenOutMakesRoom() {
        MessageId message = Reports.newId();
        Uploads uploads = gt.bean(Uploads.class);
        int before = onDisk(gt).size();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(Reports.newId().value());
            uploads.begin(ids.getLast(), message, CASE, "note " + i + ".txt", 5);
        }
        UUID more = Reports.newId().value();

        assertThat(uploads.begin(more, message, CASE, "more.txt", 5)).isEqualTo(new Refused(Uploads.Why.TOO_MANY));
        uploads.append(ids.get(4), 0, "hello".getBytes(UTF_8));
        assertThat(uploads.remove(ids.get(4))).isTrue();
        assertThat(uploads.remove(ids.get(4))).isFalse();
        assertThat(uploads.begin(more, message, CASE, "more.txt", 5))
                .isInstanceOfSatisfying(
                        Taken.class, it -> assertThat(it.upload().number()).isEqualTo(5));
        assertThat(uploads.begin(Reports.newId().value(), Reports.newId(), CASE, "../x.txt", 5))
                .isEqualTo(new Refused(Uploads.Why.NAME));
        assertThat(uploads.begin(Reports.newId().value(), Reports.newId(), CASE, "x.txt", 268_435_457L))
                .isEqualTo(new Refused(Uploads.Why.LENGTH));
        uploads.append(more, 0, "hello".getBytes(UTF_8));
        assertThat(onDisk(gt)).hasSize(before + 1);

        uploads.drop(message);

        assertThat(uploads.of(message)).isEmpty();
        assertThat(onDisk(gt)).hasSize(before);
    }

    private static byte[] piece(byte[] all, int from, int count) {
        return Arrays.copyOfRange(all, Math.min(from, all.length), Math.min(all.length, from + count));
    }

    @ShowsPersonalData
    private static String nameOf(Attachments files) {
        return files.attachments().getFirst().name().reveal();
    }

    private static boolean holds(byte[] file, String words) {
        return new String(file, UTF_8).contains(words);
    }

    /// Everything in the folder of the attachments.
    private static List<byte[]> onDisk(ExchangeNode.Running node) {
        Path folder = Path.of(
                        Objects.requireNonNull(node.context().getEnvironment().getProperty("enlace.keys.storage-file")))
                .resolveSibling("attachments");
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(Chunk chunk) {
        sv.publish(TopicSubject.ATTACHMENTS, chunk.record());
    }

    /// What the case does when a message with files is in it.
    private static void named(
            ExchangeNode.Running node, MessageId message, @Nullable NodeId from, Attachments attachments) {
        node.context().publishEvent(new AttachmentsNamed(message, message, CASE, from, attachments));
    }

    private static void interrupt(ExchangeNode.Running node) {
        SmartLifecycle chunks = node.context().getBean("chunkExchange", SmartLifecycle.class);
        chunks.stop();
        chunks.start();
    }

    private static void inTransaction(ExchangeNode.Running node, Runnable what) {
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> what.run());
    }

    private static AttachmentProgress progress(ExchangeNode.Running node, MessageId message) {
        return node.bean(MessageFiles.class).progress(message).getFirst();
    }

    /// What a reader gets, once a second person has let through what nobody scanned.
    private static byte[] read(ExchangeNode.Running node, MessageId message) {
        MessageFiles files = node.bean(MessageFiles.class);
        if (progress(node, message).state() == AttachmentState.UNSCANNED) {
            assertThat(files.open(message, 1)).isEmpty();
            assertThat(files.letThrough(message, 1)).isTrue();
        }
        assertThat(files.letThrough(message, 1)).isFalse();
        try (InputStream in = node.bean(MessageFiles.class).open(message, 1).orElseThrow()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attachment sealed(MessageId message, byte[] clear, List<Chunk> chunks) throws IOException {
        return new AttachmentSealer(new SecureRandom())
                .seal(
                        message,
                        1,
                        Sensitive.of("plan.pdf"),
                        "application/pdf",
                        clear.length,
                        new ByteArrayInputStream(clear),
                        chunks::add);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
