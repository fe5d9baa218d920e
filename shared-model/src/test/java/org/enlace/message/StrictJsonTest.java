package org.enlace.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.enlace.message.MalformedMessage.Reason;
import org.enlace.person.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
    private static final String STATUS = """
            {"of":"019aab12-0000-7000-8000-000000000001","kind":"NOTE","at":"2026-11-22T12:00:00Z","desk":"desk-2"}""";

    @Test
    void theSimplestStatusIsRead() throws MalformedMessage {
        assertThat(StrictJson.read(Status.class, bytes(STATUS)).desk()).isEqualTo("desk-2");
    }

    @Test
    void aDuplicateKeyIsRefusedEvenAmongFieldsThatWeDoNotKnow() {
        refused(with("\"desk\":\"other\""), Reason.NOT_JSON);
        refused(with("\"new\":{\"a\":1,\"a\":2}"), Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " null", "x", ",", "}", "\u0000"})
    void anythingAfterTheEndIsRefused(String rest) {
        refused(bytes(STATUS + rest), Reason.NOT_JSON);
    }

    @Test
    void whiteSpaceAfterTheEndIsNothing() throws MalformedMessage {
        assertThat(StrictJson.read(Status.class, bytes(STATUS + " \n"))).isNotNull();
    }

    @Test
    void aHundredThousandLevelsAreRefusedWithoutClimbingDown() {
        refused(with("\"new\":" + "[".repeat(100_000) + "]".repeat(100_000)), Reason.TOO_LARGE);
        refused(bytes("{\"a\":".repeat(100_000)), Reason.TOO_LARGE);
    }

    @Test
    void thirtyTwoLevelsAreReadAndThirtyThreeAreNot() throws MalformedMessage {
        assertThat(StrictJson.read(Status.class, with("\"new\":" + "[".repeat(31) + "]".repeat(31))))
                .isNotNull();
        refused(with("\"new\":" + "[".repeat(32) + "]".repeat(32)), Reason.TOO_LARGE);
    }

    @Test
    void aStringBeyondSixtyFourKibIsRefused() throws MalformedMessage {
        assertThat(StrictJson.read(Status.class, with("\"note\":\"" + "n".repeat(65_536) + "\"")))
                .isNotNull();
        refused(with("\"note\":\"" + "n".repeat(65_537) + "\""), Reason.TOO_LARGE);
        refused(with("\"new\":\"" + "n".repeat(65_537) + "\""), Reason.TOO_LARGE);
        refused(with("\"" + "n".repeat(300) + "\":1"), Reason.TOO_LARGE);
    }

    @Test
    void moreThanTwoMebibytesAreRefusedUnread() {
        byte[] spaces = new byte[StrictJson.BYTES_MAX + 1];
        Arrays.fill(spaces, (byte) ' ');
        refused(spaces, Reason.TOO_LARGE);
    }

    @Test
    void hugeNumbersAreRefused() {
        refused(with("\"new\":" + "9".repeat(100_000)), Reason.TOO_LARGE);
        for (String number : new String[] {"1e999999999", "-1e400", "1e-999999999", "99999999999999999999", "1.5"}) {
            refused(bytes(STATUS.replace("\"2026-11-22T12:00:00Z\"", number)), Reason.NOT_THE_SHAPE);
        }
        String point = "{\"type\":\"Point\",\"coordinates\":[1e999,0]}";
        assertThatThrownBy(() -> StrictJson.read(GeoPoint.class, bytes(point))).isInstanceOf(MalformedMessage.class);
        String counts = "{\"victims\":1,\"cases\":99999999999}";
        assertThatThrownBy(() -> StrictJson.read(RouteReport.BasedOn.class, bytes(counts)))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void halfAnEmojiIsRefusedWhereverItStands() {
        refused(with("\"note\":\"\\ud83d\""), Reason.NOT_JSON);
        refused(with("\"note\":\"\\ude8c\\ud83d\""), Reason.NOT_JSON);
        refused(with("\"\\ud83d\":1"), Reason.NOT_JSON);
        refused(with("\"new\":[\"\\ud83d!\"]"), Reason.NOT_JSON);
    }

    @Test
    void aWholeEmojiInTwoEscapesIsRead() throws MalformedMessage {
        assertThat(StrictJson.read(Status.class, with("\"note\":\"\\ud83d\\ude8c\""))
                        .note())
                .isEqualTo("\uD83D\uDE8C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "eda080", "f4908080", "ff", "e282", "c3"})
    void whatIsNotUtf8IsRefused(String hex) {
        byte[] bad = HexFormat.of().parseHex(hex);
        byte[] start = bytes("{\"new\":\"");
        byte[] end = bytes("\"," + STATUS.substring(1));
        byte[] all = Arrays.copyOf(start, start.length + bad.length + end.length);
        System.arraycopy(bad, 0, all, start.length, bad.length);
        System.arraycopy(end, 0, all, start.length + bad.length, end.length);
        refused(all, Reason.NOT_JSON);
    }

    @Test
    void utf16AndAByteOrderMarkAreRefused() {
        refused(STATUS.getBytes(StandardCharsets.UTF_16BE), Reason.NOT_JSON);
        refused(bytes("\uFEFF" + STATUS), Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "\"x\"", "{}", "{\"of\":null}"})
    void whatIsNotAStatusIsRefused(String json) {
        assertThatThrownBy(() -> StrictJson.read(Status.class, bytes(json))).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void aFieldThatMustBeThereIsMissedByName() {
        for (String field : new String[] {"of", "kind", "at", "desk"}) {
            refused(bytes(STATUS.replace("\"" + field + "\"", "\"other\"")), Reason.NOT_THE_SHAPE);
            refused(
                    bytes(STATUS.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":null")),
                    Reason.NOT_THE_SHAPE);
        }
    }

    @Test
    void aValueOfTheWrongKindIsNotBentIntoShape() {
        refused(bytes(STATUS.replace("\"desk-2\"", "7")), Reason.NOT_THE_SHAPE);
        refused(bytes(STATUS.replace("\"desk-2\"", "true")), Reason.NOT_THE_SHAPE);
        refused(bytes(STATUS.replace("\"NOTE\"", "0")), Reason.NOT_THE_SHAPE);
        refused(bytes(STATUS.replace("\"NOTE\"", "\"note\"")), Reason.NOT_THE_SHAPE);
        refused(bytes(STATUS.replace("\"NOTE\"", "\"\"")), Reason.NOT_THE_SHAPE);
        refused(bytes(STATUS.replace("\"2026-11-22T12:00:00Z\"", "1764000000")), Reason.NOT_THE_SHAPE);
    }

    @Test
    void commentsSingleQuotesAndNotANumberAreNotJson() {
        refused(bytes("/* */" + STATUS), Reason.NOT_JSON);
        refused(bytes(STATUS.replace('"', '\'')), Reason.NOT_JSON);
        refused(with("\"new\":NaN"), Reason.NOT_JSON);
        refused(with("\"new\":01"), Reason.NOT_JSON);
    }

    @Test
    void fieldsOfANewerVersionAreToleratedAndTold() throws MalformedMessage {
        byte[] theirs = with("\"mood\":{\"a\":[1,2]},\"note\":\"ours\"");

        assertThat(StrictJson.read(Status.class, theirs).note()).isEqualTo("ours");
        assertThat(StrictJson.newer(Status.class, theirs)).isEqualTo(Map.of("/mood", "{\"a\":[1,2]}"));
        assertThat(StrictJson.newer(Status.class, bytes(STATUS))).isEmpty();
    }

    @Test
    void fieldsOfANewerVersionDeepInsideAreToldWithTheirPlace() throws MalformedMessage {
        String alert = new String(StrictJson.write(Samples.alert().alert()), UTF_8);
        byte[] theirs = bytes(alert.replace("\"country\":\"BO\"", "\"country\":\"BO\",\"town\":\"El Alto\""));

        assertThat(StrictJson.newer(CaseAlert.AlertPart.class, theirs))
                .isEqualTo(Map.of("/heading/town", "\"El Alto\""));
    }

    @Test
    void theErrorNeverQuotesWhatWasWritten() {
        assertThatThrownBy(() -> StrictJson.read(Status.class, bytes(STATUS.replace("\"NOTE\"", "\"Quispe\""))))
                .hasMessage("NOT_THE_SHAPE")
                .hasNoCause();
    }

    @Test
    void aMapperThatWasNotToldWritesNothingOfAPerson() {
        assertThat(JsonMapper.builder().build().writeValueAsString(Samples.identity()))
                .doesNotContain("Quispe")
                .doesNotContain("00112233");
        assertThat(new String(StrictJson.write(Sensitive.of("Quispe")), UTF_8)).isEqualTo("\"Quispe\"");
    }

    @Test
    void brokenBytesNeverThrowAnythingElse() {
        Random random = new Random(7);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            Message message = Samples.all().get(round % Samples.all().size());
            Map<Compartment, byte[]> parts = Compartments.split(message);
            byte[] part = parts.get(Compartment.ALERT);
            assertThat(part).isNotNull();
            byte[] broken = broken(part.clone(), random);
            try {
                Compartments.join(message.type(), Map.of(Compartment.ALERT, broken));
                read++;
            } catch (MalformedMessage e) {
                refused++;
            } catch (RuntimeException e) {
                fail("Round " + round + " let something else out", e);
            }
        }
        assertThat(read).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    private static byte[] broken(byte[] json, Random random) {
        String alphabet = "{}[]\",:0123456789.eE-+nulltrue\\u \u0000";
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            json[random.nextInt(json.length)] = random.nextInt(4) == 0
                    ? (byte) random.nextInt(256)
                    : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(json, random.nextInt(json.length)) : json;
    }

    private static void refused(byte[] json, Reason reason) {
        assertThatThrownBy(() -> StrictJson.read(Status.class, json))
                .isInstanceOfSatisfying(
                        MalformedMessage.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] with(String field) {
        return bytes(STATUS.substring(0, STATUS.length() - 1) + "," + field + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
