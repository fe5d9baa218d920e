package org.enlace.exchange;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.enlace.attachment.Attachment;
import org.enlace.attachment.Attachments;
import org.enlace.message.CaseReference;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.attachment.AttachmentState;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.casefile.AttachmentsNamed;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A node in a process of its own that sends one large file, or takes it in, until it is through or its crash
/// point ends it. Started again, it goes on. Says on its output how it went.
public final class FileNode {
    static final long LENGTH = Attachment.LENGTH_MAX;

    private static final CaseReference CASE = new CaseReference("GT-2026-7K4M2Q");

    private FileNode() {}

    /// @param arguments code, network folder, storage folder, genesis, broker, file for the compartment of the message,
    /// id of the message, further settings
    public static void main(String[] arguments) throws Exception {
        NodeId code = new NodeId(arguments[0]);
        Path compartment = Path.of(arguments[5]);
        MessageId message = MessageId.parse(arguments[6]);
        try (ExchangeNode.Running node = ExchangeNode.start(
                code,
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                arguments[3],
                arguments[4],
                Arrays.copyOfRange(arguments, 7, arguments.length))) {
            boolean sends = code.equals(Site.GT);
            MessageFiles files = node.bean(MessageFiles.class);
            if (files.progress(message).isEmpty()) {
                begin(node, message, compartment, sends);
            }
            say("READY " + code);
            long start = System.nanoTime();
            int before = files.progress(message).getFirst().done();
            AttachmentState end = sends ? AttachmentState.SENT : AttachmentState.UNSCANNED;
            List<MessageId> beside = new ArrayList<>();
            boolean talks = sends && System.getProperty("enlace.crash", "").isEmpty();
            while (files.progress(message).getFirst().state() != end) {
                if (talks) {
                    beside.add(node.send(Reports.to(Site.MX, "beside")).id());
                }
                Thread.sleep(250);
            }
            say("MILLIS " + Duration.ofNanos(System.nanoTime() - start).toMillis());
            if (talks) {
                say("MESSAGES " + beside.size());
                say("BESIDE " + median(node, beside));
                List<MessageId> alone = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    alone.add(node.send(Reports.to(Site.MX, "alone")).id());
                    Thread.sleep(250);
                }
                say("ALONE " + median(node, alone));
            }
            say("CHUNKS " + (files.progress(message).getFirst().done() - before));
            files.letThrough(message, 1);
            try (InputStream clear = files.open(message, 1).orElseThrow()) {
                say("SHA256 " + digest(clear));
            }
            say("HEAP "
                    + ManagementFactory.getMemoryPoolMXBeans().stream()
                                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                    .sum()
                            / (1024 * 1024));
            if (!sends) {
                // Takes in what is sent beside and after the file, until nobody needs it any more.
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /// Milliseconds until the other side had a message for good.
    private static long median(ExchangeNode.Running node, List<MessageId> messages) {
        List<Long> millis = new ArrayList<>();
        for (MessageId id : messages) {
            Delivery delivery = await().atMost(Duration.ofMinutes(2))
                    .until(() -> node.bean(Deliveries.class).of(id).getFirst(), there -> there.storedAt() != null);
            millis.add(Duration.between(
                            Objects.requireNonNull(delivery.queuedAt()), Objects.requireNonNull(delivery.storedAt()))
                    .toMillis());
        }
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0L);
    }

    /// What a user attaches: nothing that repeats, the same each time.
    static InputStream file() {
        return new InputStream() {
            private final Random random = new Random(256);
            private final byte[] some = new byte[64 * 1024];
            private int used = some.length;
            private long left = LENGTH;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int offset, int count) {
                if (left == 0) {
                    return -1;
                }
                if (used == some.length) {
                    random.nextBytes(some);
                    used = 0;
                }
                int now = (int) Math.min(left, Math.min(count, some.length - used));
                System.arraycopy(some, used, to, offset, now);
                used += now;
                left -= now;
                return now;
            }
        };
    }

    private static void begin(ExchangeNode.Running node, MessageId message, Path compartment, boolean sends)
            throws IOException, MalformedMessage {
        if (sends) {
            long start = System.nanoTime();
            Attachment file = node.bean(MessageFiles.class)
                    .seal(message, 1, Sensitive.of("film.mp4"), "video/mp4", LENGTH, file());
            say("SEALED " + Duration.ofNanos(System.nanoTime() - start).toMillis());
            Attachments files = new Attachments(List.of(file));
            Files.write(compartment, files.write());
            named(node, message, null, files);
        } else {
            named(node, message, Site.GT, Attachments.read(Files.readAllBytes(compartment)));
        }
    }

    private static void named(
            ExchangeNode.Running node, MessageId message, @Nullable NodeId from, Attachments attachments) {
        new TransactionTemplate(node.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        node.context().publishEvent(new AttachmentsNamed(message, message, CASE, from, attachments)));
    }

    private static String digest(InputStream clear) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        new DigestInputStream(clear, sha256).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
