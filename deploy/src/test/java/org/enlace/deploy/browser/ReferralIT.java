package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.enlace.deploy.network.ApiClient;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.enlace.deploy.network.SharedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A person is referred from one country to another, between nodes that are processes of their own.
@ExtendWith({SharedNetwork.class, SharedChromium.class})
@TestInstance(Lifecycle.PER_CLASS)
class ReferralIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final DemoNetwork network;
    private final Chromium chromium;

    ReferralIT(DemoNetwork network, Chromium chromium) {
        this.network = network;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({
        "CONTINUED_CARE, ASSISTANCE",
        "VOLUNTARY_RETURN, ASSISTANCE",
        "ONWARD_MOVE, ASSISTANCE",
        "FAMILY_TRACING, FAMILY_CONTACT",
        "TESTIMONY_SUPPORT, COURT_USE"
    })
    void everyKindArrivesAsItWasSentOnceThePersonAgreed(String kind, String purpose) throws IOException {
        ApiClient sender = network.api("GT", "CONSULAR");
        String complete = Bodies.referral("HN", kind);

        var without = sender.send(key(), complete.replace("\"" + purpose + "\":\"YES\"", "\"" + purpose + "\":\"NO\""));
        assertThat(without.status()).as(without.body()).isEqualTo(422);
        assertThat(without.body()).contains("CONSENT_NOT_GIVEN");

        JsonNode there = arrived(network.sent("GT", "CONSULAR", key(), complete));
        assertThat(there.at("/about/messageType").asString()).isEqualTo("VICTIM_REFERRAL");
        assertThat(there.at("/content/ALERT/referralKind").asString()).isEqualTo(kind);
        assertThat(there.at("/content/ALERT/language/languages/0/code").asString())
                .isEqualTo("tzh");
        assertThat(there.at("/content/PROTECTION/voluntaryReturn").isMissingNode())
                .isEqualTo(!kind.equals("VOLUNTARY_RETURN"));
        assertThat(there.at("/content").has("IDENTITY"))
                .as("names and journey open after acceptance")
                .isFalse();
    }

    @Test
    void aReturnThatIsNotFreeOrNotPreparedNeverLeaves() throws IOException {
        String bare = Bodies.referral("HN", "VOLUNTARY_RETURN")
                .replaceAll("\"statement\":\\{[^}]*},", "")
                .replaceAll("\"receptionBy\":\"[^\"]*\",", "")
                .replace("\"majority\":\"ADULT\"", "\"majority\":\"DISPUTED\"");

        var refused = network.api("GT", "CONSULAR").send(key(), bare);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("STATEMENT_MISSING", "RECEPTION_MISSING", "CHILD_ASSESSMENT_MISSING")
                .contains("CHILD_RETURN_NEEDS_GUARDIAN");
    }

    @Test
    void theFormAsksWhatTheKindNeedsAndSaysAllThatAReturnLacks() {
        try (Officer consul = chromium.seats(network.signIn("GT", "CONSULAR"), "es")) {
            Page page = consul.page();
            consul.open("/assistance");
            page.click("form[action='/drafts'] button[value='VICTIM_REFERRAL']");
            Locator returning = page.locator("#return");
            Locator journey = page.locator("#journey");
            assertThat(returning).isHidden();
            page.check("[name='referralKind'][value='ONWARD_MOVE']");
            assertThat(returning).isHidden();
            assertThat(journey).isVisible();
            page.check("[name='referralKind'][value='FAMILY_TRACING']");
            assertThat(journey).isHidden();
            page.check("[name='referralKind'][value='VOLUNTARY_RETURN']");
            assertThat(returning).isVisible();
            consul.expect(422);
            page.click("#send");
            assertThat(page.locator("#errors a[href='#returnStatementDate']")).isVisible();
            assertThat(page.locator("#errors a[href='#receptionBy']")).isVisible();
            new Look(consul).onPhone("compose-referral");
            assertThat(consul.complaints()).isEmpty();
        }
    }

    @Test
    void theOtherSideReadsItInItsLanguageAndAssessesTheReturnBeforeItTakesThePersonOn() throws IOException {
        var asked = network.api("GT", "CONSULAR").send(key(), Bodies.referral("HN", "VOLUNTARY_RETURN"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        releasedOnItsPage(asked.json().path("message").asString());
        String reference = arrived(asked).at("/message/caseRef").asString();
        try (Officer worker = chromium.seats(network.signIn("HN", "CONSULAR"), "fr")) {
            Page page = worker.page();
            Look look = new Look(worker);
            worker.open("/cases/" + reference + "/persons");
            assertThat(page.locator("main")).containsText("Casa Ejemplo");
            assertThat(page.locator("main")).containsText(Written.label("referral-kind", "VOLUNTARY_RETURN", "fr"));
            look.onDesktop("referral-received");
            page.click("a[href$='/assess']");
            look.onPhone("referral-assess");
            page.check("[name='risk'][value='MEDIUM']");
            page.fill("#words", "La tante est prévenue.");
            page.click(".cp-step__act button");
            assertThat(page.locator(".moj-timeline")).containsText(Written.label("risk-level", "MEDIUM", "fr"));
            looksAgain(worker, look, reference);
            changesTheirMind(worker, look, reference);
            worker.open("/follow-ups");
            assertThat(page.locator("main")).not().containsText(reference);
            assertThat(worker.complaints()).isEmpty();
        }
        String message = asked.json().path("message").asString();
        ApiClient sender = network.api("GT", "CONSULAR");
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> sender.get("/api/v1/messages/" + message + "/consent-withdrawal")
                        .body()
                        .contains("\"outcome\":\"SEALED\""));
    }

    /// After the case was completed; the sender reads what was found in codes.
    private void looksAgain(Officer worker, Look look, String reference) throws IOException {
        Page page = worker.page();
        completed(reference);
        worker.open("/follow-ups");
        look.at("follow-ups");
        page.locator("tr", new Page.LocatorOptions().setHasText(reference))
                .locator("a")
                .click();
        worker.expect(422);
        page.click(".cp-step__act button");
        assertThat(page.locator("#errors")).isVisible();
        look.at("follow-up");
        page.check("[name='finding'][value='SAFE']");
        page.fill("#words", "Elle a repris sa formation.");
        page.click(".cp-step__act button");
        assertThat(page.locator(".moj-timeline")).containsText(Written.label("follow-up-finding", "SAFE", "fr"));
        try (Officer sender = chromium.seats(network.signIn("GT", "CONSULAR"), "es")) {
            Locator told = sender.page().locator(".moj-timeline");
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(500))
                    .pollInSameThread()
                    .until(() -> {
                        sender.open("/cases/" + reference);
                        return told.textContent().contains(Written.label("follow-up-finding", "SAFE", "es"));
                    });
            assertThat(sender.page().locator("main")).not().containsText("repris");
        }
    }

    /// Accepted, begun and completed today, with today as the day to look again.
    private void completed(String reference) throws IOException {
        ApiClient duty = network.api("HN", "DUTY");
        String item = "";
        for (JsonNode one : duty.get("/api/v1/desk/items").json().path("items")) {
            if (one.path("caseRef").asString().equals(reference)) {
                item = "/api/v1/desk/items/" + one.path("id").asString();
            }
        }
        String today = LocalDate.now(ZoneId.of("America/Tegucigalpa")).toString();
        ApiClient worker = network.api("HN", "CONSULAR");
        accepted(duty.post(item + "/acknowledge", "{}"));
        accepted(worker.post(item + "/accept", "{\"start\":\"" + today + "\"}"));
        accepted(worker.post(item + "/start", "{}"));
        accepted(worker.post(item + "/complete", "{\"outcome\":\"CARE_STARTED\",\"followUp\":\"" + today + "\"}"));
    }

    private static void accepted(ApiClient.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /// Whoever has the person now hears it, and it is told where the case began.
    private static void changesTheirMind(Officer worker, Look look, String reference) {
        Page page = worker.page();
        worker.open("/cases/" + reference);
        page.click("#consent a");
        look.onPhone("consent-form");
        page.check("[name='purposes'][value='ASSISTANCE']");
        page.fill("#on", "2026-11-20");
        page.selectOption("#language", "tzh");
        page.check("[name='interpreter'][value='YES']");
        page.click(".cp-step__act button");
        assertThat(page.locator(".cp-hband")).containsText(Written.label("consent-purpose", "ASSISTANCE", "fr"));
        look.onDesktop("consent-ended");
    }

    private void releasedOnItsPage(String message) {
        try (Officer supervisor = chromium.seats(network.signIn("GT", "SUPERVISOR"), "fr")) {
            Page page = supervisor.page();
            Look look = new Look(supervisor);
            supervisor.open("/release");
            look.onPhone("release-list");
            page.click("a[href='/release/" + message + "']");
            assertThat(page.locator("#readers")).containsText(Written.label("role", "CASE_WORKER", "fr"));
            look.onDesktop("release-one");
            page.click("#release");
            assertThat(page).hasURL(Pattern.compile(".*/cases/.*"));
            assertThat(supervisor.complaints()).isEmpty();
        }
    }

    /// The message as a consular officer of the recipient reads it before it was accepted.
    private JsonNode arrived(ApiClient.Answer sent) throws IOException {
        ApiClient reader = network.api("HN", "CONSULAR");
        String path = "/api/v1/messages/" + sent.json().path("message").asString() + "?persons=true";
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> reader.get(path), answer -> answer.status() == 200)
                .json();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
