package org.enlace.attachment;

import java.util.UUID;
import java.util.regex.Pattern;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;

/// One attachment as the signed message names it: what it is, which chunks it is made of, and the key to them.
///
/// @param id random; names the chunks on the topic, and is in nothing else that the broker sees
/// @param number in the message, 1 to 20; others may be left out
/// @param name as its author called it, to be shown and for nothing else: no path, no character that hides or turns
/// others
/// @param mediaType as its author's node found it by the content
/// @param length clear bytes
/// @param sha256 of the clear bytes
/// @param sealedSha256 of the sealed bytes of all chunks, in order
/// @param key 32 bytes in hex, for this attachment alone
/// @param salt 32 bytes in hex
/// @param chunks how many
public record Attachment(
        UUID id,
        int number,
        Sensitive<String> name,
        String mediaType,
        long length,
        String sha256,
        String sealedSha256,
        Sensitive<String> key,
        String salt,
        int chunks) {
    /// Clear bytes of one attachment.
    public static final long LENGTH_MAX = 256L * 1024 * 1024;

    /// Characters of a name.
    public static final int NAME_MAX = 255;

    static final int CHUNKS_MAX = (int) (LENGTH_MAX / Chunk.CLEAR_BYTES);

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{1,32}/[a-z0-9][a-z0-9.+-]{0,126}");

    public Attachment {
        check(number >= 1 && number <= Attachments.COUNT_MAX, "An attachment has a number from 1 to 20");
        check(isName(name), "The name of an attachment is a name of a file, without a path");
        check(MEDIA_TYPE.matcher(mediaType).matches(), "A media type looks like application/pdf");
        check(length >= 1 && length <= LENGTH_MAX, "An attachment has 1 byte to 256 MiB");
        check(isHex(sha256) && isHex(sealedSha256), "A digest is SHA-256 in lower-case hex");
        check(isHex(salt) && isKey(key), "Key and salt have 32 bytes each, in lower-case hex");
        check(chunks == Chunk.count(length), "The number of chunks follows from the length");
    }

    /// Whether a file may be called so.
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= NAME_MAX
                && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || isHidden(c));
    }

    @ShowsPersonalData
    private static boolean isName(Sensitive<String> name) {
        return isName(name.reveal());
    }

    @ShowsPersonalData
    private static boolean isKey(Sensitive<String> key) {
        return isHex(key.reveal());
    }

    private static boolean isHex(String text) {
        return HEX.matcher(text).matches();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void check(boolean right, String rule) {
        if (!right) {
            throw new IllegalArgumentException(rule);
        }
    }
}
