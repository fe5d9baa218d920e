package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomesTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final Pattern CASE = Pattern.compile("href=\"/cases/(GT-2026-[0-9A-Z]{6})\\?message=");
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
