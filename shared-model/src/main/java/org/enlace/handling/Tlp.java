package org.enlace.handling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// With whom a recipient may share. Ordered from the widest to the strictest.
///
/// @see <a href="https://www.first.org/tlp/">Traffic Light Protocol 2.0</a>
public enum Tlp {
    CLEAR("CLEAR"),
    GREEN("GREEN"),
    AMBER("AMBER"),
    AMBER_STRICT("AMBER+STRICT"),
    RED("RED");

    private final String code;

    Tlp(String code) {
        this.code = code;
    }

    /// As the standard writes it, `AMBER+STRICT`.
    @JsonValue
    public String code() {
        return code;
    }

    @JsonCreator
    public static Tlp ofCode(String code) {
        return Arrays.stream(values())
                .filter(tlp -> tlp.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a colour of TLP 2.0"));
    }
}
