package org.enlace.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.enlace.message.Compartment;

/// The signed content around and after the header: `length(4) header count(1) { code(1) salt(32) length(4)
/// bytes }* padding`. Numbers are big-endian and unsigned, padding is zeros up to the next of the few sizes a
/// content may have.
///
/// @see <a href="../../../../../../docs/protocol.md#6-payload">protocol §6</a>
final class Payload {
    private static final int SALT_BYTES = 32;
    private static final int[] SIZES = {2 * 1024, 8 * 1024, 32 * 1024, 128 * 1024, 512 * 1024};

    private final Map<Compartment, Part> parts = new EnumMap<>(Compartment.class);

    private Payload() {}

    private static final class Part {
        private final byte[] salt;
        private final byte[] bytes;

        private Part(byte[] salt, byte[] bytes) {
            this.salt = salt;
            this.bytes = bytes;
        }
    }

    static Payload of(Map<Compartment, byte[]> contents, SecureRandom random) {
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("A message has at least one compartment");
        }
        Payload payload = new Payload();
        contents.forEach((compartment, bytes) -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            payload.parts.put(compartment, new Part(salt, bytes.clone()));
        });
        return payload;
    }

    Map<Compartment, byte[]> contents() {
        Map<Compartment, byte[]> contents = new EnumMap<>(Compartment.class);
        parts.forEach((compartment, part) -> contents.put(compartment, part.bytes));
        return contents;
    }

    Map<Compartment, String> commitments() {
        Map<Compartment, String> commitments = new EnumMap<>(Compartment.class);
        parts.forEach((compartment, part) -> commitments.put(compartment, Digests.commitment(part.salt, part.bytes)));
        return commitments;
    }

    /// @throws IllegalArgumentException if all of it is larger than the largest size
    byte[] after(byte[] header) {
        if (header.length > Limits.HEADER_MAX) {
            throw new IllegalArgumentException("The header is larger than 64 KiB");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(4).putInt(header.length).array());
        out.writeBytes(header);
        out.write(parts.size());
        parts.forEach((compartment, part) -> {
            out.write(code(compartment));
            out.writeBytes(part.salt);
            out.writeBytes(ByteBuffer.allocate(4).putInt(part.bytes.length).array());
            out.writeBytes(part.bytes);
        });
        return Arrays.copyOf(out.toByteArray(), size(out.size()));
    }

    static byte[] header(byte[] content) throws Refusing {
        Refusing.unless(content.length >= 4, Refusal.HEADER);
        int length = ByteBuffer.wrap(content).getInt();
        Refusing.unless(length > 0 && length <= Limits.HEADER_MAX && length <= content.length - 4, Refusal.HEADER);
        return Arrays.copyOfRange(content, 4, 4 + length);
    }

    /// @param header its length as read by [#header]
    static Payload read(byte[] content, int header) throws Refusing {
        try {
            ByteBuffer in = ByteBuffer.wrap(content).position(4 + header);
            int count = Byte.toUnsignedInt(in.get());
            Refusing.unless(count >= 1, Refusal.PAYLOAD);
            Payload payload = new Payload();
            int last = 0;
            for (int i = 0; i < count; i++) {
                int code = Byte.toUnsignedInt(in.get());
                Refusing.unless(code > last, Refusal.PAYLOAD);
                last = code;
                byte[] salt = new byte[SALT_BYTES];
                in.get(salt);
                int length = in.getInt();
                Refusing.unless(length >= 0 && length <= in.remaining(), Refusal.PAYLOAD);
                byte[] bytes = new byte[length];
                in.get(bytes);
                payload.parts.put(compartment(code), new Part(salt, bytes));
            }
            Refusing.unless(content.length == size(in.position()), Refusal.PAYLOAD);
            while (in.hasRemaining()) {
                Refusing.unless(in.get() == 0, Refusal.PAYLOAD);
            }
            return payload;
        } catch (BufferUnderflowException | IllegalArgumentException tooShort) {
            throw new Refusing(Refusal.PAYLOAD);
        }
    }

    private static int code(Compartment compartment) {
        return switch (compartment) {
            case ALERT -> 1;
            case PROTECTION -> 2;
            case IDENTITY -> 3;
            case POLICE -> 4;
            case ATTACHMENTS -> 5;
        };
    }

    private static Compartment compartment(int code) throws Refusing {
        for (Compartment compartment : Compartment.values()) {
            if (code(compartment) == code) {
                return compartment;
            }
        }
        throw new Refusing(Refusal.PAYLOAD);
    }

    private static int size(int used) {
        for (int size : SIZES) {
            if (used <= size) {
                return size;
            }
        }
        throw new IllegalArgumentException("A message is larger than 512 KiB");
    }
}
