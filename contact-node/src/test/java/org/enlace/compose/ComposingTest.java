package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.enlace.console.Browser;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.enlace.node.web.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposingTest {
    private static final DeskNode.Running node = DeskNode.start();

    private int before;

    @BeforeEach
    void count() {
        before = node.count("outbox");
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void anAlertThatLacksSomethingStaysWithItsWriterAndSaysAllOfItAtItsFields() {
        var draft = Written.begun(node.browser(Role.INVESTIGATOR), MessageType.CASE_ALERT)
                .type("subject", "Something moves")
                .type("what", "  kept as it is typed  ");

        var answer = draft.press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#recipients\"", "href=\"#urgency\"", "href=\"#alertKind\"", "href=\"#askedAction\"")
                .contains("<a href=\"#askedAction\">Requested action: ")
                .contains("id=\"alertKind-error\"", "id=\"source-error\"")
                .contains(">  kept as it is typed  </textarea>");
        assertThat(Written.shown(answer.body(), "subject")).isEqualTo("Something moves");
        assertNothingLeft();
        assertThat(draft.page().statusCode()).isEqualTo(200);
    }

    @Test
    void aRecipientThatWasRemovedIsNotBackBecauseThePageSavedByItselfAtTheSameTime() throws Exception {
        var browser = node.browser(Role.INVESTIGATOR);
        var byItself = node.browser(Role.INVESTIGATOR);
        var token = Browser.token(browser.get("/me").body());
        var ownToken = Browser.token(byItself.get("/me").body());
        var draft = Written.begun(browser, MessageType.CASE_ALERT);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 60; round++) {
                draft.to("SV");
                var start = new CountDownLatch(1);
                var saved = both.submit(() -> {
                    start.await();
                    return byItself.post(draft.path() + "/side", Map.of("_token", ownToken, "subject", "Bus"));
                });
                var removed = both.submit(() -> {
                    start.await();
                    return browser.post(draft.path(), Map.of("_token", token, "act", "remove-recipient:SV"));
                });
                start.countDown();
                assertThat(saved.get().statusCode()).isEqualTo(200);
                assertThat(removed.get().statusCode()).isEqualTo(303);
                assertThat(draft.page().body()).as("round " + round).doesNotContain("remove-recipient:SV");
            }
        }
    }

    @Test
    void whatComesLateFromAPageTakesNothingAwayThatWasSavedSince() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX");
        var one = Written.shown(draft.page().body(), "_stand");
        var other = Written.shown(draft.page().body(), "_stand");

        draft.type("_stand", one).type("what", "Said on one page");
        assertThat(draft.side().statusCode()).isEqualTo(200);
        assertThat(draft.type("what", "Said later there").side().statusCode()).isEqualTo(200);
        draft.type("_stand", other).type("what", "Said on another page");
        var refused = draft.side();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Said later there").doesNotContain("Said on another page");

        // A row is added while the page still saves by itself, and a button is pressed twice.
        draft.type("_stand", one).type("what", "Said later there");
        assertThat(draft.press("add:vehicle").statusCode()).isEqualTo(303);
        assertThat(draft.side().statusCode()).isEqualTo(409);
        assertThat(draft.press("add:vehicle").statusCode()).isEqualTo(303);
        assertThat(draft.page().body()).contains("name=\"vehicle.0.").doesNotContain("name=\"vehicle.1.");

        // Whoever presses a button on the other page sees what they typed, and that it is not kept yet.
        var shown =
                draft.type("_stand", other).type("what", "Said on another page").press("save");
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(shown.body()).contains("Said on another page", "in another window");
        assertThat(draft.page().body()).contains("Said later there", "name=\"vehicle.0.");
        assertThat(draft.type("_stand", Written.shown(shown.body(), "_stand"))
                        .press("save")
                        .statusCode())
                .isEqualTo(303);
        assertThat(draft.page().body()).contains("Said on another page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" autofocus onfocus=alert(1) x=\"",
                "'); drop table draft; --",
                "${7*7} #{7*7} {{7*7}} @if(true) @template.token(page)",
                "{n, plural, one{x} other{y}}",
                "ñandú – 文字 – \uD83D\uDE00 – e\u0301",
                "../../etc/passwd\t&lt;&amp;"
            })
    void whatIsTypedComesBackAsItWasAndDoesNothing(String typed) {
        var draft = Written.begun(node.browser(Role.INVESTIGATOR), MessageType.CASE_ALERT)
                .type("subject", typed)
                .type("what", typed)
                .type("vehicle.0.description", typed);

        for (var page : new String[] {
            draft.press("send").body(), draft.page().body(), draft.side().body()
        }) {
            assertThat(page).doesNotContain("<script>alert", "=\"\" autofocus onfocus", "49 49 49");
        }
        var page = draft.page().body();
        assertThat(unescaped(Written.shown(page, "subject"))).isEqualTo(typed);
        assertThat(unescaped(Written.shown(page, "vehicle.0.description"))).isEqualTo(typed);
    }

    @Test
    void charactersThatHideSomethingAreRefusedAtTheirFieldAndKept() {
        var hidden = "ring\u202Eowt";
        var answer = Written.alert(node.browser(Role.INVESTIGATOR))
                .to("MX")
                .type("subject", hidden)
                .press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"subject-error\"", "href=\"#subject\"");
        assertThat(Written.shown(answer.body(), "subject")).isEqualTo(hidden);
        assertNothingLeft();
    }

    @ParameterizedTest
    @CsvSource({
        "from,tomorrow,from",
        "name.0.birth,31.12.2010,name.0.birth",
        "destroyAfter,2026-02-31,destroyAfter",
        "alertKind,ALARM,alertKind",
        "vehicle.0.plate,P-1,vehicle.0.mode"
    })
    void whatDoesNotFitIsSaidAtItsField(String field, String typed, String at) {
        var answer = Written.alert(node.browser(Role.INVESTIGATOR))
                .to("MX")
                .type(field, typed)
                .press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#" + at + "\"", "id=\"" + at + "-error\"");
        assertNothingLeft();
    }

    @Test
    void aChildIsNotSentAsNormal() {
        var answer = Written.alert(node.browser(Role.INVESTIGATOR))
                .to("MX")
                .type("urgency", "NORMAL")
                .type("group.0.count", "2-5")
                .type("group.0.ageBand", "9-17")
                .press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#urgency\"");
        assertNothingLeft();
    }

    @Test
    void aRequestForAVictimWithoutConsentAndRiskNeverLeaves() {
        var answer = Written.begun(node.browser(Role.CONSULAR), MessageType.VICTIM_ASSISTANCE_REQUEST)
                .to("MX")
                .type("subject", "Travel document")
                .type("urgency", "NORMAL")
                .press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#consent\"", "href=\"#immediateDanger\"", "href=\"#returnRisk\"");
        assertNothingLeft();
    }

    @Test
    void aReturnThatLacksEverythingSaysAllOfItAndStaysADraft() {
        var draft = Written.begun(node.browser(Role.CONSULAR), MessageType.VICTIM_REFERRAL)
                .to("MX")
                .type("referralKind", "VOLUNTARY_RETURN")
                .type("majority", "DISPUTED")
                .type("subject", "Return of one person")
                .type("urgency", "URGENT");

        var answer = draft.press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "href=\"#returnStatementDate\"",
                        "href=\"#protectionClaimPending\"",
                        "href=\"#hasDependants\"",
                        "href=\"#bestInterestsDate\"",
                        "href=\"#guardian\"",
                        "href=\"#legalProceedings\"",
                        "href=\"#receptionBy\"",
                        "href=\"#returnRisk\"",
                        "href=\"#consent\"");
        assertThat(draft.page().statusCode()).isEqualTo(200);
        assertNothingLeft();
    }

    @Test
    void theFamilyIsNotLookedForWhereItMustNotBeContacted() {
        var answer = Written.begun(node.browser(Role.CONSULAR), MessageType.VICTIM_REFERRAL)
                .to("MX")
                .type("referralKind", "FAMILY_TRACING")
                .type("caveat", "NO_FAMILY_CONTACT")
                .press("send");

        assertThat(answer.body()).contains("href=\"#referralKind\"", "it cannot be looked for");
        assertNothingLeft();
    }

    @Test
    void whoMayNotWriteSuchAMessageCannotBeginOne() {
        assertThat(begin(Role.AUDITOR, MessageType.CASE_ALERT).statusCode()).isEqualTo(403);
        assertThat(begin(Role.ANALYST, MessageType.CASE_ALERT).statusCode()).isEqualTo(404);
        assertThat(begin(Role.INVESTIGATOR, MessageType.VICTIM_ASSISTANCE_REQUEST)
                        .statusCode())
                .isEqualTo(404);
        assertThat(begin(Role.DUTY, MessageType.RECEIPT).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodySeesOrChangesTheDraftOfAnother() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX");
        draft.press("save");
        var other = node.browser(Role.DUTY);

        assertThat(other.get(draft.path()).statusCode()).isEqualTo(404);
        for (var where : new String[] {draft.path(), draft.path() + "/side"}) {
            for (var act : new String[] {"save", "send", "delete"}) {
                assertThat(other.submit("/me", where, "act", act, "subject", "mine now")
                                .statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(draft.page().body()).contains("Minibus heading for the border");
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drafts/not-an-id", "/drafts/00000000-0000-0000-0000-000000000000", "/drafts/1%27--"})
    void whatIsNoDraftIsNotThere(String path) {
        assertThat(node.browser(Role.DUTY).get(path).statusCode()).isEqualTo(404);
    }

    /// "Fill this in" helps nobody: each empty field says what belongs there and why.
    @ParameterizedTest
    @CsvSource({
        "CASE_ALERT,group vehicle name",
        "VICTIM_ASSISTANCE_REQUEST,need",
        "ROUTE_REPORT,leg",
        "MODUS_OPERANDI_REPORT,entity"
    })
    void anEmptyFieldSaysWhatBelongsThereAndWhy(MessageType type, String groups) {
        var browser = node.browser(type == MessageType.VICTIM_ASSISTANCE_REQUEST ? Role.CONSULAR : Role.INVESTIGATOR);
        var draft = Written.begun(browser, type).type("urgency", "IMMEDIATE").type("consent.ASSISTANCE", "YES");
        for (var group : groups.split(" ", -1)) {
            for (var field :
                    new String[] {"gender", "description", "documentNumber", "urgency", "crossing", "country"}) {
                draft.type(group + ".0." + field, "URGENT");
            }
        }
        draft.type("caveat", "EXCLUDE");

        for (var language : new String[] {"en", "es", "pt", "fr"}) {
            browser.cookie("language", language);
            var page = draft.press("send");

            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body())
                    .contains("id=\"subject-error\"", "id=\"urgencyReason-error\"", "id=\"exclude-error\"")
                    .doesNotContain(new Texts().get(Locale.of(language), "compose.breach.required"));
        }
    }

    @ParameterizedTest
    @CsvSource({"exclude,the police of Honduras", "tlp,PINK", "accuracy,9", "countryORIGIN,Honduras", "caveat,no names"
    })
    void nothingThatProtectsAPersonIsLeftOutInSilence(String field, String typed) {
        var answer = Written.alert(node.browser(Role.INVESTIGATOR))
                .to("MX")
                .type(field, typed)
                .press("send");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#" + field + "\"");
        assertNothingLeft();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CASE_ALERT",
                "VICTIM_ASSISTANCE_REQUEST",
                "VICTIM_REFERRAL",
                "ROUTE_REPORT",
                "MODUS_OPERANDI_REPORT"
            })
    void everyKindHasItsFormInEveryLanguage(MessageType type) {
        var role = type.isForCare() ? Role.CONSULAR : Role.INVESTIGATOR;
        var browser = node.browser(role);
        var draft = Written.begun(browser, type).to("MX").to("BR");
        for (var language : new String[] {"en", "es", "pt", "fr"}) {
            browser.cookie("language", language);

            var page = draft.page();

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("not in list");
            assertThat(draft.press("send").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void recipientsAndEntriesComeAndGoWithoutLosingWhatWasTyped() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").to("SV");
        assertThat(draft.page().body()).contains("value=\"remove-recipient:MX\"", "value=\"remove-recipient:SV\"");

        assertThat(draft.press("remove-recipient:SV").headers().firstValue("Location"))
                .contains(draft.path() + "#recipients");
        assertThat(draft.page().body())
                .contains("value=\"remove-recipient:MX\"")
                .doesNotContain("value=\"remove-recipient:SV\"");

        draft.press("add:vehicle");
        draft.type("vehicle.0._", "1").type("vehicle.0.description", "White");
        draft.press("add:vehicle");
        draft.type("vehicle.1._", "1").type("vehicle.1.description", "Blue");
        draft.press("drop:vehicle.0");
        var page = draft.page().body();
        assertThat(page).doesNotContain("value=\"White\"").contains("value=\"Blue\"", "Minibus heading for the border");
    }

    @Test
    void nobodyAddsWithoutEnd() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR));
        for (var i = 0; i < 20; i++) {
            draft.type("vehicle." + i + "._", "1");
        }
        draft.press("add:vehicle");

        assertThat(draft.page().body()).contains("name=\"vehicle.19._\"").doesNotContain("name=\"vehicle.20._\"");
    }

    @Test
    void anAlertThatIsSentIsInTheOutboxOnceAndLeadsToItsCase() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").to("SV");

        var sent = draft.press("send");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var home = sent.headers().firstValue("Location").orElseThrow();
        assertThat(home).matches("/cases/GT-2026-[0-9A-HJ-NP-Z]{6}");
        assertThat(node.count("outbox")).isEqualTo(before + 1);

        for (var act : new String[] {"send", "save", "delete"}) {
            assertThat(draft.press(act).headers().firstValue("Location")).contains(home);
        }
        assertThat(draft.page().headers().firstValue("Location")).contains(home);
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void pressedTwiceAtTheSameMomentItIsSentOnce() throws Exception {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX");
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> draft.press("send"));
            var other = both.submit(() -> draft.press("send"));

            assertThat(one.get().statusCode()).isEqualTo(303);
            assertThat(other.get().headers().firstValue("Location"))
                    .isEqualTo(one.get().headers().firstValue("Location"));
        }
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void aDeletedDraftIsGone() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR));

        assertThat(draft.press("delete").headers().firstValue("Location")).contains("/alerts");

        assertThat(draft.page().statusCode()).isEqualTo(404);
        assertThat(draft.press("send").statusCode()).isEqualTo(404);
        assertNothingLeft();
    }

    @Test
    void besideTheFormStandsWhatTheRecipientReadsInItsLanguageAndNoName() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR))
                .to("BR")
                .type("name.0.family", "Quintero")
                .type("vehicle.0.mode", "PRIVATE_CAR")
                .type("vehicle.0.plate", "P123XYZ")
                .type("urgency", "URGENT")
                .type("as", "BR");

        var side = draft.side();

        assertThat(side.statusCode()).isEqualTo(200);
        assertThat(side.body())
                .contains("lang=\"pt\"", "Urgente", "Alerta de caso")
                .doesNotContain("Quintero", "P123XYZ", "<html");
    }

    /// Browsers press the first button of a form when somebody presses Enter in a field.
    @Test
    void enterInAFieldSavesAndDoesNothingElse() {
        var page = Written.alert(node.browser(Role.INVESTIGATOR)).page().body();
        var first = page.substring(page.indexOf("form=\"compose\""));

        assertThat(first.substring(0, first.indexOf('>'))).contains("name=\"act\" value=\"save\"");
        assertThat(page.indexOf("form=\"compose\"")).isLessThan(page.indexOf("id=\"compose\""));
    }

    @Test
    void theFormSaysUntilWhenEachUrgencyIsAnswered() {
        var page = Written.begun(node.browser(Role.DUTY), MessageType.CASE_ALERT)
                .page()
                .body();

        // 07:16 UTC is 01:16 in Guatemala; half an hour to acknowledge what is immediate.
        assertThat(page).contains("01:46 (07:46 UTC)");
    }

    private static HttpResponse<String> begin(Role role, MessageType type) {
        return node.browser(role).submit("/me", "/drafts", "type", type.name());
    }

    private void assertNothingLeft() {
        assertThat(node.count("outbox")).isEqualTo(before);
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void aDraftOfNobodyIsNotThere() {
        assertThat(new Browser(node.port()).get("/drafts/" + UUID.randomUUID()).statusCode())
                .isEqualTo(303);
    }
}
