package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.enlace.client.DeskCalls;
import org.enlace.client.MessageCalls;
import org.enlace.client.NewMessage;
import org.enlace.client.NodeApi;
import org.enlace.client.ProblemAnswered;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.enlace.deploy.network.SharedNetwork;
import org.enlace.message.MessageType;
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
    void everyKindArrivesAsItWasSentOnceThePersonAgreed(String kind, String purpose) {
        String complete = Bodies.referral("HN", kind);

        ProblemAnswered without =
                refused(complete.replace("\"" + purpose + "\":\"YES\"", "\"" + purpose + "\":\"NO\""));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.codes()).contains("CONSENT_NOT_GIVEN");

        MessageCalls.Message there = arrived(network.sent("GT", "CONSULAR", complete));
        assertThat(there.about().messageType()).isEqualTo(MessageType.VICTIM_REFERRAL);
        JsonNode alert = part(there, "ALERT");
        assertThat(alert.path("referralKind").asString()).isEqualTo(kind);
        assertThat(alert.at("/language/languages/0/code").asString()).isEqualTo("tzh");
        assertThat(part(there, "PROTECTION").path("voluntaryReturn").isMissingNode())
                .isEqualTo(!kind.equals("VOLUNTARY_RETURN"));
        assertThat(there.content())
                .as("names and journey open after acceptance")
                .doesNotContainKey("IDENTITY");
    }

    @Test
    void aReturnThatIsNotFreeOrNotPreparedNeverLeaves() {
        String bare = Bodies.referral("HN", "VOLUNTARY_RETURN")
                .replaceAll("\"statement\":\\{[^}]*},", "")
                .replaceAll("\"receptionBy\":\"[^\"]*\",", "")
                .replace("\"majority\":\"ADULT\"", "\"majority\":\"DISPUTED\"");

        ProblemAnswered refused = refused(bare);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes())
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
    void theOtherSideReadsItInItsLanguageAndAssessesTheReturnBeforeItTakesThePersonOn() {
        MessageCalls.Sent asked = network.program("GT", "CONSULAR")
                .messages()
                .send(NewMessage.read(Bodies.referral("HN", "VOLUNTARY_RETURN")));
        assertThat(asked.state()).isEqualTo("AWAITING_RELEASE");
        releasedOnItsPage(asked.message());
        String reference = arrived(asked).message().caseRef();
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
        NodeApi sender = network.program("GT", "CONSULAR");
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> sender.recalls().consentWithdrawals(asked.message()).stream()
                        .flatMap(withdrawal -> withdrawal.recipients().stream())
                        .anyMatch(recipient -> "SEALED".equals(recipient.outcome())));
    }

    /// After the case was completed; the sender reads what was found in codes.
    private void looksAgain(Officer worker, Look look, String reference) {
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
    private void completed(String reference) {
        DeskCalls duty = network.program("HN", "DUTY").desk();
        String item = duty.all("all")
                .filter(one -> one.caseRef().equals(reference))
                .findFirst()
                .orElseThrow()
                .id();
        String today = LocalDate.now(ZoneId.of("America/Tegucigalpa")).toString();
        DeskCalls worker = network.program("HN", "CONSULAR").desk();
        duty.acknowledge(item);
        worker.accept(item, new DeskCalls.Accept(today, null));
        worker.start(item);
        worker.complete(item, new DeskCalls.Complete(today, null, "CARE_STARTED"));
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
    private MessageCalls.Message arrived(MessageCalls.Sent sent) {
        NodeApi reader = network.program("HN", "CONSULAR");
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsInstanceOf(ProblemAnswered.class)
                .until(() -> reader.messages().read(sent.message(), true), Objects::nonNull);
    }

    private ProblemAnswered refused(String message) {
        MessageCalls sender = network.program("GT", "CONSULAR").messages();
        return catchThrowableOfType(ProblemAnswered.class, () -> sender.send(NewMessage.read(message)));
    }

    private static JsonNode part(MessageCalls.Message message, String compartment) {
        return Objects.requireNonNull(message.content().get(compartment), compartment);
    }
}
