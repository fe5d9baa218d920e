package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.enlace.deploy.network.HostilePartner;
import org.enlace.deploy.network.SharedNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page is looked at once, and the languages are spread over them.
@ExtendWith({SharedNetwork.class, SharedChromium.class})
@TestInstance(Lifecycle.PER_CLASS)
class PagesIT {
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(15_000);
    private static final List<String> LANGUAGES = List.of("en", "es", "pt", "fr");

    private final DemoNetwork network;
    private final Chromium chromium;

    PagesIT(DemoNetwork network, Chromium chromium) {
        this.network = network;
        this.chromium = chromium;
    }

    @Test
    void anybodyCanReadHowToSignInAndThatItFailed() {
        try (Officer stranger = chromium.arrives(network.signIn("HN", "DUTY"), "es")) {
            Look look = new Look(stranger);
            look.at("sign-in");
            for (String language : List.of("en", "pt", "fr")) {
                stranger.chooses(language);
                look.onPhone("sign-in-" + language);
            }
            stranger.expect(422);
            stranger.page().fill("#username", "nobody");
            stranger.page().fill("#password", "not the right one");
            stranger.page().click("form[action='/sign-in'] button");
            assertThat(stranger.page().locator("#errors")).isVisible();
            look.onPhone("sign-in-failed");
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    @Test
    void theDeskAndTheCaseOfWhoReceives() throws IOException {
        String child = waits("GT", "IMMEDIATE", "YES", "Se espera a dos niñas en la terminal");
        waits("MX", "URGENT", "NO", "Vieron otra vez a quien recluta en el mercado");
        waits("GT", "NORMAL", "NO", "La misma placa que en septiembre");
        var request = network.sent("GT", "CONSULAR", "looks-help", Bodies.assistance("HN", "URGENT", "Ejemplo"));
        try (Officer duty = chromium.seats(network.signIn("HN", "DUTY"), "es")) {
            Page page = duty.page();
            duty.opensDesk();
            assertThat(duty.row(child)).isVisible(SOON);
            assertThat(duty.row(request.json().path("caseReference").asString()))
                    .isVisible(SOON);
            Look look = new Look(duty);
            look.closelyAt("queue");
            duty.row(child).locator(".cp-subj").click();
            assertThat(page.locator("#preview h2")).isVisible();
            look.onDesktop("queue-preview");
            duty.open("/cases/" + child);
            look.closelyAt("case-received");
            page.locator(".cp-id__act form button").click();
            assertThat(page.locator(".cp-id__act form button")).hasCount(0);
            look.onDesktop("case-acknowledged");
            for (String step : List.of("accept", "forward", "note")) {
                duty.open("/cases/" + child);
                page.locator("a[href$='/" + step + "']").first().click();
                look.onPhone("step-" + step);
            }
            duty.expect(422);
            page.click(".cp-step__act button");
            assertThat(page.locator("#errors")).isVisible();
            look.onDesktop("step-refused");
            assertThat(duty.complaints()).isEmpty();
        }
        try (Officer supervisor = chromium.seats(network.signIn("HN", "SUPERVISOR"), "pt")) {
            supervisor.open("/cases/" + child);
            supervisor.page().locator("a[href$='/decline']").click();
            Look look = new Look(supervisor);
            look.at("step-decline");
            supervisor.open("/duty");
            supervisor.expect(422);
            supervisor.page().click("form[action='/duty'] button");
            look.at("duty");
            assertThat(supervisor.complaints()).isEmpty();
        }
    }

    @Test
    void theAlertThatIsWrittenAndTheCaseOfWhoSent() {
        try (Officer investigator = chromium.seats(network.signIn("GT", "INVESTIGATOR"), "en")) {
            Look look = new Look(investigator);
            Written alert = Written.alert(investigator, "en", "White van without plates, two adults")
                    .to("HN")
                    .to("MX");
            assertThat(investigator.page().locator("#side"))
                    .containsText(Written.label("alert-kind", "SUSPECTED_MOVEMENT", "es"));
            look.closelyAt("compose");
            String reference = alert.send();
            assertThat(investigator.page()).hasURL(Pattern.compile(".*/cases/" + reference + ".*"));
            look.at("case-sent");
            assertThat(investigator.complaints()).isEmpty();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "INVESTIGATOR, /alerts, CASE_ALERT, fr, phone",
        "INVESTIGATOR, /information, INFORMATION_REQUEST, pt, phone",
        "INVESTIGATOR, /reports, ROUTE_REPORT, pt, desktop",
        "INVESTIGATOR, /reports, MODUS_OPERANDI_REPORT, es, phone",
        "CONSULAR, /assistance, VICTIM_ASSISTANCE_REQUEST, fr, both",
        "CONSULAR, /assistance, IDENTITY_VERIFICATION, es, phone"
    })
    void aMessageThatLacksEverythingSaysSoAtEachField(
            String role, String home, String type, String language, String width) {
        try (Officer officer = chromium.seats(network.signIn("MX", role), language)) {
            officer.open(home);
            officer.page().click("form[action='/drafts'] button[value='" + type + "']");
            officer.expect(422);
            officer.page().click("#send");
            assertThat(officer.page().locator("#errors")).isVisible();
            Look look = new Look(officer);
            String name = "compose-" + type.toLowerCase(Locale.ROOT).replace('_', '-');
            switch (width) {
                case "phone" -> look.onPhone(name);
                case "desktop" -> look.onDesktop(name);
                default -> look.at(name);
            }
            assertThat(officer.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void everyPageOfEveryNavigationAndOneThatIsNotThere() {
        Set<String> seen = new HashSet<>();
        for (String role : List.of("DUTY", "CONSULAR", "SUPERVISOR", "AUDITOR", "OPERATOR")) {
            try (Officer officer = chromium.seats(network.signIn("MX", role), "en")) {
                Look look = new Look(officer);
                officer.open("/me");
                if (seen.add("/me")) {
                    look.at("page-me");
                    officer.open("/me/second-factor");
                    look.onPhone("page-second-factor");
                    officer.open("/me/passkeys");
                    look.onDesktop("page-passkeys");
                }
                Locator links = officer.page().locator(".cp-nav a");
                for (Object path : (List<?>) links.evaluateAll("links => links.map(link => link.pathname)")) {
                    if (seen.add(path.toString())) {
                        officer.reads(LANGUAGES.get(seen.size() % LANGUAGES.size()));
                        officer.open(path.toString());
                        var name = "page" + path.toString().replace('/', '-');
                        if (seen.size() % 2 == 0) {
                            look.onPhone(name);
                        } else {
                            look.onDesktop(name);
                        }
                    }
                }
                if (role.equals("SUPERVISOR")) {
                    officer.open("/groups");
                    look.at("page-groups");
                    Page page = officer.page();
                    page.fill("#found-name", "Operación Suchiate");
                    page.selectOption("#found-purpose", "JOINT_INVESTIGATION");
                    page.fill(
                            "#found-starts",
                            LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
                    page.fill(
                            "#found-ends",
                            LocalDate.now(ZoneOffset.UTC).plusMonths(3).toString());
                    page.locator("#found-members input").first().check();
                    page.selectOption("#found-ground", "TAKES_PART");
                    page.press("#found-name", "Enter");
                    page.waitForURL("**/groups/*");
                    look.at("page-group");
                    officer.open("/directory/calendar");
                    look.at("page-calendar");
                }
                boolean readsCases = !role.equals("AUDITOR") && !role.equals("OPERATOR");
                officer.opensInVain("/cases/HN-2026-000000", readsCases ? 404 : 403);
                if (seen.add(readsCases ? "not there" : "not for you")) {
                    look.onPhone(readsCases ? "not-there" : "not-for-you");
                }
                assertThat(officer.complaints()).isEmpty();
            }
        }
        assertThat(seen)
                .contains(
                        "/desk",
                        "/cases",
                        "/alerts",
                        "/information",
                        "/assistance",
                        "/release",
                        "/reports",
                        "/directory",
                        "/officers",
                        "/audit",
                        "/operations");
    }

    @Test
    @Tag("long")
    void whatWasRefusedAndWhatAnEntryOfTheDirectorySays() throws IOException {
        new HostilePartner(network).sendsWhatHasExpired("MX", "Seen at the same crossing twice");
        try (Officer operator = chromium.seats(network.signIn("MX", "OPERATOR"), "fr")) {
            Look look = new Look(operator);
            Locator records = operator.page().locator("a[href^='/operations/quarantine/']");
            await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
                operator.open("/operations/quarantine");
                return records.count() > 0;
            });
            look.at("operations-quarantine");
            records.first().click();
            look.at("operations-record");
            operator.reads("pt");
            operator.open("/directory/HN");
            look.at("directory-entry");
            assertThat(operator.complaints()).isEmpty();
        }
    }

    /// @return the reference of its case
    private String waits(String from, String urgency, String child, String words) throws IOException {
        var answer = network.sent(
                from,
                "INVESTIGATOR",
                "looks-" + from + "-" + urgency,
                Bodies.alert("HN", urgency, child, words, "+502 5555 0100"));
        return answer.json().path("caseReference").asString();
    }
}
