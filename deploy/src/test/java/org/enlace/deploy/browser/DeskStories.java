package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Stories 4, 5 and 15: a duty officer on a Monday, a message that belongs to somebody else, an exercise and
/// the report of the year.
abstract class DeskStories extends Story {
    private static final String INSPECTION = "Inspección General del Trabajo";

    DeskStories(DemoNetwork network, Chromium chromium, String ours, String theirs) {
        super(network, chromium, ours, theirs);
    }

    @Test
    void whatBurnsIsOnTopAndNothingOpenIsWithoutAnOwnerWhenTheShiftChanges() throws IOException {
        ObjectNode late = alert("URGENT", "NO").put("deadline", soon().toString());
        String overdue = sent("GT", "INVESTIGATOR", late.toString());
        done(api("HN", "DUTY").post(steps("HN", "DUTY", overdue) + "/acknowledge", "{}"));
        String normal = sent("GT", "INVESTIGATOR", alert("NORMAL", "NO").toString());
        String immediate = sent("GT", "INVESTIGATOR", alert("IMMEDIATE", "NO").toString());
        String child = sent("GT", "INVESTIGATOR", alert("URGENT", "SUSPECTED").toString());
        List<String> order = List.of(overdue, child, immediate, normal);
        for (String message : order) {
            item("HN", "DUTY", message);
        }
        patiently().until(() -> item("HN", "DUTY", overdue).path("overdue").asBoolean());
        try (Officer duty = seats("HN", "DUTY", ours);
                Officer next = seats("HN", "INVESTIGATOR", theirs)) {
            duty.open("/desk");
            String rows = duty.page()
                    .locator("#live")
                    .evaluate("live => [...live.querySelectorAll('.cp-row')].map(row => row.dataset.id).join()")
                    .toString();
            assertThat(rows.split(","))
                    .containsSubsequence(order.stream().map(this::id).toList());
            assertThat(duty.page().locator("#g-OVERDUE #row-" + id(overdue))).isVisible();
            assertThat(duty.page().locator("#row-" + id(overdue) + " .cp-clk")).isVisible();

            handsOver(duty, order);
            assertThat(held("DUTY")).as("offered and still here").containsAll(order);
            accepts(next, duty, order);
            assertThat(held("INVESTIGATOR")).containsAll(order.subList(0, 3)).doesNotContain(order.get(3));
            assertThat(held("DUTY"))
                    .doesNotContainAnyElementsOf(order.subList(0, 3))
                    .contains(order.get(3));
            quiet(duty, next);
        }
    }

    private void handsOver(Officer duty, List<String> items) {
        Page page = duty.page();
        duty.open("/handover");
        page.locator("#handover select[name^='to-']").evaluateAll("all => all.forEach(one => { one.value = 'keep'; })");
        for (String message : items) {
            page.selectOption("[name='to-" + id(message) + "']", new SelectOption().setLabel("Investigator HN"));
        }
        page.fill("[name='note-" + id(items.getFirst()) + "']", "Call again at 16:00");
        page.click("#handover > .cp-card__b button");
        for (String message : items) {
            assertThat(page.locator("#held-" + id(message) + " .cp-handed__s")).containsText("Investigator HN");
        }
        new Look(duty).onPhone("story-4-handed");
    }

    /// One by one; what is not taken stays with who has it.
    private void accepts(Officer next, Officer duty, List<String> items) {
        Page page = next.page();
        next.open("/handover");
        Locator offers = page.locator("#offers li");
        assertThat(offers.first()).isVisible();
        new Look(next).onPhone("story-4-offered");
        for (String message : items.subList(0, 3)) {
            page.locator("#offers li", withItem(message))
                    .locator("form[action$='/take'] button")
                    .click();
            assertThat(page.locator("#offers li", withItem(message))).hasCount(0);
            assertThat(page.locator("#held-" + id(message))).isVisible();
        }
        Locator last = page.locator("#offers li", withItem(items.get(3)));
        last.locator("summary").click();
        last.locator("[name='reason']").fill("In court until 18:00");
        last.locator("form[action$='/decline'] button").click();
        assertThat(page.locator("#offers li", withItem(items.get(3)))).hasCount(0);
        duty.open("/handover");
        assertThat(duty.page().locator("#held-" + id(items.get(3)))).containsText("In court until 18:00");
        for (String message : items.subList(0, 3)) {
            assertThat(duty.page().locator("#held-" + id(message))).hasCount(0);
        }
    }

