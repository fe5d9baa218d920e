package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import org.enlace.envelope.Opened;
import org.enlace.handling.Caveat;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.StrictJson;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who reads what, what is written down about it, and what rests in clear.
class ReadingTest {
    private static final List<String> CANARIES =
            List.of(Samples.NAME, Samples.FAMILY, Samples.ADDRESS, Samples.PHONE, Samples.NOTE, Samples.WORDS);

    private static DeskUnderTest.Running node;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void nothingThatAPersonWroteOrThatConcernsAPersonRestsInClear() {
        node.arrives(CO, Samples.alert(), Samples.alertAbout("CO-2026-000001", Urgency.IMMEDIATE, ChildInvolved.YES));
        node.arrives(CO, Samples.request(), Samples.requestAbout("CO-2026-000002", Urgency.URGENT, Samples.usual()));
        node.arrives(CO, Referrals.complete(), Referrals.about("CO-2026-000079"));

        var rows = node.allRows();

        assertThat(rows).contains("CO-2026-000001", "SUSPECTED_MOVEMENT", "TRAVEL_DOCUMENT", "VOLUNTARY_RETURN");
        CANARIES.forEach(canary -> assertThat(rows).doesNotContain(canary));
        Referrals.SECRETS.forEach(secret -> assertThat(rows).doesNotContain(secret));
    }

    @Test
    void whatANewerVersionSaysIsShownWhereItStandsAndHidesNothing() {
        var parts = new EnumMap<>(Compartments.split(Samples.alert()));
        parts.compute(Compartment.ALERT, (_, json) -> with(json, "weather", "rain\u202Egnola <b>"));
        parts.compute(Compartment.POLICE, (_, json) -> with(json, "aircraft", "XB-CANARY"));
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-0000F1", Urgency.IMMEDIATE, ChildInvolved.YES), parts);
        var duty = node.browser().signIn(Role.DUTY);

        assertThat(duty.get("/cases/CO-2026-0000F1").body())
                .contains("Written with a newer version", "/weather: \"rain\\u202Egnola &lt;b&gt;\"")
                .doesNotContain("\u202E", "XB-CANARY");
        assertThat(duty.get("/cases/CO-2026-0000F1/persons").body()).contains("/aircraft: \"XB-CANARY\"");
        assertThat(node.api(Role.DUTY).get("/api/v1/messages/" + id).body())
                .contains("weather")
                .doesNotContain("aircraft");
        assertThat(node.allRows()).doesNotContain("XB-CANARY");
    }

    private static byte[] with(byte[] json, String field, String value) {
        var tree = (ObjectNode) JsonMapper.builder().build().readTree(json);
        return tree.put(field, value).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theDeskAndItsPreviewNameNoPerson() {
        node.arrives(CO, Samples.alert(), Samples.alertAbout("CO-2026-000003", Urgency.IMMEDIATE, ChildInvolved.YES));
        var duty = node.browser().signIn(Role.DUTY);

        var page = duty.get("/desk").body();

        assertThat(page)
                .contains("CO-2026-000003", "Suspected movement of victims", "2 to 5 persons", "Minor", "Colombia");
        List.of(Samples.NAME, Samples.FAMILY, Samples.PHONE)
                .forEach(canary -> assertThat(page).doesNotContain(canary));
    }

    @Test
    void eachPartThatIsShownIsOneLineInTheAuditLog() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000004", Urgency.URGENT, ChildInvolved.NO));
        var investigator = node.browser().signIn(Role.INVESTIGATOR);

        assertThat(investigator.get("/cases/CO-2026-000004").statusCode()).isEqualTo(200);
        assertThat(audited(id)).containsExactly("SHOW_ALERT");

        var persons = investigator.get("/cases/CO-2026-000004/persons");
        assertThat(persons.body()).contains(Samples.PHONE).doesNotContain(Samples.NAME);
        assertThat(audited(id)).containsExactly("SHOW_ALERT", "SHOW_ALERT", "SHOW_POLICE");
    }

