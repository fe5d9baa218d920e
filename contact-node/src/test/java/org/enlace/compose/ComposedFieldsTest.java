package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What is typed into the forms is what the message says, field by field.
class ComposedFieldsTest {
    private static final DeskNode.Running node = DeskNode.start();

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void anAlertSaysWhereWhenWhoAndWhatOnlyPoliceRead() {
        var content = sent(
                Role.INVESTIGATOR,
                Written.alert(node.browser(Role.INVESTIGATOR))
                        .to("MX")
                        .type("deadline", "2030-01-02T03:04")
                        .type("retention", "UNTIL_DATE")
                        .type("retainUntil", "2031-05-06")
                        .type("countryRESIDENCE", "BR")
                        .type("heading.country", "MX")
                        .type("heading.subdivision", "chiapas")
                        .type("vehicle.0.mode", "BUS")
                        .type("vehicle.1.mode", "PRIVATE_CAR")
                        .type("vehicle.1.plate", "P-123XYZ")
                        .type("vehicle.1.plateCountry", "GT")
                        .type("phone.0.number", "+502 5555 0101")
                        .type("phone.1.number", "+502 5555 0102")
                        .type("handle.0.platform", "Instagram")
                        .type("handle.0.name", "agencia.ejemplo")
                        .type("paper.0.kind", "PASSPORT")
                        .type("paper.0.country", "SV")
                        .type("paper.0.number", "X0001")
                        .type("name.0.family", "Ejemplo")
                        .type("name.0.document", "PASSPORT")
                        .type("name.0.documentCountry", "GT")
                        .type("name.0.documentNumber", "X0002"));

        assertThat(content.at("/about/deadline").asString()).isEqualTo("2030-01-02T09:04:00Z");
        assertThat(content.at("/about/retention/category").asString()).isEqualTo("UNTIL_DATE");
        assertThat(content.at("/about/countryRoles").toString()).contains("\"country\":\"BR\",\"part\":\"RESIDENCE\"");
        assertThat(content.at("/content/ALERT/heading/subdivision").asString()).isEqualTo("MX-CHP");
        assertThat(content.at("/content/ALERT/vehicles").toString())
                .contains("GT")
                .doesNotContain("P-123XYZ");
        assertThat(content.at("/content/POLICE/plates").toString())
                .isEqualTo("[{\"vehicle\":1,\"number\":\"P-123XYZ\"}]");
        assertThat(content.at("/content/POLICE/phones").toString())
                .isEqualTo("[\"+502 5555 0101\",\"+502 5555 0102\"]");
        assertThat(content.at("/content/POLICE/handles/0/name").asString()).isEqualTo("agencia.ejemplo");
        assertThat(content.at("/content/POLICE/documents/0/country").asString()).isEqualTo("SV");
        assertThat(content.at("/content/IDENTITY/persons/0/documents/0/country").asString())
                .isEqualTo("GT");
    }

    @Test
    void aDivisionIsKnownByItsNameAndReadByItAgain() {
        var browser = node.browser(Role.INVESTIGATOR);
        var draft = Written.alert(browser)
                .to("MX")
                .type("now.country", "GT")
                .type("now.subdivision", "Alta")
                .type("heading.country", "MX")
                .type("heading.subdivision", "Baja");

        assertThat(draft.press("send").body())
                .contains("No division of this country has that name", "value=\"Baja\"")
                .contains("id=\"heading.subdivision-error\"")
                .doesNotContain("id=\"now.subdivision-error\"");

        var sent = sent(Role.INVESTIGATOR, draft.type("heading.subdivision", "baja california sur"));
        assertThat(sent.at("/content/ALERT/whereNow/subdivision").asString()).isEqualTo("GT-16");
        assertThat(sent.at("/content/ALERT/heading/subdivision").asString()).isEqualTo("MX-BCS");
        var reference = node.bean(JdbcClient.class)
                .sql("select reference from case_message where id = ?")
                .param(UUID.fromString(sent.at("/message/id").asString()))
                .query(String.class)
                .single();
        assertThat(browser.get("/cases/" + reference).body())
                .contains("Guatemala, Alta Verapaz", "Mexico, Baja California Sur");
    }