    @Test
    void whatBelongsToAnotherAuthorityGoesThereOnlyWithItsSendersWordAndNoClockStartsAnew() throws IOException {
        ObjectNode alert = alert("URGENT", "NO");
        at(alert, "/handling").put("code", "H2");
        String message = sent("GT", "INVESTIGATOR", alert.toString());
        String reference = caseOf("HN", "DUTY", message);
        done(api("HN", "DUTY").post(steps("HN", "DUTY", message) + "/acknowledge", "{}"));
        String due = due("HN", "DUTY", message);
        assertThat(due).isNotEmpty();
        // Both count from the moment that stands in the receipt.
        patiently().until(() -> due("GT", "INVESTIGATOR", message), due::equals);
        try (Officer duty = seats("HN", "DUTY", theirs);
                Officer sender = seats("GT", "INVESTIGATOR", ours)) {
            Page page = duty.page();
            forwards(duty, reference);
            assertThat(page.locator("#errors, .cp-step [role='alert']").first()).containsText("H2");
            new Look(duty).onPhone("story-5-refused");
            page.click("form[action='/drafts'] button");
            assertThat(page.locator("#holder")).hasValue(INSPECTION);
            page.check("[name='urgency'][value='NORMAL']");
            page.fill("#neededFor", "It is about a workplace");
            page.fill("#subject", "May the inspection have it");
            new Look(duty).onDesktop("story-5-asks");
            sends(duty);

            decides(sender, reference);
            comes(
                    duty,
                    "/cases/" + reference + "?message=" + message,
                    () -> page.locator("#permissions")
                            .textContent()
                            .contains(Written.label("permission-decision", "GRANTED", theirs)));
            forwards(duty, reference + "?message=" + message);
            assertThat(page.locator("#errors")).hasCount(0);

            comes(
                    sender,
                    "/cases/" + reference + "?message=" + message,
                    () -> sender.page().locator(".moj-timeline").textContent().contains(INSPECTION));
            assertThat(sender.page().locator("#progress"))
                    .containsText(Written.label("business-state", "FORWARDED", ours));
            new Look(sender).onDesktop("story-5-forwarded");
            assertThat(due("HN", "DUTY", message)).isEqualTo(due);
            assertThat(due("GT", "INVESTIGATOR", message)).isEqualTo(due);
            quiet(duty, sender);
        }
    }

    @Test
    void anExerciseSaysSoWhereverItIsShownOnBothSides() throws IOException {
        String message = sent(
                "GT",
                "INVESTIGATOR",
                alert("URGENT", "NO").put("mode", "EXERCISE").toString());
        String item = "/desk/items/" + id(message);
        String reference = caseOf("HN", "DUTY", message);
        try (Officer duty = seats("HN", "DUTY", theirs);
                Officer sender = seats("GT", "INVESTIGATOR", ours)) {
            Page page = duty.page();
            String mark = Written.label("mode", "EXERCISE", theirs);
            duty.opensDesk();
            assertThat(duty.row(reference)).containsText(mark);
            duty.row(reference).locator(".cp-subj").click();
            assertThat(page.locator("#preview")).containsText(mark);
            duty.row(reference).locator("form button").click();
            assertThat(duty.row(reference).locator("form button")).hasCount(0);
            for (String path : List.of("/cases/" + reference, item + "/forward", item + "/note")) {
                duty.open(path);
                assertThat(page.locator("main")).containsText(mark);
            }
            new Look(duty).onPhone("story-15-step");
            duty.open("/handover");
            assertThat(page.locator("#held-" + id(message))).containsText(mark);
            sender.open("/cases/" + reference);
            assertThat(sender.page().locator("main")).containsText(Written.label("mode", "EXERCISE", ours));
            sender.page().locator("#recall a").click();
            assertThat(sender.page().locator("main")).containsText(Written.label("mode", "EXERCISE", ours));
            quiet(duty, sender);
        }
    }

