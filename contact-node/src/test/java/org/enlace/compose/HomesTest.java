package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.console.Team;
import org.enlace.handling.Handling;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.Sight;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HomesTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final Pattern CASE = Pattern.compile("href=\"/cases/(GT-2026-[0-9A-Z]{6})\\?message=");
    private static final Pattern REFERENCE = Pattern.compile("GT-2026-[0-9A-Z]{6}");
    private static final Pattern OLDER = Pattern.compile("href=\"(/reports\\?before=[^\"]+)\"");

    @AfterAll
    static void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({"/alerts,ANALYST", "/assistance,INVESTIGATOR", "/reports,OPERATOR", "/alerts,AUDITOR"})
    void whoMayNotReadThemIsNotLetIn(String path, Role role) {
        assertThat(node.browser(role).get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.x", "99999999999999999999.0", "1.00000000-0000-0000-0000-00000000000'", ""})
    void aPlaceThatIsNoneIsNotThere(String before) {
        assertThat(node.browser(Role.INVESTIGATOR)
                        .get("/alerts?before=" + before.replace("'", "%27"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyWhoMayWriteIsOfferedToBegin() {
        assertThat(node.browser(Role.INVESTIGATOR).get("/alerts").body()).contains("value=\"CASE_ALERT\"");
        assertThat(node.browser(Role.SUPERVISOR).get("/alerts").body()).doesNotContain("action=\"/drafts\"");
        assertThat(node.browser(Role.ANALYST).get("/reports").body())
                .contains("value=\"ROUTE_REPORT\"", "value=\"MODUS_OPERANDI_REPORT\"");
        assertThat(node.browser(Role.CONSULAR).get("/assistance").body())
                .contains("value=\"VICTIM_ASSISTANCE_REQUEST\"", "value=\"VICTIM_REFERRAL\"");
    }

    @Test
    void draftsAreListedForTheirOwnerAlone() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).type("subject", "Only mine <b>");
        draft.press("save");

        assertThat(node.browser(Role.INVESTIGATOR).get("/alerts").body())
                .contains("href=\"" + draft.path() + "\"", "Only mine &lt;b&gt;");
        assertThat(node.browser(Role.DUTY).get("/alerts").body())
                .contains("value=\"CASE_ALERT\"")
                .doesNotContain(draft.path());

        draft.to("MX").press("send");
        assertThat(node.browser(Role.INVESTIGATOR).get("/alerts").body()).doesNotContain(draft.path());
    }

    @Test
    void aDraftWhoseWriterLosesTheFunctionIsKeptAndSaysNothingOfWhatItHolds() {
        var draft = Written.begun(node.browser(Role.CONSULAR), MessageType.VICTIM_ASSISTANCE_REQUEST)
                .type("family", "Quintero Ejemplo")
                .type("subject", "Care for Quintero");
        draft.press("save");
        var path = draft.path();
        var reference = REFERENCE.matcher(draft.page().body());
        assertThat(reference.find()).isTrue();

        as(Role.CONSULAR, "INVESTIGATOR", () -> {
            var writer = node.browser(Role.CONSULAR);
            var closed = writer.get(path);
            assertThat(closed.statusCode()).isEqualTo(200);
            assertThat(closed.body())
                    .contains("None of your functions may write such a message", "<li>Consular officer</li>")
                    .contains("New assistance request", "It is kept as you left it until", "Delete draft")
                    .doesNotContain("Quintero", reference.group(), "<li>Investigator</li>");
            assertThat(writer.get("/alerts").body())
                    .contains("href=\"" + path + "\"", "Closed to you")
                    .doesNotContain("Quintero", reference.group());
            var late = writer.submit("/me", path, "act", "send", "family", "Cambiada");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("This draft is closed to you").doesNotContain("Quintero");
            assertThat(writer.submit("/me", path + "/side", "act", "save").statusCode())
                    .isEqualTo(404);
            assertThat(node.browser(Role.DUTY).get(path).statusCode()).isEqualTo(404);
        });
        assertThat(node.browser(Role.CONSULAR).get(path).body())
                .contains("Quintero Ejemplo")
                .doesNotContain("Cambiada");

        as(Role.CONSULAR, "INVESTIGATOR", () -> {
            var writer = node.browser(Role.CONSULAR);
            assertThat(writer.submit("/me", path, "act", "delete").statusCode()).isEqualTo(303);
            assertThat(writer.get(path).statusCode()).isEqualTo(404);
            assertThat(writer.get("/alerts").body()).doesNotContain(path);
        });
    }

    @Test
    void aDraftOfACorrectionWhosePartWasClosedSaysWhoCanWriteIt() {
        var sent = ApiClient.JSON.readTree(new ApiClient(node)
                .released(Role.CASE_WORKER, "closed-part", Documented.body(MessageType.VICTIM_ASSISTANCE_REQUEST))
                .body());
        var path = node.browser(Role.CONSULAR)
                .submit(
                        "/me",
                        "/drafts",
                        "type",
                        "VICTIM_ASSISTANCE_REQUEST",
                        "corrects",
                        sent.path("message").asString())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        as(
                Role.CONSULAR,
                "DUTY",
                () -> assertThat(node.browser(Role.CONSULAR).get(path).body())
                        .contains(
                                "a part that has been closed to you since", "<li>Consular officer</li>", "Delete draft")
                        .doesNotContain("<li>Duty officer</li>", "name.0"));

        assertThat(node.browser(Role.CONSULAR).get(path).body()).contains("name=\"correctionReason\"");
    }

    /// As when the person takes back that the police may use it.
    @Test
    void aDraftAboutAMessageThatItsWriterDoesNotSeeAnyMoreShowsNothingOfThatMessage() {
        var reference = new CaseReference("MX-2026-0000H9");
        var request = node.arrives(new NodeId("MX"), Asked.request(), Asked.about(reference, Handling.UNMARKED));
        var writer = node.browser(Role.INVESTIGATOR);
        var draft = Written.replying(writer, MessageType.INFORMATION_RESPONSE, request);
        assertThat(draft.page().body()).contains(reference.value(), "Entries of a woman");
        assertThat(writer.get("/information").body()).contains(draft.path(), reference.value());

        node.bean(JdbcClient.class)
                .sql("update case_message set closed_to = ? where id = ?")
                .params(Sight.column(List.of(Role.INVESTIGATOR)), request.value())
                .update();

        assertThat(draft.page().body())
                .contains("It is about a message that you may not see any more", "Delete draft")
                .doesNotContain(reference.value(), "Entries of a woman");
        assertThat(writer.get("/information").body())
                .contains(draft.path(), "Closed to you")
                .doesNotContain(reference.value(), "Entries of a woman");
        assertThat(draft.press("delete").headers().firstValue("Location")).contains("/");
        assertThat(draft.page().statusCode()).isEqualTo(404);
    }

    private static void as(Role officer, String roles, Runnable act) {
        setRoles(officer, roles);
        try {
            act.run();
        } finally {
            setRoles(officer, officer.name());
        }
    }

    private static void setRoles(Role officer, String roles) {
        node.bean(JdbcClient.class)
                .sql("update officer set roles = ? where username = ?")
                .params(roles, Team.name(officer))
                .update();
    }

    @Test
    void whatWasSentSaysHowFarItHasComeToEachRecipient() {
        var sent =
                Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").to("BR").press("send");
        var home = sent.headers().firstValue("Location").orElseThrow();

        var page = node.browser(Role.DUTY).get("/alerts").body();

        assertThat(page).contains("href=\"" + home + "?message=", "Mexico: ", "Brazil: ");
        assertThat(node.browser(Role.DUTY).get("/assistance").body()).doesNotContain(home);
    }

    @Test
    void aLongListIsReadPageByPageAndNothingIsShownTwiceOrLeftOut() {
        var program = node.program(Role.ANALYST);
        for (var i = 0; i < 27; i++) {
            var sent = program.always("Idempotency-Key", "list" + i + UUID.randomUUID())
                    .send("POST", "/api/v1/messages", "application/json", Documented.body(MessageType.ROUTE_REPORT));
            assertThat(sent.statusCode()).isEqualTo(201);
        }

        var browser = node.browser(Role.ANALYST);
        var first = browser.get("/reports").body();
        var older = OLDER.matcher(first);
        assertThat(older.find()).isTrue();
        var second = browser.get(older.group(1)).body();

        var seen = new HashSet<>(cases(first));
        assertThat(seen).hasSize(25);
        assertThat(seen.addAll(cases(second))).isTrue();
        assertThat(seen).hasSize(27);
        assertThat(cases(second)).hasSize(2);
        assertThat(second).doesNotContain("href=\"/reports?before=").contains("href=\"/reports\"");
    }

    private static Set<String> cases(String page) {
        return CASE.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toCollection(HashSet::new));
    }
}
