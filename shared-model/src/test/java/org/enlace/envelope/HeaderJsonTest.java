package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;
import static org.enlace.envelope.Post.SV;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two readers of one header must not see two headers.
class HeaderJsonTest {
    private static final HeaderJson JSON = new HeaderJson();
    private static Header header = new Post().header(GT, MX, SV);
    private static String text = "";

    @BeforeAll
    static void written() {
        text = new String(JSON.write(header), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() throws Exception {
        assertThat(read(text)).isEqualTo(header);
    }

    @Test
    void whiteSpaceAndTheOrderOfFieldsAreFree() throws Exception {
        String other = text.replaceFirst("\"v\":1,", "").replaceFirst("}}$", "}, \"v\" : 1 }");

        assertThat(read(other)).isEqualTo(header);
    }

    /// What is found once in the header, and what is written there instead.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"v\":1                 | \"v\":2",
                "\"v\":1                 | \"v\":1.0",
                "\"v\":1                 | \"v\":1e0",
                "\"v\":1                 | \"v\":-0",
                "\"v\":1                 | \"v\":1e400",
                "\"v\":1                 | \"v\":NaN",
                "\"v\":1                 | \"v\":\"1\"",
                "\"v\":1                 | \"v\":true",
                "\"v\":1                 | \"v\":null",
                "\"v\":1                 | \"v\":01",
                "\"v\":1                 | \"v\":+1",
                "\"v\":1                 | \"v\":[1]",
                "\"v\":1                 | \"v\":1,\"v\":1",
                "\"v\":1                 | \"v\":1,\"V\":1",
                "\"v\":1                 | \"v\":1,\"x\":1",
                "\"v\":1                 | \"v\":1,\"x\":null",
                "\"v\":1                 | \"v\":99999999999999999999999999999999999999999999999",
                "\"v\":1,                | ``",
                "\"suite\":\"S1\"        | \"suite\":\"s1\"",
                "\"suite\":\"S1\"        | \"suite\":\"\"",
                "\"suite\":\"S1\"        | \"suite\":\"S1 \"",
                "\"suite\":\"S1\"        | 'suite':'S1'",
                "\"suite\":\"S1\"        | suite:\"S1\"",
                "\"suite\":\"S1\"        | /* */\"suite\":\"S1\"",
                "\"type\":\"CASE_ALERT\" | \"type\":\"case_alert\"",
                "\"type\":\"CASE_ALERT\" | \"type\":0",
                "\"type\":\"CASE_ALERT\" | \"type\":\"ROUTE_REPORT\"",
                "\"type\":\"CASE_ALERT\" | \"type\":\"SOMETHING_NEW\"",
                "\"sender\":\"GT\"       | \"sender\":\"gt\"",
                "\"sender\":\"GT\"       | \"sender\":\"MX\"",
                "\"sender\":\"GT\"       | \"sender\":\"GT\\ud800\"",
                "[\"MX\",\"SV\"]         | [\"SV\",\"MX\"]",
                "[\"MX\",\"SV\"]         | [\"MX\",\"MX\"]",
                "[\"MX\",\"SV\"]         | [\"MX\"]",
                "[\"MX\",\"SV\"]         | []",
                "[\"MX\",\"SV\"]         | [\"MX\",\"SV\",]",
                "[\"MX\",\"SV\"]         | \"MX\"",
                "2026-11-22T12:00:00Z    | 2026-11-22T12:00:00.000Z",
                "2026-11-22T12:00:00Z    | 2026-11-22T13:00:00+01:00",
                "2026-11-22T12:00:00Z    | 2026-11-30T12:00:00Z",
                "\"2026-11-22T12:00:00Z\" | 1795348800",
                "\"mode\":\"TEST\"       | \"mode\":2",
                "\"mode\":\"TEST\"       | \"mode\":\"TEST\",\"mode\":\"ACTUAL\"",
                "\"seq\":1               | \"seq\":0",
                "\"seq\":1               | \"seq\":2",
                "\"epoch\":1             | \"epoch\":1.5",
                "\"caveats\":[]          | \"caveats\":null",
                "\"caveats\":[]          | \"caveats\":[null]",
                "\"subject\":            | \"subject\":\"x\",\"subject\":",
                "\"purpose\":[\"PROTECT\"], | ``",
                "\"urgency\":\"URGENT\", | ``",
            })
    void aHeaderThatCouldBeReadTwoWaysIsRefused(String found, String instead) {
        assertThat(text).contains(found);

        refused(text.replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(instead))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anythingAroundTheHeaderIsRefused() {
        refused((text + " {}").getBytes(StandardCharsets.UTF_8));
        refused((text + "\0").getBytes(StandardCharsets.UTF_8));
        refused(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
        refused(text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8));
        refused(("[" + text + "]").getBytes(StandardCharsets.UTF_8));
        refused(text.getBytes(StandardCharsets.UTF_16));
        refused("null".getBytes(StandardCharsets.UTF_8));
        refused(new byte[0]);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int subject = text.indexOf("Movement");
        for (byte[] wrong : List.of(new byte[] {(byte) 0xff}, new byte[] {(byte) 0xc0, (byte) 0x80}, new byte[] {
            (byte) 0xed, (byte) 0xa0, (byte) 0x80
        })) {
            byte[] changed = bytes.clone();
            System.arraycopy(wrong, 0, changed, subject, wrong.length);
            refused(changed);
        }
    }

    private static Header read(String json) throws Refusing {
        return JSON.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] json) {
        assertThatThrownBy(() -> JSON.read(json))
                .isInstanceOfSatisfying(
                        Refusing.class, refusing -> assertThat(refusing.why()).isEqualTo(Refusal.HEADER));
    }
}
