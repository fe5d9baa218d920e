package org.enlace.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.message.MessageId;
import org.enlace.person.ShowsPersonalData;

/// Section 14 of the protocol written a second time, with HKDF by hand, for files of one chunk.
final class OtherTeam {

    private OtherTeam() {}

    /// @param padded all 512 KiB, whatever the length says
    @ShowsPersonalData
    static byte[] seal(Attachment attachment, MessageId message, byte[] padded) {
        try {
            byte[] derived = derived(
                    HexFormat.of().parseHex(attachment.key().reveal()),
                    HexFormat.of().parseHex(attachment.salt()),
                    message,
                    attachment.number(),
                    attachment.length());
            ByteBuffer sealed = ByteBuffer.allocate(8 * (65_536 + 16));
            for (int segment = 0; segment < 8; segment++) {
                byte[] nonce = ByteBuffer.allocate(12)
                        .put(derived, 32, 7)
                        .putInt(segment)
                        .put((byte) (segment == 7 ? 1 : 0))
                        .array();
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(
                        Cipher.ENCRYPT_MODE,
                        new SecretKeySpec(Arrays.copyOf(derived, 32), "AES"),
                        new GCMParameterSpec(128, nonce));
                sealed.put(cipher.doFinal(padded, segment * 65_536, 65_536));
            }
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] derived(byte[] key, byte[] salt, MessageId message, int number, long length) {
        byte[] info = ByteBuffer.allocate(20 + 16 + 4 + 8)
                .put("enlace-attachment-v1".getBytes(StandardCharsets.US_ASCII))
                .putLong(message.value().getMostSignificantBits())
                .putLong(message.value().getLeastSignificantBits())
                .putInt(number)
                .putLong(length)
                .array();
        byte[] pseudorandom = hmac(salt, key);
        byte[] first = hmac(pseudorandom, info, new byte[] {1});
        byte[] second = hmac(pseudorandom, first, info, new byte[] {2});
        return ByteBuffer.allocate(39).put(first).put(second, 0, 7).array();
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
