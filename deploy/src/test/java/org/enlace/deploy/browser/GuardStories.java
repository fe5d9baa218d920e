package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.enlace.deploy.network.ApiClient.Answer;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Story 3: a woman of Honduras, in Guatemala, refuses contact with her state. Nobody gets what is said about her to
/// Honduras, whichever way they try.
abstract class GuardStories extends Story {
    private static final String EMBASSY = "Embajada de Honduras";

    GuardStories(DemoNetwork network, Chromium chromium, String ours, String theirs) {
        super(network, chromium, ours, theirs);
    }

    @Test
    void herStateIsKeptOutOnEveryPath() throws IOException {
        theForm();
        refused(tried("GT", "CONSULAR", kept(request("p-3c01aa", "MX", "HN"))), "RECIPIENT_IS_STATE_OF_ORIGIN");
        aGroup();
        Answer waits = tried("GT", "CONSULAR", request("p-3c01aa", "HN").toString());
        assertThat(waits.status()).as("written before she said no").isEqualTo(202);
        String before = waits.json().path("message").asString();

        String message = sent("GT", "CONSULAR", kept(request("p-3c01aa", "MX").put("caseReference", reference(waits))));

        refused(
                api("GT", "SUPERVISOR").post("/api/v1/releases/" + before + "/release", "{}"),
                "RECIPIENT_IS_STATE_OF_ORIGIN");
        refused(tried("GT", "CONSULAR", correction(message, "MX", "HN")), "RECIPIENT_IS_STATE_OF_ORIGIN");
        ObjectNode loosened = body(correction(message, "MX"));
        loosened.remove("handling");
        at(loosened, "/content/protection").put("contactWithConsulateWanted", "YES");
        refused(tried("GT", "CONSULAR", loosened.toString()), "STAYS_AS_SENT");
        whoeverHasItPassesItOnToNobodyThere(message, reference(waits));
    }

    /// The officer is told at once, beside the field.
    private void theForm() {
        try (Officer consul = seats("GT", "CONSULAR", ours)) {
            Consul request = new Consul(consul, ours);
            Page page = consul.page();
            request.to("HN");
            request.tick("caveat", "NO_CONSULAR_CONTACT");
            page.locator("[name='countryORIGIN']").first().selectOption("HN");
            consul.expect(422);
            request.sends();
            assertThat(page.locator("#recipient-error")).containsText(country("HN", ours));
            assertThat(page.locator("#errors a[href^='#recipient']")).isVisible();
            new Look(consul).onPhone("story-3-compose");
            request.without("HN");
            assertThat(page.locator(".cp-picked")).not().containsText(country("HN", ours));
            page.click("button[value='delete']");
            quiet(consul);
        }
    }

    /// All of a sharing group or nobody: she is not told to the others either while her state is in it.
    private void aGroup() throws IOException {
        JsonNode group = done(api("GT", "SUPERVISOR")
                        .post("/api/v1/groups", Bodies.group(today("America/Guatemala"), "HN", "MX")))
                .json();
        ObjectNode body = request("p-3c01aa");
        body.remove("recipients");
        body.putObject("group")
                .put("id", group.path("id").asString())
                .put("revision", group.path("revision").asInt());
        Answer refused = tried("GT", "CONSULAR", kept(body));
        refused(refused, "GROUP_MEMBER_SHUT");
        refused(refused, "RECIPIENT_IS_STATE_OF_ORIGIN");
    }

    private void whoeverHasItPassesItOnToNobodyThere(String message, String reference) throws IOException {
        arrived("MX", "CONSULAR", message);
        String steps = steps("MX", "DUTY", message);
        done(api("MX", "DUTY").post(steps + "/acknowledge", "{}"));
        try (Officer duty = seats("MX", "DUTY", theirs)) {
            Page page = duty.page();
            duty.open("/cases/" + reference);
            page.locator("a[href$='/forward']").click();
            page.fill("[name='unit']", EMBASSY);
            page.check("[name='outside'][value='yes']");
            duty.expect(422);
            page.click(".cp-step__act button");
            assertThat(page.locator("#errors")).isVisible();
            assertThat(page.locator("form[action='/drafts']")).hasCount(0);
            new Look(duty).onDesktop("story-3-forward");
            quiet(duty);
        }
        refused(forward(steps), "NO_CONSULAR_CONTACT");
        permissionDoesNotHelp(message, steps);
        refused(tried("MX", "CONSULAR", proposal(message, "HN")), "RECIPIENT_IS_NOT_PROVIDER");
        refused(
                tried(
                        "MX",
                        "CONSULAR",
                        request("p-3c01aa", "HN")
                                .put("caseReference", reference)
                                .toString()),
                "RECIPIENT_IS_STATE_OF_ORIGIN");
        String question = kept(body(Bodies.verification("HN", "p-3c01aa")).put("caseReference", reference));
        refused(tried("MX", "CONSULAR", question), "RECIPIENT_IS_STATE_OF_ORIGIN");
        assertThat(api("HN", "CONSULAR").get("/api/v1/cases/" + reference).status())
                .as("Honduras has never heard of it")
                .isEqualTo(404);
    }

    /// Not even the provider lets it go there.
    private void permissionDoesNotHelp(String message, String steps) throws IOException {
        String asks = sent("MX", "CONSULAR", Bodies.mayPassOn(message, "GT", EMBASSY));
        arrived("GT", "CONSULAR", asks);
        String granted = sent("GT", "CONSULAR", Bodies.granted(asks, "MX"));
        arrived("MX", "CONSULAR", granted);
        refused(forward(steps), "NO_CONSULAR_CONTACT");
    }

    private Answer forward(String steps) throws IOException {
        return api("MX", "DUTY").post(steps + "/forward", "{\"unit\":\"" + EMBASSY + "\",\"outside\":true}");
    }

    private static ObjectNode request(String person, String... recipients) {
        ObjectNode body = body(Bodies.assistance("HN", "NORMAL", "Ejemplo"));
        body.putArray("recipients");
        for (String recipient : recipients) {
            body.withArray("recipients").add(recipient);
        }
        at(body, "/content/protection/person").put("personRef", person);
        return body;
    }

    /// She does not want that her state hears of her.
    private static String kept(ObjectNode body) {
        ObjectNode handling = body.putObject("handling");
        handling.put("code", "H1").put("tlp", "AMBER+STRICT").put("pap", "AMBER");
        handling.putArray("caveats").add("VICTIM_PROTECTION_ONLY").add("NO_CONSULAR_CONTACT");
        at(body, "/content/protection").put("contactWithConsulateWanted", "NO");
        return body.toString();
    }

    private static String correction(String message, String... recipients) {
        ObjectNode body = body(kept(request("p-3c01aa", recipients)));
        body.put("corrects", message).put("correctionReason", "HAS_CHANGED");
        return body.toString();
    }

    private static String proposal(String message, String to) {
        return """
                {"type":"PROPOSAL","inReplyTo":"%s","recipients":["%s"],"urgency":"NORMAL","subject":"Another word",
                 "content":{"proposal":{"items":[{"part":"ALERT","field":"/situation","shouldBe":"HOSPITAL"}],
                  "reason":"WAS_WRONG","explanation":"Moved yesterday"}}}
                """.formatted(message, to);
    }

    private static String reference(Answer answer) {
        return answer.json().path("caseReference").asString();
    }
}
