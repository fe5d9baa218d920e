package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Stories 7 and 12: what investigators of two states learn of each other, and what of it reaches a court.
abstract class CourtStories extends Story {
    private static final String COURT = "{\"purpose\":\"COURT\",\"persons\":true}";
    private static final String WORDS = "Seen again beside the bridge";
    private static final String PHONE = "+502 5555 0177";

    CourtStories(DemoNetwork network, Chromium chromium, String ours, String theirs) {
        super(network, chromium, ours, theirs);
    }

    @Test
    void ofThreeFieldsThatAreAskedForTheTwoThatAreGrantedReachTheCourtAndNothingElse() throws IOException {
        String message = sent("HN", "INVESTIGATOR", Bodies.alert("GT", "URGENT", "NO", WORDS, PHONE));
        String reference = caseOf("GT", "INVESTIGATOR", message);
        String export = "/api/v1/cases/" + reference + "/export";
        try (Officer prosecution = seats("GT", "INVESTIGATOR", ours);
                Officer provider = seats("HN", "INVESTIGATOR", theirs)) {
            Page page = prosecution.page();
            prosecution.open("/cases/" + reference + "/export");
            assertThat(page.locator(".cp-plan").last()).containsText(country("HN", ours));
            new Look(prosecution).onPhone("story-12-held-back");
            refused(api("GT", "INVESTIGATOR").post(export, COURT), "NOTHING_TO_EXPORT");

            asks(prosecution, reference);
            decides(provider, reference);

            Locator permissions = page.locator("#permissions");
            String granted = Written.label("permission-decision", "GRANTED", ours);
            comes(
                    prosecution,
                    "/cases/" + reference + "?message=" + message,
                    () -> permissions.textContent().contains(granted));
            assertThat(permissions.locator("li"))
                    .containsText(
                            new String[] {granted, granted, Written.label("permission-decision", "REFUSED", ours), ""});
            new Look(prosecution).onDesktop("story-12-decided");
            prosecution.open("/cases/" + reference + "/export");
            new Look(prosecution).onDesktop("story-12-in-part");
            quiet(prosecution, provider);
        }

        var file = api("GT", "INVESTIGATOR").post(export, COURT);
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        JsonNode excerpt = file.json().at("/excerpts/0");
        assertThat(excerpt.path("id").asString()).isEqualTo(message);
        assertThat(excerpt.path("fields")
                        .valueStream()
                        .map(field -> field.path("value"))
                        .map(value -> value.isArray() ? value.path(0).asString() : value.asString()))
                .containsExactly("SUSPECTED_MOVEMENT", PHONE);
        assertThat(file.body())
                .as("all the rest is blank")
                .doesNotContain(WORDS, "DECEPTION", "GT-13", "Huehuetenango");
        assertThat(file.json().path("leftOut").toString()).contains(message, "IN_PART");
    }

    @Test
    void aRecruitersTelephoneIsFoundWhereItIsHeldAndNobodyElseLearnsIt() throws IOException {
        String phone = "+504 9" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
        String theirs = sent("HN", "INVESTIGATOR", Bodies.alert("MX", "URGENT", "NO", "Recruiter at a school", phone));
        String held = caseOf("HN", "INVESTIGATOR", theirs);
        String mine =
                sent("GT", "INVESTIGATOR", Bodies.alert("MX", "URGENT", "NO", "An offer abroad", "+502 5555 0178"));
        String reference = caseOf("GT", "INVESTIGATOR", mine);
        try (Officer investigator = seats("GT", "INVESTIGATOR", ours);
                Officer holder = seats("HN", "INVESTIGATOR", this.theirs)) {
            Page page = investigator.page();
            String name = asksPrivately(investigator, reference, phone);
            new Look(investigator).at("story-7-answers");

            Locator found = holder.page().locator("#hits article").filter(new FilterOptions().setHasText(name));
            comes(holder, "/queries", () -> found.count() == 1);
            assertThat(found).containsText(held);
            assertThat(found).containsText(country("GT", this.theirs));
            assertThat(holder.page().locator("main")).not().containsText(phone.replace(" ", ""));
            new Look(holder).at("story-7-found");
            found.locator("form button").click();
            assertThat(found.locator("form")).hasCount(0);

            page.click("form[action$='/write/HN'] button");
            page.waitForURL("**/drafts/**");
            assertThat(page.locator("#whyThere")).hasValue(Pattern.compile(".*" + name + ".*"));
            assertThat(page.locator("main")).containsText(reference);
            assertThat(page.url()).as("the address").doesNotContain(phone.substring(5));
            quiet(investigator, holder);
        }
        assertThat(api("HN", "AUDITOR").get("/api/v1/audit").body()).doesNotContain(phone.substring(5));
    }