    @Test
    void aRequestForAVictimSaysWhatWasAgreedWhatIsFearedAndWhoIsWithThePerson() {
        var content = sent(
                Role.CONSULAR,
                victim().type("citizenship", "XXA")
                        .type("languageLevel", "NATIVE")
                        .type("dependant.0.relation", "CHILD")
                        .type("withheld.0.from", "Embajada")
                        .type("withheld.0.reason", "FEAR_OF_HARM")
                        .type("told.purpose", "yes")
                        .type("told.withdrawal", "yes")
                        .type("assessorRole", "CONSULAR")
                        .type("bothSides", "yes"));

        var protection = content.at("/content/PROTECTION");
        assertThat(content.at("/content/ALERT/language/languages/0/level").asString())
                .isEqualTo("NATIVE");
        assertThat(protection.at("/person/citizenship/0").asString()).isEqualTo("XXA");
        assertThat(protection.at("/person/dependants/0/relation").asString()).isEqualTo("CHILD");
        assertThat(protection.at("/consent/withheldFrom/0/reason").asString()).isEqualTo("FEAR_OF_HARM");
        assertThat(protection.at("/consent/told/purpose").asBoolean()).isTrue();
        assertThat(protection.at("/consent/told/withdrawal").asBoolean()).isTrue();
        assertThat(protection.at("/consent/told/researchUse").asBoolean()).isFalse();
        assertThat(protection.at("/risk/returnRisk/assessorRole").asString()).isEqualTo("CONSULAR");
        assertThat(protection.at("/risk/returnRisk/bothSides").asBoolean()).isTrue();
    }

    @Test
    void whoReadsTheRequestSeesWhatWasAgreed() {
        var draft = victim().type("told.own", "yes");
        sent(Role.CONSULAR, draft);
        var home = draft.page().headers().firstValue("Location").orElseThrow();

        assertThat(node.browser(Role.CONSULAR).get(home + "/persons").body())
                .contains("Consent given by", "Was told of the right to the own data");
    }

    @Test
    void aReturnSaysWhoWantsItWhoWaitsAndWhoTravelsAlong() {
        var content = sent(
                Role.CONSULAR,
                referral("VOLUNTARY_RETURN")
                        .type("servicesGiven", "Health")
                        .type("legalProceedings", "CONCLUDED")
                        .type("dependant.0.relation", "CHILD")
                        .type("returnStatementDate", "2026-11-19")
                        .type("returnStatementLanguage", "tzh")
                        .type("returnStatementInterpreter", "NO")
                        .type("protectionClaimPending", "NO")
                        .type("hasDependants", "YES")
                        .type("receptionBy", "Casa Ejemplo")
                        .type("travelMode", "BUS")
                        .type("travelFrom", "GTGUA")
                        .type("travelLatest", "2026-12-24")
                        .type("planTypes", "Livelihood")
                        .type("planObjectives", "A workshop")
                        .type("followUpFirst", "2027-01-20")
                        .type("followUpSecond", "2027-03-20"));

        var alert = content.at("/content/ALERT");
        var protection = content.at("/content/PROTECTION");
        assertThat(alert.at("/referralKind").asString()).isEqualTo("VOLUNTARY_RETURN");
        assertThat(alert.at("/servicesGiven/0").asString()).isEqualTo("Health");
        assertThat(alert.at("/servicesRequested/0/service").asString()).isEqualTo("TRAVEL_DOCUMENT");
        assertThat(alert.at("/followUpAt").toString()).isEqualTo("[\"2027-01-20\",\"2027-03-20\"]");
        assertThat(protection.at("/voluntaryReturn/statement").toString())
                .isEqualTo("{\"date\":\"2026-11-19\",\"language\":\"tzh\",\"interpreter\":\"NO\"}");
        assertThat(protection.at("/voluntaryReturn/hasDependants").asString()).isEqualTo("YES");
        assertThat(protection.at("/receptionBy").asString()).isEqualTo("Casa Ejemplo");
        assertThat(protection.at("/supportPlan/objectives").asString()).isEqualTo("A workshop");
        assertThat(content.at("/content/IDENTITY/travel").toString())
                .contains("\"mode\":\"BUS\"", "\"from\":\"GTGUA\"", "\"latest\":\"2026-12-24\"");
    }

