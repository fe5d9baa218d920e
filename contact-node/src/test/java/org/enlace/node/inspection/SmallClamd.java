package org.enlace.node.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Speaks `INSTREAM` as clamd does, and knows one kind of malware: the EICAR test file. Takes files up to a limit.
final class SmallClamd implements AutoCloseable {
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocketChannel server;
    private final int bytesMax;

    SmallClamd(SocketAddress at, int bytesMax) throws IOException {
        this.bytesMax = bytesMax;
        this.server = at instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        server.bind(at);
        Thread.ofVirtual().start(this::serve);
    }

    SocketAddress address() throws IOException {
        return server.getLocalAddress();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                client.write(ByteBuffer.wrap((answer(client) + "\0").getBytes(US_ASCII)));
            } catch (IOException e) {
                // The client or the test has ended.
            }
        }
    }

    private String answer(SocketChannel client) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(client));
        if (!new String(in.readNBytes(10), US_ASCII).equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int size = in.readInt(); size != 0; size = in.readInt()) {
            file.writeBytes(in.readNBytes(size));
            if (file.size() > bytesMax) {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
        return file.toString(US_ASCII).contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