    /// @return by what both sides call the query to Honduras
    private String asksPrivately(Officer investigator, String reference, String phone) {
        Page page = investigator.page();
        investigator.open("/queries");
        page.fill("#reference", reference);
        page.selectOption("#purpose", "INVESTIGATION");
        page.selectOption("#legalBasis", "PALERMO_PROTOCOL");
        page.selectOption("[name='kind.0']", "PHONE");
        page.fill("[name='number.0']", phone);
        page.check("[name='partners'][value='HN']");
        page.check("[name='partners'][value='MX']");
        new Look(investigator).at("story-7-asks");
        page.click("form[action='/queries'] > button:not([tabindex])");
        page.waitForURL("**/queries/*-*");
        Locator answers = page.locator(".cp-facts-table tbody tr");
        comes(
                investigator,
                page.url().substring(page.url().indexOf("/queries/")),
                () -> page.locator(".cp-answer--hit").count() == 1
                        && page.locator("form[action$='/write/HN']").count() == 1
                        && answers.locator("td:nth-of-type(1) time").count() == 2);
        Locator honduras = answers.filter(new FilterOptions().setHasText(country("HN", ours)));
        assertThat(honduras).containsText(phone.replace(" ", ""));
        return honduras.locator(".cp-ref").textContent().strip();
    }

    private void asks(Officer prosecution, String reference) {
        Page page = prosecution.page();
        prosecution.open("/cases/" + reference);
        page.click("#permissions form button");
        page.waitForURL("**/drafts/**");
        Locator lines = page.locator("select[name^='item.'][name$='.part']");
        for (int there = lines.count(); there < 3; there++) {
            page.click("button[value='add:item']");
            assertThat(lines).hasCount(there + 1, new HasCountOptions().setTimeout(15_000));
        }
        page.check("[name='urgency'][value='NORMAL']");
        page.check("[name='use'][value='COURT']");
        page.fill("#court", "Juzgado de Mayor Riesgo B, 12/2026");
        page.fill("#neededFor", "The trial begins in March");
        item(page, 0, "ALERT", "/alertKind");
        item(page, 1, "POLICE", "/phones");
        item(page, 2, "IDENTITY", "");
        page.fill("#subject", "Use in court");
        new Look(prosecution).onDesktop("story-12-asks");
        sends(prosecution);
    }

    private static void item(Page page, int number, String part, String field) {
        page.selectOption("[name='item." + number + ".part']", part);
        page.selectOption("[name='item." + number + ".field']", field.isEmpty() ? "" : part + field);
    }

    private void decides(Officer provider, String reference) {
        Page page = provider.page();
        Locator answer = page.locator(".cp-id__act form[action='/drafts'] button");
        comes(
                provider,
                "/cases/" + reference,
                () -> page.locator("main").textContent().contains("12/2026") && answer.count() > 0);
        answer.first().click();
        page.check("[name='urgency'][value='NORMAL']");
        page.check("[name='verdict.0.decision'][value='GRANTED']");
        page.check("[name='verdict.1.decision'][value='GRANTED']");
        page.check("[name='verdict.2.decision'][value='REFUSED']");
        page.selectOption("[name='verdict.2.ground']", "PROTECTION_OF_PERSON");
        page.fill("#until", Instant.now().plus(90, ChronoUnit.DAYS).toString().substring(0, 10));
        page.fill("#subject", "Two of three");
        new Look(provider).onPhone("story-12-decides");
        sends(provider);
    }
}
