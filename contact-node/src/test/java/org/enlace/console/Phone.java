package org.enlace.console;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator application, written apart from the node's own code.
public final class Phone {
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;

    private Phone(byte[] secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /// Takes the secret from the page that shows it.
    public static Phone scans(String page, Clock clock) {
        var found = SECRET.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("The page shows no secret");
        }
        var text = found.group(1).replace(" ", "");
        var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        var held = 0L;
        var bits = 0;
        for (var i = 0; i < text.length(); i++) {
            held = (held << 5) | BASE32.indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return new Phone(bytes.array(), clock);
    }

    public String code() {
        return code(0);
    }

    /// @param steps of thirty seconds from now
    public String code(int steps) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var step = clock.instant().getEpochSecond() / 30 + steps;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