    @Test
    void whereTheSenderAllowsSeveralPurposesEachOfficerSaysFirstWhichIsTheirsAndItStandsWithEveryPart() {
        var id = node.arrives(CO, Samples.alert(), forSeveral("CO-2026-0000Q1"));
        var investigator = node.browser().signIn(Role.INVESTIGATOR);
        var ask = "/messages/" + id + "/purpose";

        var persons = investigator.get("/cases/CO-2026-0000Q1/persons");
        assertThat(persons.statusCode()).isEqualTo(303);
        assertThat(persons.headers().firstValue("Location")).hasValue(ask);
        var api = node.api(Role.INVESTIGATOR);
        var refused = api.get("/api/v1/messages/" + id + "?persons=true");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("urn:enlace:problem:purpose-first")
                .doesNotContain(Samples.PHONE, Samples.WORDS);
        assertThat(audited(id)).isEmpty();
        assertThat(investigator.get("/cases/CO-2026-0000Q1").statusCode())
                .as("the summary")
                .isEqualTo(200);
        assertThat(investigator.cookie("language", "fr").get(ask).body())
                .contains("Pourquoi l’ouvrez-vous", "value=\"PROSECUTION\"", "value=\"INVESTIGATION\"")
                .doesNotContain("IDENTITY_CHECK");
        assertThat(api.get("/api/v1" + ask).body()).isEqualTo("{\"purposes\":[\"INVESTIGATION\",\"PROSECUTION\"]}");

        assertThat(investigator.submit("/me", ask, "purpose", "ANALYSIS").statusCode())
                .isEqualTo(422);
        assertThat(api.send("POST", "/api/v1" + ask, "application/json", "{\"purpose\":\"ANALYSIS\"}")
                        .body())
                .contains("PURPOSE_NOT_ALLOWED");
        assertThat(investigator.get("/cases/CO-2026-0000Q1/persons").statusCode())
                .isEqualTo(303);

        var stated = investigator.submit("/me", ask, "purpose", "PROSECUTION");
        assertThat(stated.headers().firstValue("Location")).hasValue("/cases/CO-2026-0000Q1/persons?message=" + id);
        assertThat(investigator.get("/cases/CO-2026-0000Q1/persons").body()).contains(Samples.PHONE);
        assertThat(node.database()
                        .sql("select purpose from audit_entry where object_id = ? and action = 'SHOW_POLICE'")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .containsExactly("PROSECUTION");
        assertThat(node.browser()
                        .signIn(Role.DUTY)
                        .get("/cases/CO-2026-0000Q1/persons")
                        .statusCode())
                .as("each officer says it")
                .isEqualTo(303);
        assertThat(node.browser().signIn(Role.CONSULAR).get(ask).statusCode())
                .as("who may not see the message")
                .isEqualTo(404);
    }

    static About forSeveral(String reference) {
        var about = (ObjectNode) JsonMapper.builder()
                .build()
                .readTree(StrictJson.write(Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO)));
        about.putArray("purpose").add("INVESTIGATION").add("PROSECUTION");
        try {
            return StrictJson.read(About.class, about.toString().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMessageThatNamesNobodySaysSo() {
        node.arrives(
                CO,
                new CaseAlert(Samples.alert().alert(), null, null),
                Samples.alertAbout("CO-2026-000078", Urgency.URGENT, ChildInvolved.NO));

        assertThat(node.browser().signIn(Role.DUTY).get("/cases/CO-2026-000078").body())
                .contains("This message names nobody.")
                .doesNotContain("Nothing about persons is open to you.");
    }

    @ParameterizedTest
    @CsvSource({
        "es, Retorno voluntario, Intérprete: Tseltal, Alojamiento seguro, Solicitud de protección abierta, En investigación",
        "fr, Retour volontaire, Interprète, Hébergement sécurisé, Demande de protection en cours, Enquête en cours"
    })
    void aReferralIsReadInTheLanguageOfItsReader(
            String language, String kind, String interpreter, String service, String claim, String proceedings) {
        var reference = language.equals("es") ? "CO-2026-000101" : "CO-2026-000102";
        node.arrives(CO, Referrals.complete(), Referrals.about(reference));
        var duty = node.browser().signIn(Role.DUTY).cookie("language", language);

        assertThat(duty.get("/desk").body()).contains(reference, kind, interpreter);
        assertThat(duty.get("/cases/" + reference).body()).contains(kind, interpreter, service);
        assertThat(duty.get("/cases/" + reference + "/persons").body()).contains(claim, proceedings);
    }

    @Test
    void whatCannotBeAuditedIsNotShown() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000005", Urgency.URGENT, ChildInvolved.NO));
        var investigator = node.browser().signIn(Role.INVESTIGATOR);
        node.database()
                .sql("alter table audit_entry rename to audit_entry_away")
                .update();
        try {
            var answer = investigator.get("/cases/CO-2026-000005/persons");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain(Samples.PHONE).doesNotContain(Samples.WORDS);
        } finally {
            node.database()
                    .sql("alter table audit_entry_away rename to audit_entry")
                    .update();
        }
        assertThat(audited(id)).isEmpty();
    }

    @Test
    void whatOneMayNotSeeIsNotThereInListsCountsPagesAndApi() {
        var id = node.arrives(
                CO, Samples.request(), Samples.requestAbout("CO-2026-000006", Urgency.URGENT, Samples.usual()));
        var investigator = node.browser().signIn(Role.INVESTIGATOR);
        var item = item(id);

        var unseen = investigator.get("/cases/CO-2026-000006");
        var unknown = investigator.get("/cases/CO-2026-999999");
        assertThat(unseen.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(said(unseen.body())).isEqualTo(said(unknown.body()));
        assertThat(investigator.get("/cases/CO-2026-000006/persons").statusCode())
                .isEqualTo(404);
        assertThat(investigator.get("/desk/items/" + item).statusCode()).isEqualTo(404);
        assertThat(investigator.get("/desk/items/" + item + "/note").statusCode())
                .isEqualTo(404);
        assertThat(investigator.get("/cases").body()).doesNotContain("CO-2026-000006");
        assertThat(investigator.get("/desk").body()).doesNotContain("CO-2026-000006");
        assertThat(investigator.get("/desk?item=" + item).body()).doesNotContain("CO-2026-000006");
        var api = node.api(Role.INVESTIGATOR);
        assertThat(api.get("/api/v1/cases/CO-2026-000006").statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/messages/" + id).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/desk/items").body()).doesNotContain("CO-2026-000006");
        assertThat(investigator
                        .submit("/me", "/desk/items/" + item + "/note", "note", "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(audited(id)).contains("SHOW", "ACT");
    }

    @Test
    void anExerciseSaysSoOnEveryListAndWhatIsMeantStandsOutOnATrainingNode() {
        var exercise = "CO-2026-000088";
        var meant = "CO-2026-000089";
        arrives(exercise, Mode.EXERCISE);
        arrives(meant, Mode.ACTUAL);
        var duty = node.browser().signIn(Role.DUTY);

        for (var page : List.of("/desk", "/cases")) {
            assertThat(chips(duty.get(page).body(), exercise)).contains("cp-chip--mode", ">Exercise<");
            assertThat(chips(duty.get(page).body(), meant)).contains("cp-chip--actual", ">Actual<");
        }
        assertThat(duty.cookie("language", "es").get("/desk").body()).contains(">Simulacro<");
        assertThat(node.api(Role.DUTY).get("/api/v1/desk/items").body())
                .contains("\"mode\":\"EXERCISE\"", "\"mode\":\"ACTUAL\"");
    }

    /// The marks beside a reference.
    private static String chips(String page, String reference) {
        var from = page.indexOf("<span class=\"cp-ref\">" + reference);
        assertThat(from).as(reference).isPositive();
        return page.substring(from, page.indexOf("</td>", from));
    }

    private static void arrives(String reference, Mode mode) {
        var partner = node.partner(CO);
        var about = Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO);
        var made = partner.header(Samples.alert(), about, new TreeSet<>(List.of(DeskUnderTest.PA)));
        var header = Headers.meant(made, mode);
        var opening = node.partner(DeskUnderTest.PA)
                .open(partner.sealed(header, Samples.alert()).envelope(), made.topic());
        var message = ((Opened) opening).message();
        node.transaction().executeWithoutResult(_ -> node.handOver(message));
    }

    @Test
    void whoRunsANodeOnH2ReadsThatItDoesNotSurviveAPowerCut() {
        assertThat(node.browser().signIn(Role.OPERATOR).get("/me").body()).contains("does not survive a power cut");
        assertThat(node.browser().signIn(Role.DUTY).get("/me").body()).doesNotContain("power cut");
    }

    @Test
    void aRoleThatTheSenderShutOutSeesNothing() {
        var handling = Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.exclude("PA:POLICE"));
        var about = Samples.about(MessageType.CASE_ALERT, "CO-2026-000007", Urgency.URGENT, ChildInvolved.NO, handling);
        node.arrives(CO, Samples.alert(), about);

        assertThat(node.browser()
                        .signIn(Role.INVESTIGATOR)
                        .get("/cases/CO-2026-000007")
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/CO-2026-000007").statusCode())
                .isEqualTo(200);
        assertThat(node.browser().signIn(Role.INVESTIGATOR).get("/desk").body()).doesNotContain("CO-2026-000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUDITOR INVESTIGATOR", "INVESTIGATOR OPERATOR", "ANALYST INVESTIGATOR"})
    void anotherRoleBesidesTheOneThatIsShutOutOpensNothing(String roles) {
        roles("auditor", roles);
        try {
            var before = counted();
            var handling = Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.exclude("PA:POLICE"));
            var reference = "CO-2026-1" + "%05d".formatted(roles.hashCode() & 0xffff);
            var about = Samples.about(MessageType.CASE_ALERT, reference, Urgency.URGENT, ChildInvolved.NO, handling);
            var id = node.arrives(CO, Samples.alert(), about);
            var browser = node.browser().signIn(Role.AUDITOR);
            var api = node.api(Role.AUDITOR);

            assertThat(counted()).isEqualTo(before);
            assertThat(browser.get("/desk").body()).doesNotContain(reference);
            assertThat(browser.get("/cases").body()).doesNotContain(reference);
            assertThat(browser.get("/cases/" + reference).statusCode()).isEqualTo(404);
            assertThat(browser.get("/cases/" + reference + "/persons").statusCode())
                    .isEqualTo(404);
            assertThat(api.get("/api/v1/messages/" + id + "?persons=true").statusCode())
                    .isEqualTo(404);
            assertThat(api.get("/api/v1/desk/items").body()).doesNotContain(reference);
        } finally {
            roles("auditor", "AUDITOR");
        }
    }

    @Test
    void aSecondRoleThatIsNotShutOutOpensWhatItOpensByItselfAndNoMore() {
        roles("auditor", "DUTY INVESTIGATOR");
        try {
            var handling = Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.exclude("PA:DUTY"));
            var about =
                    Samples.about(MessageType.CASE_ALERT, "CO-2026-000077", Urgency.URGENT, ChildInvolved.NO, handling);
            node.arrives(CO, Samples.alert(), about);
            var browser = node.browser().signIn(Role.AUDITOR);

            assertThat(browser.get("/desk").body()).contains("CO-2026-000077");
            assertThat(browser.get("/cases/CO-2026-000077/persons").body()).contains(Samples.PHONE);
        } finally {
            roles("auditor", "AUDITOR");
        }
    }

    @Test
    void aRequestForProtectionOnlyIsNotForAnalysts() {
        var handling = Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.VICTIM_PROTECTION_ONLY);
        var about =
                Samples.about(MessageType.ROUTE_REPORT, "CO-2026-000008", Urgency.ROUTINE, ChildInvolved.NO, handling);
        node.arrives(CO, Samples.route(), about);

        assertThat(node.browser()
                        .signIn(Role.ANALYST)
                        .get("/cases/CO-2026-000008")
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.browser()
                        .signIn(Role.SUPERVISOR)
                        .get("/cases/CO-2026-000008")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReaderInSpanishReadsTheCodesInSpanishAndTheWordsAsTheyWereWritten() {
        node.arrives(CO, Samples.alert(), Samples.alertAbout("CO-2026-000009", Urgency.URGENT, ChildInvolved.NO));
        var duty = node.browser().signIn(Role.DUTY).cookie("language", "es");

        var page = duty.get("/cases/CO-2026-000009").body();

        assertThat(page)
                .contains("Qué le piden", "de 2 a 5 personas".substring(3), "lang=\"es\" ", "dir=\"auto\"")
                .contains("Dos adolescentes viajan con una mujer adulta.");
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/CO-2026-000009").body())
                .contains("What they ask of you", "Written in Spanish", "Dos adolescentes viajan");
    }

    private static void roles(String officer, String roles) {
        node.database()
                .sql("update officer set roles = ? where username = ?")
                .params(roles, officer)
                .update();
    }

    private static int counted() {
        return new JsonMapper()
                .readTree(node.api(Role.AUDITOR).get("/api/v1/desk/items").body())
                .get("counts")
                .get("all")
                .asInt();
    }

    private static String item(MessageId id) {
        return node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> row.getObject(1).toString())
                .single();
    }

    private static List<@Nullable String> audited(MessageId id) {
        return node.database()
                .sql("select action from audit_entry where object_id = ? order by seq")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    /// The page without what differs in every answer.
    private static String said(String page) {
        return page.replaceAll("(nonce|value)=\"[^\"]*\"", "").replaceAll("CO-2026-[0-9]{6}", "");
    }
}
