package org.enlace.node.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a clamd on this machine: `INSTREAM`, over its socket file or a loopback port.
///
/// @see <a href="https://docs.clamav.net/manual/Usage/Scanning.html#clamd">clamd(8)</a>
final class Clamd implements Scanner {
    private static final Logger log = LoggerFactory.getLogger(Clamd.class);
    private static final String FILE = "unix:";
    private static final int PIECE = 64 * 1024;
    private static final int REPLY_MAX = 4 * 1024;

    private final SocketAddress address;
    private final Duration answerMax;

    /// @param address `unix:/run/clamav/clamd.ctl`, or the port of a clamd on loopback
    /// @param answerMax how long one file may take
    Clamd(String address, Duration answerMax) {
        this.address = address.startsWith(FILE)
                ? UnixDomainSocketAddress.of(address.substring(FILE.length()))
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(address));
        this.answerMax = answerMax;
    }

    @Override
    public Finding scan(InputStream clear) {
        try (SocketChannel channel = open()) {
            FutureTask<Finding> asking = new FutureTask<>(() -> ask(channel, clear));
            Thread.ofVirtual().name("scanning").start(asking);
            return asking.get(answerMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            log.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("The scanner for malware did not answer; what was to be scanned waits for a second person");
            return Finding.NOT_SCANNED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.NOT_SCANNED;
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        try {
            channel.connect(address);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Finding ask(SocketChannel channel, InputStream clear) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] piece = new byte[PIECE];
        try {
            for (int count = clear.readNBytes(piece, 0, PIECE); count > 0; count = clear.readNBytes(piece, 0, PIECE)) {
                write(channel, ByteBuffer.allocate(4).putInt(0, count));
                write(channel, ByteBuffer.wrap(piece, 0, count));
            }
            write(channel, ByteBuffer.allocate(4));
        } catch (IOException e) {
            // It may have said already that this is more than it takes, and hung up.
            return reply(channel);
        }
        return reply(channel);
    }

    private static Finding reply(SocketChannel channel) throws IOException {
        byte[] bytes = Channels.newInputStream(channel).readNBytes(REPLY_MAX);
        String reply =
                new String(bytes, StandardCharsets.US_ASCII).replace("\0", "").strip();
        return reply.equals("stream: OK")
                ? Finding.CLEAN
                : reply.startsWith("stream: ") && reply.endsWith(" FOUND") ? Finding.MALWARE : Finding.NOT_SCANNED;
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
