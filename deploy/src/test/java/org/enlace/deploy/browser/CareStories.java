package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Stories 2, 6 and 9: a victim is helped across a border, with the word of two, and changes her mind.
abstract class CareStories extends Story {
    CareStories(DemoNetwork network, Chromium chromium, String ours, String theirs) {
        super(network, chromium, ours, theirs);
    }

    @Test
    void whatTheConsulChoseAndASecondPersonReturnedOnceIsDecidedInAnotherLanguageWithoutAWordOfFreeText()
            throws IOException {
        assertThat(api("MX", "CONSULAR")
                        .get("/api/v1/directory")
                        .json()
                        .path("contactPoints")
                        .valueStream()
                        .filter(one -> one.path("interpreters").toString().contains("kek"))
                        .map(one -> one.path("member").asString()))
                .as("who has an interpreter for her")
                .containsExactly("GT");
        try (Officer consul = seats("MX", "CONSULAR", ours);
                Officer supervisor = seats("MX", "SUPERVISOR", theirs);
                Officer worker = seats("GT", "CONSULAR", theirs)) {
            Consul request = new Consul(consul, ours);
            request.writes("GT", "NOT_ASSESSED");
            request.sends();
            assertThat(consul.page().locator("[value='take-back']")).isVisible();
            String draft = consul.page().url();
            String message = waiting(supervisor);

            returned(supervisor, message, "What if they come back?");

            consul.page().navigate(draft);
            assertThat(consul.page().locator(".cp-returned")).containsText("What if they come back?");
            new Look(consul).onPhone("story-6-returned");
            request.assesses("MEDIUM");
            request.sends();
            assertThat(consul.page().locator("[value='take-back']")).isVisible();
            released(supervisor, message);

            String reference = caseOf("GT", "CONSULAR", message);
            acceptedFromCodesAlone(worker, message, reference);
            comes(
                    consul,
                    "/cases/" + reference,
                    () -> progress(consul).contains(Written.label("business-state", "ACCEPTED", ours)));
            quiet(consul, supervisor, worker);
        }
    }

    /// @return the message that waits, from the list
    private static String waiting(Officer supervisor) {
        supervisor.open("/release");
        Locator rows = supervisor.page().locator("a.cp-subj[href^='/release/']");
        return rows.last().getAttribute("href").replace("/release/", "");
    }

    /// One page says who will be able to read which part, and that a risk was not looked at.
    private void returned(Officer supervisor, String message, String reason) {
        Page page = supervisor.page();
        supervisor.open("/release/" + message);
        assertThat(page.locator("#readers")).containsText(country("GT", theirs));
        assertThat(page.locator("#readers")).containsText(Written.label("role", "CONSULAR", theirs));
        assertThat(page.locator("#readers dl").last())
                .not()
                .containsText(Written.label("role", "INVESTIGATOR", theirs));
        assertThat(page.locator(".cp-doubts li").first()).isVisible();
        assertThat(page.locator("main")).containsText(Written.label("risk-level", "NOT_ASSESSED", theirs));
        assertThat(page.locator("main")).not().containsText("Ejemplo");
        new Look(supervisor).at("story-6-release");
        supervisor.expect(422);
        page.click("form[action$='/return'] button");
        assertThat(page.locator("#reason-error")).isVisible();
        page.fill("#reason", reason);
        page.click("form[action$='/return'] button");
        assertThat(page.locator("#reason")).hasCount(0);
    }

    /// It says what changed since.
    private void released(Officer supervisor, String message) {
        Page page = supervisor.page();
        supervisor.open("/release/" + message);
        Locator changes = page.locator("section[aria-labelledby='h-changes']");
        assertThat(changes.locator("del")).containsText(Written.label("risk-level", "NOT_ASSESSED", theirs));
        assertThat(changes.locator("ins")).containsText(Written.label("risk-level", "MEDIUM", theirs));
        new Look(supervisor).onDesktop("story-6-changed");
        page.click("#release");
        assertThat(page).hasURL(Pattern.compile(".*/cases/.*"));
    }

    private void acceptedFromCodesAlone(Officer worker, String message, String reference) throws IOException {
        done(api("GT", "DUTY").post(steps("GT", "DUTY", message) + "/acknowledge", "{}"));
        Page page = worker.page();
        worker.open("/cases/" + reference);
        for (List<String> said : Consul.SAID) {
            assertThat(page.locator("main")).containsText(Written.label(said.getFirst(), said.getLast(), theirs));
        }
        assertThat(page.locator("main")).not().containsText(Written.label("service", "PSYCHOSOCIAL", ours));
        assertThat(page.locator("main")).not().containsText(Written.label("situation", "HOSPITAL", ours));
        new Look(worker).onDesktop("story-2-asked");
        worker.open("/cases/" + reference + "/persons");
        assertThat(page.locator("main")).containsText(Written.label("consent-purpose", "SHARE_CONSULATE", theirs));
        assertThat(page.locator("main")).containsText(Written.label("risk-level", "MEDIUM", theirs));
        page.locator("a[href$='/accept']").first().click();
        assertThat(page.locator(".cp-step textarea")).hasCount(0);
        page.locator("[name='worker']").first().check();
        page.fill("[name='start']", today("America/Guatemala"));
        page.click(".cp-step__act button");
        assertThat(page.locator("#progress")).containsText(Written.label("business-state", "ACCEPTED", theirs));
    }

