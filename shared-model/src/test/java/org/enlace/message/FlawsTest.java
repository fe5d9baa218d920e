package org.enlace.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.enlace.message.Flaw.Code;
import org.enlace.message.Flaw.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about JSON that is not what it should be: each place, what belongs there, and never what was written.
class FlawsTest {
    private static final String ALERT = new String(StrictJson.write(Samples.alert()), UTF_8);
    private static final String REQUEST = new String(StrictJson.write(Samples.request()), UTF_8);

    @Test
    void whatIsRightHasNone() throws MalformedMessage {
        assertThat(StrictJson.readExactly(CaseAlert.class, bytes(ALERT))).isEqualTo(Samples.alert());
        assertThat(StrictJson.readExactly(VictimAssistanceRequest.class, bytes(REQUEST)))
                .isEqualTo(Samples.request());
        for (Message message : Samples.all()) {
            assertThat(StrictJson.flaws(message.getClass(), StrictJson.tree(StrictJson.write(message))))
                    .isEmpty();
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
        List<Flaw> flaws = flaws("""
                {"alert":{"alertKind":7,"acts":"TRANSPORTATION","whereNow":{"country":"GT","precision":"STREET","town":"x"},
                  "window":{"from":"tomorrow"},"persons":[{"count":"2-5"},null,[]],"vehicles":[{"mode":true}],
                  "askedAction":null},
                 "police":{"plates":[{"vehicle":"first"},{"number":"X1Y-234"}]},
                 "identity":{"persons":[{"birthDate":"31.12.2010","documents":[{"kind":"PASSPORT"}]}]},"colour":1}""");

        assertThat(flaws)
                .extracting(flaw -> flaw.pointer() + " " + flaw.code())
                .containsExactlyInAnyOrder(
                        "/alert/alertKind WRONG_KIND",
                        "/alert/what MISSING",
                        "/alert/acts WRONG_KIND",
                        "/alert/whereNow/precision NOT_A_CODE",
                        "/alert/whereNow/town UNKNOWN_FIELD",
                        "/alert/window/from NOT_A_DATE",
                        "/alert/persons/1 MISSING",
                        "/alert/persons/2 WRONG_KIND",
                        "/alert/vehicles/0/mode WRONG_KIND",
                        "/alert/askedAction MISSING",
                        "/police/plates/0/vehicle WRONG_KIND",
                        "/police/plates/0/number MISSING",
                        "/police/plates/1/vehicle MISSING",
                        "/identity/persons/0/birthDate NOT_A_DATE",
                        "/identity/persons/0/documents/0/number MISSING",
                        "/colour UNKNOWN_FIELD");
    }

    @Test
    void eachSaysWhatBelongsThere() {
        List<Flaw> flaws = flaws("""
                {"alert":{"alertKind":7,"what":"x","askedAction":"LOCATE","whereNow":{"country":"GT","precision":"STREET"},
                  "window":{"to":"2026-02-30T10:00:00Z"}}}""");

        assertThat(flaws)
                .containsExactlyInAnyOrder(
                        new Flaw("/alert/alertKind", Code.WRONG_KIND, Kind.TEXT, Kind.NUMBER, null),
                        new Flaw(
                                "/alert/whereNow/precision",
                                Code.NOT_A_CODE,
                                Kind.TEXT,
                                null,
                                "COUNTRY, ADMIN1, CITY, POINT"),
                        new Flaw("/alert/window/to", Code.NOT_A_DATE, Kind.TEXT, null, "2026-11-22T02:14:07Z"));
    }

    @Test
    void whatOnlyTheWholeRefusesIsSaidAtTheWhole() {
        assertThat(StrictJson.flaws(RouteReport.BasedOn.class, tree("{\"victims\":-1,\"cases\":2}")))
                .containsExactly(new Flaw("", Code.NOT_A_VALUE, Kind.OBJECT, null, null));
        assertThat(StrictJson.flaws(Place.class, tree("""
                        {"country":"GT","precision":"POINT","point":{"type":"Point","coordinates":[999,0]}}""")))
                .extracting(flaw -> flaw.pointer() + " " + flaw.code())
                .containsExactly("/point NOT_A_VALUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":{\"c\":1,\"c\":2},\"a\":3} | /b/c FIELD_TWICE,/a FIELD_TWICE",
                "{\"a\":[1,\"\\ud83d\",\"\\ude8c\"]}       | /a/1 BROKEN_TEXT,/a/2 BROKEN_TEXT",
                "{\"a\":{\"\\ud83d\":1}}                   | /a BROKEN_TEXT",
                "{} {}                                     | ` MORE_THAN_ONE`",
                "{\"a\":{\"b\":tru}}                       | /a/b NOT_JSON",
                "{\"a\":[1,                                | /a/1 NOT_JSON"
            })
    void whatNoMapperShouldMeetIsNamedByItsPlace(String json, String said) {
        MalformedMessage malformed = malformed(json);

        assertThat(malformed.flaws())
                .extracting(flaw -> flaw.pointer() + " " + flaw.code())
                .containsExactly(said.split(",", -1));
    }

    @Test
    void tooMuchIsNamedByItsPlace() {
        assertThat(malformed("{\"a\":{\"b\":" + "[".repeat(40) + "]".repeat(40) + "}}")
                        .flaws()
                        .getFirst())
                .satisfies(flaw -> assertThat(flaw.code()).isEqualTo(Code.TOO_DEEP))
                .satisfies(flaw -> assertThat(flaw.pointer()).startsWith("/a/b/0/0"));
        assertThat(malformed("{\"a\":{\"b\":\"" + "n".repeat(65_537) + "\"}}").flaws())
                .containsExactly(Flaw.at("/a/b", Code.TOO_LONG));
    }

    @Test
    void brokenJsonIsFoundByLineAndColumn() {
        assertThat(malformed("{\n  \"a\": 'b'\n}").flaws().getFirst().example()).matches("2:[0-9]+");
    }

    @Test
    void ofVeryManyFiftyAreNamed() {
        String many = "{\"alert\":{\"acts\":[" + "7,".repeat(500) + "7]}}";

        assertThat(flaws(many)).hasSize(50);
    }

    @Test
    void namesWithSlashesAndTildesAreEscapedAsPointersAre() {
        assertThat(StrictJson.flaws(CaseAlert.Window.class, tree("{\"a/b~c\":1}")))
                .containsExactly(Flaw.at("/a~1b~0c", Code.UNKNOWN_FIELD));
    }

    @Test
    void noFlawHoldsWhatWasWritten() {
        List<Flaw> flaws = flaws("""
                {"alert":{"alertKind":{"x":"Quispe"},"what":["Quispe"],"askedAction":"LOCATE",
                  "window":{"from":"Quispe","to":"Quispe"},"whereNow":{"country":"GT","precision":"Quispe"}}}""");

        assertThat(flaws).hasSize(5);
        assertThat(flaws.toString()).doesNotContain("Quispe");
    }

    private static List<Flaw> flaws(String json) {
        return StrictJson.flaws(CaseAlert.class, tree(json));
    }

    private static tools.jackson.databind.JsonNode tree(String json) {
        try {
            return StrictJson.tree(bytes(json));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    private static MalformedMessage malformed(String json) {
        MalformedMessage malformed = catchThrowableOfType(MalformedMessage.class, () -> StrictJson.tree(bytes(json)));
        assertThat(malformed).isNotNull();
        return malformed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
