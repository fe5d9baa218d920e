package org.enlace.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The desk and the case in a real browser: what appears, sounds and stays by itself.
class DeskBrowserTest {
    /// Counts tones instead of playing them.
    private static final String EAR = """
            window.rang = 0;
            window.AudioContext = class {
              currentTime = 0;
              createOscillator() { window.rang++; return { frequency: {}, connect: x => x, start() {}, stop() {} }; }
              createGain() {
                const gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
                return { gain, connect: x => x };
              }
            };""";

    private static DeskUnderTest.Running node;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        node.close();
    }

    @AfterEach
    void noPageComplained() {
        Assertions.assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void anImmediateMessageAppearsAndSoundsEachMinuteUntilAColleagueTakesIt() {
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.addInitScript(EAR);
        page.clock().install();
        page.navigate("/desk");
        assertThat(page.locator("#mute")).isVisible();
        var urgent = Integer.parseInt(page.locator("#live").getAttribute("data-urgent"));
        Chromium.shoot(page, "desk-sound-off");
        page.click("#unmute");
        assertThat(page.locator("#mute")).isHidden();
        Assertions.assertThat(rang(page)).isEqualTo(3);

        var id = arrives("CO-2026-000001", Urgency.IMMEDIATE);

        assertThat(page.locator("#live")).containsText("CO-2026-000001");
        assertThat(page).hasTitle(Pattern.compile("^\\(" + (urgent + 1) + "\\) .*"));
        Assertions.assertThat(rang(page)).isEqualTo(6);
        timePasses(page, Duration.ofSeconds(61));
        Assertions.assertThat(rang(page)).isEqualTo(9);
        Chromium.shoot(page, "desk-immediate");

        var other = chromium.signedIn(node.port(), Role.SUPERVISOR);
        other.navigate("/desk");
        other.locator("#row-" + item(id) + " button").click();

        assertThat(page.locator("#live")).hasAttribute("data-immediate", "0");
        assertThat(page).hasTitle(Pattern.compile(urgent == 0 ? "^[^(].*" : "^\\(" + urgent + "\\) .*"));
        timePasses(page, Duration.ofSeconds(61));
        Assertions.assertThat(rang(page)).isEqualTo(9);
    }

    @Test
    void nothingMovesUnderTheHandAndASecondWindowFollows() {
        arrives("CO-2026-000002", Urgency.NORMAL);
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.navigate("/desk");
        var second = page.context().newPage();
        second.navigate("/desk");
        page.locator("input[name=sel]").first().check();

        arrives("CO-2026-000003", Urgency.URGENT);

        assertThat(page.locator("#arrived")).isVisible();
        assertThat(page.locator("#live")).not().containsText("CO-2026-000003");
        assertThat(second.locator("#live")).containsText("CO-2026-000003");
        page.locator("h1").click();
        Chromium.press(page, "n");
        assertThat(page.locator("#live")).containsText("CO-2026-000003");
    }

    @Test
    void lostContactAndALostSignInSaySo() {
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.navigate("/desk");
        assertThat(page.locator("#live")).containsText("No contact with the network since");
        assertThat(page.locator("#live")).containsText("What you send waits here");

        node.database().sql("update signed_in set ended_at = began_at").update();

        assertThat(page.locator("#signed-out")).isVisible();
        assertThat(page.locator("#lost")).isVisible();
        Chromium.shoot(page, "desk-signed-out");
    }

    @Test
    void aDeskThatIsLeftAloneAsksAloudThenShowsNothingAndRingsUntilSomebodySignsIn() {
        arrives("CO-2026-000006", Urgency.NORMAL);
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.addInitScript(EAR);
        page.clock().install();
        page.navigate("/desk");
        page.click("#unmute");
        assertThat(page.locator("#live")).containsText("CO-2026-000006");
        var before = rang(page);

        timePasses(page, Duration.ofMinutes(13).plusSeconds(5));

        assertThat(page.locator("#ending")).containsText("Are you still there?");
        assertThat(page.locator("#ending")).isVisible();
        Assertions.assertThat(rang(page)).isEqualTo(before + 2);
        Chromium.shoot(page, "desk-still-there");

        node.database().sql("update signed_in set ended_at = began_at").update();
        timePasses(page, Duration.ofMinutes(2));

        assertThat(page.locator("#ended")).isVisible();
        assertThat(page.locator("#ended")).containsText("This desk no longer rings");
        assertThat(page).hasTitle("You are signed out. This desk no longer rings.");
        assertThat(page.locator("#live")).isEmpty();
        var rang = rang(page);
        Assertions.assertThat(rang).isGreaterThanOrEqualTo(before + 5);
        timePasses(page, Duration.ofSeconds(61));
        Assertions.assertThat(rang(page)).isEqualTo(rang + 3);
        page.keyboard().press("Escape");
        assertThat(page.locator("#ended")).isVisible();
        Chromium.shoot(page, "desk-ended");

        chromium.signIn(page.context(), Role.DUTY);
        timePasses(page, Duration.ofSeconds(11));

        assertThat(page.locator("#live")).containsText("CO-2026-000006");
        assertThat(page.locator("#ended")).isHidden();
    }

    @Test
    void thePageOfACaseFollowsWithoutReloading() {
        var id = new Correspondence(node).sends("PA-2026-000004", CO);
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.navigate("/cases/PA-2026-000004");
        assertThat(page.locator("#progress")).not().containsText("Acknowledged by");

        new Correspondence(node).says(CO, id, StatusKind.ACKNOWLEDGED, null, null, null);

        // The page asks every five seconds, and a browser's test waits no longer by itself.
        assertThat(page.locator("#progress"))
                .containsText("Acknowledged by desk 2", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        assertThat(page.locator("#progress")).containsText("Something has happened");
        Chromium.shoot(page, "case-progress");
    }

    @Test
    void aCaseOffersItsStepsTakesThemAndShowsMachinesAndPeopleApartInTheReadersLanguage() {
        var id = arrives("CO-2026-000008", Urgency.URGENT);
        node.browser().signIn(Role.DUTY).submit("/me", "/desk/items/" + item(id) + "/acknowledge");
        var page = chromium.signedIn(node.port(), Role.SUPERVISOR);
        page.navigate("/cases/CO-2026-000008");
        page.locator("#barred summary").click();
        assertThat(page.locator("#barred")).containsText("Not before its state is: In progress");
        Chromium.shoot(page, "case-steps");

        page.locator("a[href$='/hold']").click();
        Chromium.shoot(page, "case-hold");
        page.locator("input[value=JUDICIAL_AUTHORISATION]").check();
        page.locator("main form button").click();

        assertThat(page.locator("#progress")).containsText("Waiting for judicial authorisation");
        assertThat(page.locator("#progress")).containsText("Case work (people): On hold");
        page.context().addCookies(List.of(new Cookie("language", "es").setUrl("http://127.0.0.1:" + node.port())));
        page.reload();
        assertThat(page.locator("#progress")).containsText("Tramitación (personas): En pausa");
        page.locator("#barred summary").click();
        Chromium.shoot(page, "case-hold-es");
        page.navigate("/desk?view=waiting");
        Chromium.shoot(page, "desk-waiting-es");
        var sent = new Correspondence(node).sends("PA-2026-000009", CO, DeskUnderTest.MX);
        new Correspondence(node).says(CO, sent, StatusKind.ACKNOWLEDGED, null, null, null);
        new Correspondence(node).says(CO, sent, StatusKind.DECLINED, "NOT_COMPETENT", null, "Fiscalía, mesa 4");
        var fr = new Cookie("language", "fr").setUrl("http://127.0.0.1:" + node.port());
        page.context().addCookies(List.of(fr));
        page.navigate("/cases/PA-2026-000009");
        Chromium.shoot(page, "case-sent-fr");
        page.locator("a[href$='/close']").click();
        page.locator("main form button").click();
        assertThat(page.locator("main")).containsText("Assurez-vous");
        Chromium.shoot(page, "case-close-fr");
        chromium.refused(page);
    }

    @Test
    void theRosterNamesGapsAndSaysAtItsFieldWhatIsWrongAndTheDeskShowsWhoWasCalled() {
        var page = chromium.signedIn(node.port(), Role.SUPERVISOR);
        page.navigate("/duty");
        page.fill("#unit", "Mesa de guardia");
        page.selectOption("#officer", new SelectOption().setIndex(1));
        page.selectOption("#standIn", new SelectOption().setIndex(2));
        page.fill("#starts", "2026-11-22T02:00");
        page.fill("#ends", "2026-11-22T08:00");
        page.locator("main form:not([action$=end]) button").click();
        assertThat(page.locator("#h-gaps")).hasText("Nobody is on duty");
        page.selectOption("#officer", new SelectOption().setIndex(1));
        page.fill("#starts", "2026-11-22T07:00");
        page.fill("#ends", "2026-11-22T06:00");
        page.locator("main form:not([action$=end]) button").click();
        assertThat(page.locator("#ends-error")).containsText("ends before it begins");
        Chromium.shoot(page, "duty");
        page.context().addCookies(List.of(new Cookie("language", "fr").setUrl("http://127.0.0.1:" + node.port())));
        page.navigate("/duty");
        Chromium.shoot(page, "duty-fr");

        var id = arrives("CO-2026-000011", Urgency.IMMEDIATE);
        new Correspondence(node).sends("PA-2026-000011", CO);
        node.clock().forward(Duration.ofMinutes(16));
        node.tick();
        var duty = chromium.signedIn(node.port(), Role.DUTY);
        duty.navigate("/desk?item=" + item(id));
        assertThat(duty.locator("#preview")).containsText("Called because it is due: The stand-in");
        Chromium.shoot(duty, "desk-called");
        node.clock().forward(Duration.ofMinutes(14));
        node.tick();
        duty = chromium.signedIn(node.port(), Role.DUTY);
        duty.navigate("/cases/CO-2026-000011");
        assertThat(duty.locator(".moj-timeline")).containsText("Nobody here had acknowledged by then");
        Chromium.shoot(duty, "case-called");
        duty.context().addCookies(List.of(new Cookie("language", "es").setUrl("http://127.0.0.1:" + node.port())));
        duty.navigate("/cases/PA-2026-000011");
        assertThat(duty.locator(".cp-silence")).containsText("Llame ahora a Colombia");
        Chromium.shoot(duty, "case-silence-es");
        duty.navigate("/desk?item=" + item(id));
        Chromium.shoot(duty, "desk-called-es");
        // Or it would ring in the tests that follow.
        node.browser().signIn(Role.DUTY).submit("/me", "/desk/items/" + item(id) + "/acknowledge");
        chromium.forgetErrors();
    }

    @Test
    void aShiftIsHandedOverItemByItem() {
        var id = arrives("CO-2026-000012", Urgency.URGENT);
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.context().addCookies(List.of(new Cookie("language", "es").setUrl("http://127.0.0.1:" + node.port())));
        page.navigate("/handover");
        page.locator("#handover .govuk-button").last().click();
        assertThat(page.locator("#errors")).containsText("no tiene");
        Chromium.shoot(page, "handover-refused-es");
        chromium.refused(page);
        page.selectOption("#to-" + item(id), new SelectOption().setIndex(2));
        page.fill("#note-" + item(id), "Llama otra vez a las 16");
        page.locator("select[id^=to-]").all().stream()
                .filter(each -> !("to-" + item(id)).equals(each.getAttribute("id")))
                .forEach(each -> each.selectOption("keep"));
        page.locator("#handover .govuk-button").last().click();
        assertThat(page.locator("#held-" + item(id))).containsText("todavía no recibido");
        Chromium.shoot(page, "handover-offered-es");
        var next = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        next.context().addCookies(List.of(new Cookie("language", "fr").setUrl("http://127.0.0.1:" + node.port())));
        next.navigate("/handover");
        assertThat(next.locator("#offers")).containsText("Llama otra vez a las 16");
        Chromium.shoot(next, "handover-take-fr");
        next.locator("#offers summary").first().click();
        Chromium.shoot(next, "handover-decline-fr");
        next.locator("#offers form[action$='/take'] button").first().click();
        assertThat(next.locator("#held-" + item(id))).containsText("CO-2026-000012");
        var supervisor = chromium.signedIn(node.port(), Role.SUPERVISOR);
        supervisor.navigate("/handover");
        assertThat(supervisor.locator("#holders li")).not().hasCount(0);
        Chromium.shoot(supervisor, "handover-holders");
    }

    @Test
    void whatIsSearchedChosenAndDoneAtOnceIsDoneByKeys() {
        var one = arrives("CO-2026-K0001A", Urgency.NORMAL);
        var two = arrives("CO-2026-K0002A", Urgency.NORMAL);
        var page = chromium.signedIn(node.port(), Role.SUPERVISOR);
        page.navigate("/desk");
        Chromium.press(page, "?");
        assertThat(page.locator("#help")).containsText("Set urgency");
        Chromium.shoot(page, "desk-keys");
        page.keyboard().press("Escape");
        page.setViewportSize(390, 844);
        page.locator("#c-" + item(one)).check();
        page.locator("#c-" + item(two)).check();
        assertThat(page.locator("button[formaction='/desk/bulk/urgency']")).isInViewport();
        assertThat(page.locator("#chosen-form")).containsText("Set urgency");
        Chromium.shoot(page, "desk-chosen");
        page.locator("h1").click();
        Chromium.press(page, "u");
        assertThat(page.locator(".cp-chosen li")).hasCount(2);
        Chromium.shoot(page, "desk-bulk-urgency");
        page.locator("input[value=URGENT]").check();
        page.locator(".cp-step__act button").click();
        assertThat(page.locator("[role=status]")).containsText("2 of 2 done");
        Chromium.shoot(page, "desk-bulk-done");
        page.setViewportSize(1440, 900);
        Chromium.press(page, "/");
        page.keyboard().type("k0001a");
        page.keyboard().press("Enter");
        assertThat(page.locator(".cp-why")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*/search\\?find=case.CO-2026-K0001A$"));
        Chromium.shoot(page, "search-found");
        Chromium.press(page, "j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/cases/CO-2026-K0001A.*"));
        page.context().addCookies(List.of(new Cookie("language", "fr").setUrl("http://127.0.0.1:" + node.port())));
        page.navigate("/search");
        page.fill("#words", "Perez");
        page.keyboard().press("Enter");
        assertThat(page.locator(".cp-empty")).containsText("Rien trouvé");
        Chromium.shoot(page, "search-none-fr");
        page.navigate("/cases?kind=CASE_ALERT&urgency=NORMAL");
        page.fill("#name", "Alertas de la noche");
        page.locator("form[action='/cases/filters'] button").click();
        page.locator(".cp-kept summary").click();
        assertThat(page.locator(".cp-kept")).containsText("Alertas de la noche");
        Chromium.shoot(page, "cases-filter-fr");
        page.navigate("/me");
        page.locator("input[name=keys][value=off]").check();
        Chromium.shoot(page, "me-keys-fr");
        page.locator("form[action='/look'] .govuk-button").click();
        page.navigate("/cases");
        Chromium.press(page, "?");
        assertThat(page.locator("#help")).isHidden();
    }

    @Test
    void theConditionOfASenderFillsThePage() {
        var handling = new Handling(
                HandlingCode.H3,
                "Llame a nuestra mesa antes de cualquier acción.",
                Tlp.AMBER,
                Pap.AMBER,
                Evaluation.parse("B2"),
                List.of());
        node.arrives(
                CO,
                Samples.alert(),
                Samples.about(MessageType.CASE_ALERT, "CO-2026-000005", Urgency.URGENT, ChildInvolved.NO, handling));
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.navigate("/cases/CO-2026-000005");
        Chromium.shoot(page, "case-condition");

        page.locator("main form button").click();

        assertThat(page.locator("main")).containsText("Dos adolescentes viajan");
    }

    @Test
    void theMapOfRoutesIsSeenInWordsAndMovedByKeys() {
        var routes = new ReportedRoutes(node);
        var bus = ReportedRoutes.leg(ReportedRoutes.CUCUTA, ReportedRoutes.DAVID, "BUS");
        var boat = ReportedRoutes.leg(ReportedRoutes.DAVID, ReportedRoutes.TAPACHULA, "BOAT");
        var report = routes.arrives(CO, "CO-2026-RB0001", ReportedRoutes.report(2, "2026-02", null, bus));
        routes.arrives(DeskUnderTest.MX, "MX-2026-RB0002", ReportedRoutes.report(1, "2026-05", "2026-08", bus, boat));
        routes.says(DeskUnderTest.MX, CO, "CO-2026-RB0001", report, ReportedRoutes.notSeen(CO));
        var page = chromium.signedIn(node.port(), Role.ANALYST);
        page.navigate("/routes");
        assertThat(page.locator("#legs li")).hasCount(2);
        assertThat(page.locator("#legs")).containsText("2 states, 3 cases");
        assertThat(page.locator("#legs")).containsText("Not seen since June 2026 (Mexico)");
        assertThat(page.locator("#legs")).not().containsText("MXTAP");
        assertThat(page.locator(".cp-map__leg.is-susp.is-coarse").first()).isVisible();
        Chromium.shoot(page, "routes");
        var map = page.locator(".cp-map svg").first();
        var whole = map.getAttribute("viewBox");
        page.locator(".cp-map").focus();
        page.keyboard().press("+");
        page.keyboard().press("ArrowRight");
        Assertions.assertThat(map.getAttribute("viewBox")).isNotEqualTo(whole);
        page.keyboard().press("0");
        Assertions.assertThat(map.getAttribute("viewBox")).isEqualTo(whole);
        page.locator("input[data-for=from]").press("ArrowRight");
        assertThat(page.locator("#from")).not().hasValue("2024-12");
        page.click("#theme");
        assertThat(page.locator(".cp-map image")).hasAttribute("href", Pattern.compile(".*americas-night-.*"));
        Chromium.shoot(page, "routes-night");
        page.context().addCookies(List.of(new Cookie("language", "fr").setUrl("http://127.0.0.1:" + node.port())));
        page.navigate("/routes");
        page.locator(".cp-facts-table tbody a").first().click();
        assertThat(page.locator(".cp-facts-table tbody tr")).hasCount(2);
        Chromium.shoot(page, "route-leg-fr");
        page.route("**/americas-*", route -> route.abort());
        page.navigate("/routes");
        assertThat(page.locator("#no-picture")).isVisible();
        assertThat(page.locator(".cp-facts-table tbody tr")).hasCount(2);
        chromium.forgetErrors();
    }

    private static MessageId arrives(String reference, Urgency urgency) {
        return node.arrives(CO, Samples.alert(), Samples.alertAbout(reference, urgency, ChildInvolved.NO));
    }

    /// Requests under way come home first: one that is out while the clock jumps has run out of time.
    @Test
    void whatAMessageIsOpenedForIsAskedBeforeAnythingAboutPersonsIsShown() {
        node.arrives(CO, Samples.alert(), ReadingTest.forSeveral("CO-2026-0000Q9"));
        var page = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        page.context().addCookies(List.of(new Cookie("language", "fr").setUrl("http://127.0.0.1:" + node.port())));
        page.navigate("/cases/CO-2026-0000Q9/persons");
        assertThat(page.locator("h1")).containsText("Pourquoi l’ouvrez-vous");
        Chromium.accessible(page);
        Chromium.shoot(page, "purpose-fr");

        page.click("button[value='PROSECUTION']");

        assertThat(page.locator("main")).containsText(Samples.PHONE);
    }

    private static void timePasses(Page page, Duration time) {
        assertThat(page.locator(".htmx-request")).hasCount(0);
        page.clock().fastForward(time.toMillis());
    }

    private static int rang(Page page) {
        return ((Number) page.evaluate("window.rang")).intValue();
    }

    private static String item(MessageId id) {
        return node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> String.valueOf(row.getObject(1)))
                .single();
    }
}
