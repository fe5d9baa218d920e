package org.enlace.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The DER bytes of a certificate, as a value; base64 in JSON.
public final class Der {
    private final byte[] bytes;

    public Der(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// @throws IllegalArgumentException if this is not base64
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Der ofBase64(String text) {
        return new Der(Base64.getDecoder().decode(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @JsonValue
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Der der && Arrays.equals(bytes, der.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Der[" + bytes.length + " bytes]";
    }
}
