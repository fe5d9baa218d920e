package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.enlace.client.CaseCalls;
import org.enlace.client.ProblemAnswered;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.enlace.deploy.network.SharedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main job, as people do it: an officer in one country writes, a duty officer in another reads and acknowledges,
/// each in their own language.
@ExtendWith({SharedNetwork.class, SharedChromium.class})
@TestInstance(Lifecycle.PER_CLASS)
class MainJobIT {
    private static final double SOON = 15_000;
    private static final double HEALED = 60_000;

    private final DemoNetwork network;
    private final Chromium chromium;

    MainJobIT(DemoNetwork network, Chromium chromium) {
        this.network = network;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({"GT, en, es", "MX, pt, fr"})
    void anAlertAppearsOnTheOtherDeskInItsLanguageAndTheSenderSeesEachFact(String from, String writes, String reads) {
        try (Officer duty = chromium.seats(network.signIn("HN", "DUTY"), reads);
                Officer investigator = chromium.seats(network.signIn(from, "INVESTIGATOR"), writes)) {
            duty.opensDesk();
            duty.page().click("#sound");
            int tones = duty.tones();
            int badge = duty.badge();
            assertThat(tones).as("switching the sound on lets it be heard").isPositive();

            String reference = Written.alert(investigator, writes, "Minibus expected at the border")
                    .to("HN")
                    .send();
            Locator row = duty.row(reference);
            assertThat(row).isVisible(new IsVisibleOptions().setTimeout(SOON));
            assertThat(duty.badge()).isEqualTo(badge + 1);
            assertThat(duty.tones()).as("a new urgent item is heard").isGreaterThan(tones);
            assertThat(row).containsText(Written.label("message-type", "CASE_ALERT", reads));
            assertClocksRun(duty, row);

            row.locator(".cp-subj").click();
            assertThat(duty.page().locator("#preview"))
                    .containsText(Written.label("asked-action", "OBSERVE_ONLY", reads));
            row.locator("form button").click();
            assertThat(row.locator("form button")).hasCount(0);
            assertThat(duty.badge()).isEqualTo(badge);
            assertThat(duty.hasStayed()).as("the desk was never loaded again").isTrue();

            duty.open("/cases/" + reference);
            assertThat(duty.page().locator("main"))
                    .containsText(Written.label("alert-kind", "SUSPECTED_MOVEMENT", reads));
            assertThat(duty.page().locator("main")).containsText(Written.label("palermo-act", "TRANSPORTATION", reads));
            assertThat(duty.page().locator("main"))
                    .not()
                    .containsText(Written.label("alert-kind", "SUSPECTED_MOVEMENT", writes));

            // Queued, on the network, stored: machines say so. Acknowledged: a person did it. The page says it by
            // itself.
            assertThat(facts(investigator).nth(3))
                    .containsText(
                            Written.label("status-kind", "ACKNOWLEDGED", writes),
                            new ContainsTextOptions().setTimeout(SOON));
            List<String> facts = facts(investigator).allTextContents();
            assertThat(facts.subList(0, 3)).allSatisfy(fact -> assertThat(fact).containsPattern("[0-9]{2}:[0-9]{2}"));
            assertThat(facts.get(2)).containsPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}");
            assertThat(facts.get(3))
                    .startsWith(Written.label("status-kind", "ACKNOWLEDGED", writes))
                    .containsPattern("[0-9]{2}:[0-9]{2}");
            assertThat(duty.complaints()).isEmpty();
            assertThat(investigator.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsRecalledIsSealedOnTheOtherNodeBeforeAnybodyActsAndTheSenderSeesWhatBecameOfIt() {
        try (Officer duty = chromium.seats(network.signIn("HN", "DUTY"), "es");
                Officer supervisor = chromium.seats(network.signIn("HN", "SUPERVISOR"), "pt");
                Officer investigator = chromium.seats(network.signIn("GT", "INVESTIGATOR"), "en")) {
            duty.opensDesk();
            String words = "Shelter named by mistake";
            String reference = Written.alert(investigator, "en", words).to("HN").send();
            assertThat(duty.row(reference)).isVisible(new IsVisibleOptions().setTimeout(SOON));
            supervisor.open("/cases/" + reference);
            assertThat(supervisor.page().locator("main")).containsText(words);

            investigator.page().locator("#recall a").click();
            new Look(investigator).at("recall");
            investigator.page().check("input[name='reason'][value='SAFETY']");
            investigator.page().click("form[action$='/recall'] button");
            assertThat(investigator.page().locator("#recall"))
                    .containsText(Written.label("recall-reason", "SAFETY", "en"));

            // Nobody there has done anything.
            Locator recalled = duty.row(reference).locator(".cp-subj");
            assertThat(recalled).containsText("Anulado", new ContainsTextOptions().setTimeout(SOON));
            duty.page()
                    .locator(".cp-row .cp-subj", new Page.LocatorOptions().setHasText("Anulado"))
                    .first()
                    .click();
            assertThat(duty.page().locator("#preview h2")).containsText("Anulado");
            new Look(duty).at("recalled-desk");
            supervisor.page().reload();
            assertThat(supervisor.page().locator("main")).not().containsText(words);
            new Look(supervisor).at("recalled-case");
            // The supervisor did, and the duty officer if the desk had it in its preview.
            patiently().untilAsserted(() -> {
                investigator.page().reload();
                assertThat(investigator.page().locator("#recall"))
                        .containsText(Pattern.compile("Opened by (1 person|2 persons):"));
            });

            supervisor.page().locator(".cp-id__act a").click();
            supervisor.expect(422);
            supervisor.page().click("form[action$='/attestation'] button");
            assertThat(supervisor.page().locator("#errors")).isVisible();
            new Look(supervisor).at("attest");
            for (String field : List.of("exported", "passedOn")) {
                supervisor.page().check("input[name='" + field + "'][value='NO']");
            }
            supervisor.page().check("input[name='outcome'][value='DESTROYED']");
            supervisor.page().click("form[action$='/attestation'] button");
            assertThat(supervisor.page().locator(".cp-id__act a")).hasCount(0);
            patiently().until(() -> {
                investigator.page().reload();
                return investigator.page().locator("#recall").textContent().contains("Destroyed. Attested by");
            });
            new Look(investigator).closelyAt("recall-answered");
            for (Officer officer : List.of(duty, supervisor, investigator)) {
                assertThat(officer.complaints()).isEmpty();
            }
        }
    }

    @Test
    void ofTwoWhoTakeTheSameItemTheSecondIsToldByWhomItWasTaken() {
        try (Officer duty = chromium.seats(network.signIn("HN", "DUTY"), "es");
                Officer supervisor = chromium.seats(network.signIn("HN", "SUPERVISOR"), "en");
                Officer other = chromium.seats(network.signIn("HN", "SUPERVISOR"), "en");
                Officer investigator = chromium.seats(network.signIn("GT", "INVESTIGATOR"), "en")) {
            duty.opensDesk();
            String name = duty.page().locator("a[href='/me'] .cp-sr").textContent();
            supervisor.opensDesk();
            String reference = Written.alert(investigator, "en", "Van seen again at the crossing")
                    .to("HN")
                    .send();
            Locator first = duty.row(reference).locator("form button");
            Locator second = supervisor.row(reference).locator("form button");
            assertThat(second).isVisible(new IsVisibleOptions().setTimeout(SOON));
            other.open("/cases/" + reference);
            // While the hand is on a row nothing moves under it.
            second.focus();

            first.click();
            assertThat(duty.row(reference).locator("form button")).hasCount(0);
            second.press("Enter");
            Locator taken = supervisor.page().locator("#live > .cp-lost");
            assertThat(taken).containsText(name);
            assertThat(taken).containsText(Pattern.compile("[0-9]{2}:[0-9]{2}"));
            assertThat(supervisor.row(reference).locator("form button")).hasCount(0);

            other.expect(409);
            other.page().locator(".cp-id__act form button").click();
            assertThat(other.page().locator("main [role='alert']")).containsText(name);
            new Look(other).at("conflict");
            for (Officer officer : List.of(duty, supervisor, other, investigator)) {
                assertThat(officer.complaints()).isEmpty();
            }
        }
    }

    @Test
    void withoutTheNetworkOrItsNodeADeskSaysSinceWhenAndWhatWaitsAndRecoversByItself() {
        try (Officer duty = chromium.seats(network.signIn("GT", "DUTY"), "en");
                Officer partner = chromium.seats(network.signIn("HN", "DUTY"), "es");
                Officer investigator = chromium.seats(network.signIn("GT", "INVESTIGATOR"), "en")) {
            duty.opensDesk();
            partner.opensDesk();
            Locator banner = duty.page().locator("#live > .cp-lost");
            Locator lost = partner.page().locator("#lost");
            assertThat(banner).hasCount(0);
            assertThat(lost).isHidden();

            String reference;
            partner.expectsNoAnswer();
            network.kill("HN");
            network.kill("broker-1");
            try {
                assertThat(lost)
                        .containsText(
                                Pattern.compile("[0-9]{2}:[0-9]{2}"), new ContainsTextOptions().setTimeout(HEALED));
                assertThat(banner)
                        .containsText(
                                Pattern.compile("since [0-9]{2}:[0-9]{2} \\([0-9]{2}:[0-9]{2} UTC\\)"),
                                new ContainsTextOptions().setTimeout(HEALED));
                assertThat(duty.page().locator(".cp-stat--net")).containsText("0 of 3");
                reference = Written.alert(investigator, "en", "Two cars left for the border")
                        .to("HN")
                        .send();
                assertThat(banner)
                        .containsText(
                                Pattern.compile("[1-9][0-9]* messages? waits? now"),
                                new ContainsTextOptions().setTimeout(SOON));
                assertThat(facts(investigator))
                        .hasText(new Pattern[] {Pattern.compile("^Queued.*"), Pattern.compile("^Waits here.*")});
                new Look(duty).at("network-lost");
            } finally {
                network.recover();
            }

            assertThat(banner).isHidden(new IsHiddenOptions().setTimeout(HEALED));
            assertThat(lost).isHidden(new IsHiddenOptions().setTimeout(HEALED));
            assertThat(partner.row(reference)).isVisible(new IsVisibleOptions().setTimeout(HEALED));
            assertThat(duty.hasStayed()).isTrue();
            assertThat(partner.hasStayed()).isTrue();
            // Stored by the other node, and no person has acknowledged yet.
            assertThat(facts(investigator)).hasCount(4, new HasCountOptions().setTimeout(HEALED));
            assertThat(facts(investigator).nth(2)).containsText("Honduras");
            for (Officer officer : List.of(duty, partner, investigator)) {
                assertThat(officer.complaints()).isEmpty();
            }
        }
    }

    @Test
    void aDeskWhoseScriptsComeLateListensAndShowsWhatCameMeanwhile() {
        try (Officer duty = chromium.seats(network.signIn("HN", "DUTY"), "en")) {
            AtomicReference<String> reference = new AtomicReference<>("");
            duty.waitsFor("/hx-sse", () -> reference.set(arrives()));
            duty.opensDesk();
            assertThat(duty.row(reference.get())).isVisible();
            assertThat(duty.complaints()).isEmpty();
        }
    }

    @Test
    void aPageThatBrokeItsPolicyWouldBeNoticed() {
        try (Officer duty = chromium.seats(network.signIn("HN", "DUTY"), "en")) {
            duty.open("/me");
            duty.page().evaluate("() => document.body.append(Object.assign(new Image(), {src: 'https://x.invalid/'}))");

            patiently().until(() -> {
                duty.page().title();
                return duty.complaints().stream().anyMatch(it -> it.contains("Content Security Policy"));
            });
        }
    }

    /// @return the reference of an alert that Honduras has
    private String arrives() {
        String alert = Bodies.alert("HN", "IMMEDIATE", "NO", "Autobús", "+502 5555 0100");
        String reference = network.sent("GT", "INVESTIGATOR", alert).caseReference();
        CaseCalls honduras = network.program("HN", "DUTY").cases();
        patiently()
                .ignoreExceptionsInstanceOf(ProblemAnswered.class)
                .until(() -> !honduras.read(reference).messages().isEmpty());
        return reference;
    }

    /// What the page of a case says happened to its message, line by line; not how it stands now.
    private static Locator facts(Officer officer) {
        return officer.page().locator("section[aria-labelledby='h-del'] small:not(.cp-stand)");
    }

    private static void assertClocksRun(Officer duty, Locator row) {
        Locator left = row.locator(".cp-clk b");
        String before = left.textContent();
        patiently().until(() -> !before.equals(left.textContent()));
        for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.of("America/Tegucigalpa"))) {
            DateTimeFormatter form =
                    DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
            String earlier = form.format(Instant.now());
            String shown = duty.page()
                    .locator("[data-clock='" + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) + "']")
                    .first()
                    .textContent();
            // The page counts in whole seconds, so it may be one behind.
            assertThat(shown)
                    .isIn(
                            form.format(Instant.now()),
                            earlier,
                            form.format(Instant.now().minusSeconds(2)));
        }
    }

    /// The browser may be asked by one thread alone.
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .pollInSameThread();
    }
}