    @Test
    void theYearlyReportIsTheSameInEveryLanguageAndShowsNothingOfAYearThatRuns() throws IOException {
        sent("GT", "INVESTIGATOR", alert("URGENT", "NO").put("mode", "EXERCISE").toString());
        int year = ZonedDateTime.now(ZoneId.of("America/Guatemala")).getYear();
        JsonNode figures =
                done(api("GT", "SUPERVISOR").get("/api/v1/statistics/" + year)).json();
        assertThat(figures.path("releasedAt").isNull()).isTrue();
        assertThat(figures.path("tables")).isEmpty();
        assertThat(done(api("GT", "AUDITOR").get("/api/v1/statistics/" + year)).json())
                .isEqualTo(figures);
        assertThat(api("GT", "DUTY").get("/api/v1/statistics/" + year).status()).isEqualTo(403);
        try (Officer coordinator = seats("GT", "SUPERVISOR", ours);
                Officer auditor = seats("HN", "AUDITOR", theirs)) {
            auditor.open("/statistics");
            assertThat(auditor.page().locator("#h-running")).isVisible();
            new Look(auditor).onPhone("story-15-statistics");
            coordinator.open("/statistics");
            assertThat(coordinator.page().locator("h1")).containsText(String.valueOf(year));
            String report = report(coordinator, ours);
            assertThat(report).contains("\"en\"", "\"es\"", "\"pt\"", "\"fr\"");
            assertThat(report(coordinator, theirs)).isNotEqualTo(report);
            new Look(coordinator).onDesktop("story-15-report");
            quiet(coordinator, auditor);
        }
    }

    /// The coordinator has just signed in, so nothing more is asked.
    private static String report(Officer coordinator, String language) throws IOException {
        Page page = coordinator.page();
        page.selectOption("select[name='form']", "CSV");
        page.selectOption("select[name='language']", language);
        Download file = page.waitForDownload(() -> page.click("form[action$='/export'] button"));
        return Files.readString(file.path());
    }

    private static void forwards(Officer duty, String at) {
        Page page = duty.page();
        duty.open("/cases/" + at);
        page.locator("a[href$='/forward']").click();
        page.fill("[name='unit']", INSPECTION);
        page.check("[name='outside'][value='yes']");
        duty.expect(422);
        page.click(".cp-step__act button");
    }

    /// Whoever provided it is asked in the same case, and decides at the console.
    private void decides(Officer sender, String reference) {
        Page page = sender.page();
        Locator answer = page.locator(".cp-id__act form[action='/drafts'] button");
        comes(
                sender,
                "/cases/" + reference,
                () -> page.locator("main").textContent().contains(INSPECTION) && answer.count() > 0);
        answer.first().click();
        page.check("[name='urgency'][value='NORMAL']");
        page.check("[name='verdict.0.decision'][value='GRANTED']");
        page.fill("#until", Instant.now().plus(30, ChronoUnit.DAYS).toString().substring(0, 10));
        page.fill("#subject", "The inspection may have it");
        new Look(sender).onPhone("story-5-decides");
        sends(sender);
    }

    private static ObjectNode alert(String urgency, String child) {
        return body(Bodies.alert("HN", urgency, child, "Workers sleep in the workshop", "+502 5555 0100"));
    }

    /// Late enough to be sent, soon enough to be overdue while the test runs.
    private static Instant soon() {
        return Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
    }

    private String due(String node, String role, String message) {
        return item(node, role, message).path("answerDue").asString("");
    }

    private String id(String message) {
        return item("HN", "DUTY", message).path("id").asString();
    }

    /// What an officer of Honduras hands over when the shift ends, and what nobody has yet.
    private List<String> held(String role) throws IOException {
        return api("HN", role)
                .get("/api/v1/handover")
                .json()
                .path("held")
                .valueStream()
                .map(held -> held.at("/item/message").asString())
                .toList();
    }

    private Page.LocatorOptions withItem(String message) {
        return new Page.LocatorOptions()
                .setHasText(item("HN", "DUTY", message).path("caseRef").asString());
    }
}