    @Test
    void herNoToThePoliceReachesEveryHolderAndATableSaysWhoHasAttestedWhat() throws IOException {
        var body = body(Bodies.assistance("HN", "URGENT", "Ejemplo"));
        body.withArray("recipients").add("MX");
        body.putObject("handling")
                .put("code", "H1")
                .put("tlp", "AMBER")
                .put("pap", "AMBER")
                .putArray("caveats")
                .add("VICTIM_PROTECTION_ONLY");
        at(body, "/content/protection/consent/answers").put("POLICE_USE", "YES").put("SHARE_NGO", "YES");
        String message = sent("GT", "CONSULAR", body.toString());
        String reference = caseOf("GT", "CONSULAR", message);
        for (String holder : List.of("HN", "MX")) {
            arrived(holder, "CONSULAR", message);
            done(api(holder, "DUTY").post(steps(holder, "DUTY", message) + "/acknowledge", "{}"));
        }
        // The next hop: an organisation that the node cannot ask itself.
        done(api("HN", "DUTY")
                .post(steps("HN", "DUTY", message) + "/forward", "{\"unit\":\"Casa Ejemplo\",\"outside\":true}"));
        try (Officer consul = seats("GT", "CONSULAR", ours);
                Officer worker = seats("HN", "CONSULAR", theirs)) {
            withdrawn(consul, reference);
            Locator table = consul.page().locator("#consent");
            patiently()
                    .until(() -> attestations(message)
                            .valueStream()
                            .noneMatch(one -> one.path("outcome").isNull()));
            for (JsonNode holder : attestations(message)) {
                assertThat(holder.path("attested").asBoolean()).isFalse();
                assertThat(holder.path("overdue").asBoolean()).isFalse();
                assertThat(holder.path("due").isString()).isTrue();
            }

            assertThat(attestations(message)).hasSize(2);

            keptUnderOrder(worker, reference, "114");
            comes(consul, "/cases/" + reference, () -> table.textContent().contains("114"));
            assertThat(table.locator("li", has(country("HN", ours)))).containsText("114");
            assertThat(table.locator("li", has(country("MX", ours))).locator(".cp-warn"))
                    .isVisible();
            new Look(consul).onDesktop("story-9-attestations");
            done(api("MX", "CONSULAR")
                    .post(
                            "/api/v1/messages/" + message + "/attestation",
                            "{\"outcome\":\"STOPPED\",\"exported\":\"NO\",\"passedOn\":\"NO\"}"));
            comes(consul, "/cases/" + reference, () -> table.locator(".cp-warn").count() == 0);
            assertThat(table.locator("li")).hasCount(2);
            quiet(consul, worker);
        }
    }

    private void withdrawn(Officer consul, String reference) {
        Page page = consul.page();
        consul.open("/cases/" + reference);
        page.click("#consent a");
        page.check("[name='purposes'][value='POLICE_USE']");
        page.fill("#on", "2026-11-21");
        page.selectOption("#language", "tzh");
        page.check("[name='interpreter'][value='YES']");
        page.click(".cp-step__act button");
        assertThat(page.locator("#consent")).containsText(Written.label("consent-purpose", "POLICE_USE", ours));
    }

    /// The node knows that it was passed on, and takes no other answer.
    private void keptUnderOrder(Officer worker, String reference, String order) {
        Page page = worker.page();
        comes(
                worker,
                "/cases/" + reference,
                () -> page.locator("a[href$='/attestation']").count() > 0);
        assertThat(page.locator("#consent")).containsText(Written.label("consent-purpose", "POLICE_USE", theirs));
        page.locator("a[href$='/attestation']").first().click();
        page.check("input[name='exported'][value='NO']");
        page.check("input[name='passedOn'][value='NO']");
        page.check("input[name='outcome'][value='KEPT']");
        page.fill("#order", order);
        worker.expect(422);
        page.click("form[action$='/attestation'] button");
        assertThat(page.locator("#errors a[href='#passedOn']")).isVisible();
        new Look(worker).onPhone("story-9-attest");
        page.check("input[name='passedOn'][value='YES']");
        page.fill("#note", "Casa Ejemplo: told by telephone, keeps nothing.");
        page.click("form[action$='/attestation'] button");
        assertThat(page.locator("#consent")).containsText(order);
    }

    private JsonNode attestations(String message) throws IOException {
        return api("GT", "CONSULAR")
                .get("/api/v1/messages/" + message + "/consent-withdrawal")
                .json()
                .at("/0/recipients");
    }

    private static String progress(Officer officer) {
        return officer.page().locator("#progress").textContent();
    }
}