    @Test
    void whatWasTypedForAnotherKindStaysAndDoesNotGo() {
        var draft = referral("VOLUNTARY_RETURN")
                .type("receptionBy", "Casa Ejemplo")
                .type("travelMode", "BUS")
                .type("protectionClaimPending", "YES");
        assertThat(draft.press("send").statusCode()).isEqualTo(422);
        draft.type("referralKind", "CONTINUED_CARE").press("save");
        assertThat(Written.shown(draft.page().body(), "receptionBy")).isEqualTo("Casa Ejemplo");

        var content = sent(Role.CONSULAR, draft);

        assertThat(content.at("/content/PROTECTION").has("voluntaryReturn")).isFalse();
        assertThat(content.at("/content/PROTECTION").has("receptionBy")).isFalse();
        assertThat(content.at("/content").has("IDENTITY")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ONWARD_MOVE,ASSISTANCE", "FAMILY_TRACING,FAMILY_CONTACT", "TESTIMONY_SUPPORT,COURT_USE"})
    void theOtherKindsGoOnceThePersonAgreedToWhatTheyNeed(String kind, String purpose) {
        var draft = referral(kind).type("consent." + purpose, "NO");

        var refused = draft.press("send");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#consent." + purpose + "\"");

        var content = sent(Role.CONSULAR, draft.type("consent." + purpose, "YES"));
        assertThat(content.at("/content/ALERT/referralKind").asString()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "deadline,2020-01-01T00:00,deadline",
        "retention,UNTIL_DATE,retainUntil",
        "handle.0.name,someone,handle.0.platform",
        "paper.0.number,X1,paper.0.kind"
    })
    void whatIsHalfSaidIsAskedForAtItsField(String field, String typed, String at) {
        var answer = Written.alert(node.browser(Role.INVESTIGATOR))
                .to("MX")
                .type(field, typed)
                .press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#" + at + "\"", "id=\"" + at + "-error\"");
    }

    @Test
    void besideTheFormStandsAtWhichContactPointsItIsRead() {
        var side =
                Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").to("BR").side();

        assertThat(side.body()).contains("At the contact points of", "Mexico, Brazil");
    }

    private static Written victim() {
        return Care.request(node.browser(Role.CONSULAR));
    }

    private static Written referral(String kind) {
        return Care.about(node.browser(Role.CONSULAR), MessageType.VICTIM_REFERRAL)
                .type("referralKind", kind);
    }

    private static String waiting() {
        return node.bean(JdbcClient.class)
                .sql("select message_id from release_item where state = 'AWAITING_RELEASE'")
                .query(UUID.class)
                .single()
                .toString();
    }

    /// Sends it, and reads it as its writer may.
    private static JsonNode sent(Role role, Written draft) {
        var answer = draft.press("send");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var home = answer.headers().firstValue("Location").orElseThrow();
        if (home.startsWith("/drafts/")) {
            new ApiClient(node).released(waiting());
            home = draft.page().headers().firstValue("Location").orElseThrow();
        }
        var id = node.bean(JdbcClient.class)
                .sql("select id from case_message where reference = ?")
                .param(home.substring(home.lastIndexOf('/') + 1))
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
        return ApiClient.JSON.readTree(node.program(role)
                .get("/api/v1/messages/" + id + "?persons=true")
                .body());
    }
}
