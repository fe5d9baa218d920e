package org.enlace.node.access;

/// The form in which authenticator applications take secrets that are typed.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648 §6</a>
final class Base32 {
    private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /// @param bytes a multiple of five of them, so that nothing is filled up
    static String of(byte[] bytes) {
        if (bytes.length % 5 != 0) {
            throw new IllegalArgumentException("Only multiples of five bytes are written here");
        }
        var text = new StringBuilder();
        var held = 0L;
        var bits = 0;
        for (var b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(SYMBOLS.charAt((int) (held >> bits) & 31));
            }
        }
        return text.toString();
    }
}
