package org.enlace.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// The vectors of RFC 6238, appendix B, for SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    /// The vectors of RFC 4226, appendix D.
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "8, 399871", "9, 520489"})
    void sixDigitsAreThoseOfTheStandardToo(long step, String code) {
        assertThat(Totp.code(SECRET, step, 6)).isEqualTo(code);
    }

    @Test
    void aCodeIsTakenOneStepBeforeAndAfterItsOwnAndNoFurther() {
        var now = Instant.parse("2026-11-23T05:00:10Z");
        var step = Totp.step(now);

        for (var apart = -3; apart <= 3; apart++) {
            var code = Totp.code(SECRET, step + apart, 6);
            assertThat(Totp.match(SECRET, code, now).isPresent())
                    .as("%s steps apart", apart)
                    .isEqualTo(Math.abs(apart) <= 1);
        }
        assertThat(Totp.match(SECRET, "", now)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step, 8), now)).isEmpty();
    }

    /// RFC 4648, section 10, in groups of five bytes.
    @Test
    void secretsAreTypedInBase32() {
        assertThat(Base32.of("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Base32.of(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void whatSomebodyTypesIsReadAsItWasGivenOut() {
        var code = new Secrets().readable(6);

        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(Secrets.typed(" " + code.toLowerCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(code.replace("-", ""));
        assertThat(Secrets.typed("oIl-123")).isEqualTo("011123");
    }
}
