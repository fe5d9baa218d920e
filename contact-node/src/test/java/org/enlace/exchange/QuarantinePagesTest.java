package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.console.Browser;
import org.enlace.directory.Fingerprint;
import org.enlace.envelope.Sealed;
import org.enlace.message.CaseReference;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditCheck;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.web.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What partners and strangers send that must be refused, as the operator of a real node sees it: through its pages and
/// its API alone.
class QuarantinePagesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final CaseReference OF_MEXICO = reference("MX");
    private static final CaseReference OF_EL_SALVADOR = reference("SV");

    private static final Map<QuarantineReason, byte[]> refused = new LinkedHashMap<>();
    private static Site site;
    private static WholeNode.Running gt;

    /// Each refused record once, three of them twice in other bytes, and between them two good messages, one of which
    /// its sender corrects twice.
    @BeforeAll
    static void everythingIsSent() throws Exception {
        site = Site.open();
        gt = WholeNode.start(site, GT, site.h2());
        Hostile sv = new Hostile(site, SV);
        try (Neighbour fromMexico = new Neighbour(site, MX);
                Neighbour fromElSalvador = new Neighbour(site, SV)) {
            Sealed good = new Hostile(site, MX).honest(GT, OF_MEXICO);
            fromMexico.publish(good);
            refused.put(QuarantineReason.UNKNOWN_SIGNER, sv.ofAnUnknownSender(GT));
            refused.put(QuarantineReason.SIGNATURE_SET, sv.unsigned(GT));
            refused.put(QuarantineReason.TOPIC_BINDING, sv.replayed(good, GT));
            refused.put(QuarantineReason.NOT_ADDRESSED, sv.readdressed(MX, GT));
            refused.put(QuarantineReason.TOO_LARGE, Hostile.oversized());
            refused.values().forEach(fromElSalvador::publish);
            byte[] stripped = sv.strippedOfOneSignature(GT);
            fromElSalvador.publish(stripped);
            fromElSalvador.publish(Hostile.oversized());
            fromElSalvador.publish(good.envelope());
            Sealed last = sv.honest(GT, OF_EL_SALVADOR);
            fromElSalvador.publish(last);
            fromElSalvador.publish(sv.correcting(last, GT, OF_EL_SALVADOR));
            Sealed twice = sv.correcting(last, GT, OF_EL_SALVADOR);
            refused.put(QuarantineReason.NOT_CORRECTABLE, twice.envelope());
            fromElSalvador.publish(twice);
            byte[] expired = sv.expired(GT);
            refused.put(QuarantineReason.EXPIRED, expired);
            fromElSalvador.publish(expired);
        }
        await().atMost(SOON).until(() -> (int) JsonPath.read(quarantine(""), "$.all") == refused.size() + 3);
    }

    @AfterAll
    static void close() throws Exception {
        gt.close();
        site.close();
    }

    @Test
    void eachRefusedRecordIsListedWithItsReasonItsDigestAndAClaimedSenderThatNobodyVerified() {
        String page = gt.browser(Role.OPERATOR).get("/operations/quarantine").body();
        Texts texts = new Texts();

        refused.forEach((reason, record) -> {
            String digest = Fingerprint.of(record);
            assertThat(page)
                    .contains(texts.get(Locale.ENGLISH, "operations.reason." + reason))
                    .contains(reason.name(), digest);
            assertThat(JsonPath.<List<String>>read(quarantine(""), "$.records[?(@.digest == '" + digest + "')].reason"))
                    .containsExactly(reason.name());
        });
        assertThat(page).contains("El Salvador", "Not verified");
        assertThat(JsonPath.<List<String>>read(quarantine("?reason=SIGNATURE_SET"), "$.records[*].claimed"))
                .containsExactly("SV", "SV");
    }

    @Test
    void eachRecordHasAPageThatSaysWhatItMeansAndWhatToDoInFourLanguages() {
        Browser operator = gt.browser(Role.OPERATOR);
        Texts texts = new Texts();
        for (String id : JsonPath.<List<String>>read(quarantine(""), "$.records[*].id")) {
            String reason = JsonPath.read(quarantine("/" + id), "$.reason");
            String next = JsonPath.read(quarantine("/" + id), "$.nextStep");
            for (var language : Texts.LANGUAGES) {
                assertThat(operator.cookie("language", language.getLanguage())
                                .get("/operations/quarantine/" + id)
                                .body())
                        .contains(
                                "lang=\"" + language.getLanguage() + "\"",
                                escaped(texts.get(language, "operations.reason." + reason)),
                                escaped(texts.get(language, "operations.means." + reason)),
                                escaped(texts.get(language, "operations.next." + next)));
            }
        }
    }

    @Test
    void eachReasonRaisesOneAlarmHoweverManyRecordsItConcerns() {
        List<String> subjects = gt.bean(Alarms.class).open(200).stream()
                .filter(alarm -> alarm.kind() == AlarmKind.QUARANTINED)
                .map(alarm -> alarm.subject() + " x" + alarm.times())
                .toList();
        assertThat(subjects)
                .containsExactlyInAnyOrder(
                        "SV UNKNOWN_SIGNER x1",
                        "SV SIGNATURE_SET x2",
                        "SV TOPIC_BINDING x2",
                        "SV NOT_ADDRESSED x1",
                        "SV TOO_LARGE x2",
                        "SV NOT_CORRECTABLE x1",
                        "SV EXPIRED x1");

        String page = gt.browser(Role.OPERATOR).get("/operations").body();
        assertThat(Pattern.compile("A record went into quarantine")
                        .matcher(page)
                        .results())
                .hasSize(7);
        assertThat(page)
                .contains("El Salvador: Too large", "2 times", "reason=TOO_LARGE")
                .contains("<span class=\"cp-count\">" + gt.bean(Alarms.class).count() + "</span>");
    }

    @Test
    void theGoodMessagesBetweenThemReachedTheirReadersAndWereShownOnce() {
        Browser duty = gt.program(Role.DUTY);
        for (var reference : List.of(OF_MEXICO, OF_EL_SALVADOR)) {
            await().atMost(SOON)
                    .until(() -> duty.get("/api/v1/cases/" + reference).statusCode() == 200);
            assertThat(JsonPath.<List<?>>read(
                            duty.get("/api/v1/cases/" + reference).body(), "$.messages[*]"))
                    .hasSize(1);
        }
        // Of two that correct one version the first stands, the other waits for its operator.
        assertThat(gt.bean(JdbcClient.class)
                        .sql("select count(*) from case_version")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothingOfTheirContentIsOnAnyPageOfTheOperatorOrInTheApi() {
        Browser operator = gt.browser(Role.OPERATOR);
        List<String> seen = new ArrayList<>(List.of(
                operator.get("/operations").body(),
                operator.get("/operations/quarantine").body(),
                gt.program(Role.OPERATOR).get("/api/v1/operations").body(),
                quarantine("")));
        JsonPath.<List<String>>read(quarantine(""), "$.records[*].id")
                .forEach(id ->
                        seen.add(operator.get("/operations/quarantine/" + id).body()));

        assertThat(seen)
                .hasSizeGreaterThan(8)
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("canarias", OF_MEXICO.value(), OF_EL_SALVADOR.value(), "officer-", "desk-1"));
    }

    @Test
    void anAlarmThatAPersonDealtWithIsGoneAndRaisedAnewWhenItHappensAgain() throws Exception {
        Browser operator = gt.browser(Role.OPERATOR);
        long id = gt.bean(Alarms.class).open(200).stream()
                .filter(alarm -> alarm.subject().equals("SV NOT_ADDRESSED"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(operator.submit("/operations", "/operations/alarms/" + id + "/done")
                        .statusCode())
                .isEqualTo(303);

        assertThat(operator.get("/operations").body()).doesNotContain("El Salvador: Passed on by somebody");
        assertThat(operator.submit("/operations", "/operations/alarms/" + id + "/done")
                        .statusCode())
                .isEqualTo(404);
        assertThat(gt.bean(AuditLog.class).list(Long.MAX_VALUE, 10))
                .extracting(
                        entry -> entry.entry().action() + " " + entry.entry().outcome())
                .contains("ALARM_DEALT_WITH DONE", "ALARM_DEALT_WITH REFUSED");
        try (Neighbour neighbour = new Neighbour(site, SV)) {
            neighbour.publish(new Hostile(site, SV).readdressed(MX, GT));
        }
        await().atMost(SOON)
                .until(() -> gt.bean(Alarms.class).open(200).stream()
                        .anyMatch(alarm -> alarm.subject().equals("SV NOT_ADDRESSED") && alarm.times() == 1));
        assertThat(gt.bean(AuditLog.class).verify()).isInstanceOf(AuditCheck.Intact.class);
    }

    @Test
    void whatIsNotThereOrNotToBeDoneIsRefusedInTheSameWords() {
        Browser operator = gt.browser(Role.OPERATOR);
        String id = JsonPath.<List<String>>read(quarantine("?reason=TOO_LARGE"), "$.records[*].id")
                .getFirst();

        assertThat(operator.get("/operations/quarantine/0198c2f0-0000-7000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator.get("/operations/quarantine/x").statusCode()).isEqualTo(404);
        assertThat(operator.submit("/operations", "/operations/quarantine/" + id + "/again")
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator.get("/operations/quarantine?member=%3Cscript%3E&reason=NONE&page=-7")
                        .body())
                .contains("El Salvador")
                .doesNotContain("<script>");
    }

    @Test
    void whoRunsTheNodeSeesItAndNobodyElse() {
        Set<String> pages = Set.of("/operations", "/operations/quarantine");
        for (Role role : Role.values()) {
            int expected = role == Role.OPERATOR ? 200 : 403;
            Browser browser = gt.browser(role);
            assertThat(pages)
                    .allSatisfy(path -> assertThat(browser.get(path).statusCode())
                            .as(role + " " + path)
                            .isEqualTo(expected));
            assertThat(gt.program(role).get("/api/v1/operations/quarantine").statusCode())
                    .isEqualTo(expected);
        }
        assertThat(Browser.at(gt.port()).get("/operations").statusCode()).isEqualTo(303);
        assertThat(Browser.at(gt.port()).get("/api/v1/operations").statusCode()).isEqualTo(401);
    }

    @Test
    void thePartnersAndTheStateOfTheNodeAreNamed() {
        String state = gt.program(Role.OPERATOR).get("/api/v1/operations").body();

        assertThat((String) JsonPath.read(state, "$.network.since")).isNotBlank();
        assertThat(JsonPath.<Object>read(state, "$.network.lost")).isNull();
        assertThat((boolean) JsonPath.read(state, "$.node.powerLossSafe")).isFalse();
        assertThat((boolean) JsonPath.read(state, "$.node.sendingAllowed")).isTrue();
        assertThat(JsonPath.<List<String>>read(state, "$.partners[?(@.lastHeard != null)].partner"))
                .contains("MX", "SV");
        assertThat(gt.browser(Role.OPERATOR).get("/operations").body())
                .contains("Mexico", "El Salvador", "Connected since", "Use PostgreSQL where messages are meant");
    }

    private static String quarantine(String more) {
        return gt.program(Role.OPERATOR)
                .get("/api/v1/operations/quarantine" + more)
                .body();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static CaseReference reference(String country) {
        return new CaseReference(
                country + "-" + Instant.now().atZone(ZoneOffset.UTC).getYear() + "-7K4M2Q");
    }
}
