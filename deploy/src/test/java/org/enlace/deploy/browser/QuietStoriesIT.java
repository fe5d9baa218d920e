package org.enlace.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.enlace.deploy.network.ApiClient.Answer;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Story 8, and of stories 7 and 13 what programs and an auditor see of it without a screen.
class QuietStoriesIT extends Story {
    QuietStoriesIT(DemoNetwork network, Chromium chromium) {
        super(network, chromium, "en", "es");
    }

    @Test
    void aThirdStateSaysThatARouteWasNotSeenAndEveryoneWhoHoldsItReadsThat() throws IOException {
        String report = sent("GT", "INVESTIGATOR", Bodies.route("HN", "MX"));
        arrived("HN", "INVESTIGATOR", report);
        arrived("MX", "INVESTIGATOR", report);

        refused(tried("HN", "INVESTIGATOR", Bodies.notSeen(report, "GT", "ZZ")), "RECIPIENT_IS_NO_HOLDER");
        sent("HN", "INVESTIGATOR", Bodies.notSeen(report, "GT", "MX"));

        for (String holder : List.of("GT", "MX", "HN")) {
            JsonNode said = patiently()
                    .until(
                            () -> arrived(holder, "INVESTIGATOR", report).at("/corroborations/0"),
                            one -> !one.isMissingNode());
            assertThat(said.path("finding").asString()).as(holder).isEqualTo("NOT_SEEN");
            assertThat(said.path("counts").asBoolean()).as(holder).isTrue();
        }
    }

    @Test
    void theMapGrowsFinerWithEachStateThatReportsTheSameLegAndSaysWhoDidNotMeetWithIt() throws IOException {
        String first = sent("HN", "INVESTIGATOR", Bodies.met(1, "GT", "MX"));
        arrived("MX", "INVESTIGATOR", first);
        try (Officer hn = seats("HN", "INVESTIGATOR", ours);
                Officer mx = seats("MX", "INVESTIGATOR", theirs)) {
            mx.open("/routes");
            assertThat(mx.page().locator("#main").innerText())
                    .contains("Honduras, Cortés", "1 Estado, 1 caso", "Dibujado sin detalle")
                    .doesNotContain("HNSAP", "GTPBR");
            // Exercises of this network go by boat.
            assertThat(api("MX", "INVESTIGATOR").get("/api/v1/routes").body()).doesNotContain("HNSAP", "BOAT");
            new Look(mx).at("routes-coarse");

            String second = sent("GT", "INVESTIGATOR", Bodies.met(2, "HN", "MX"));
            arrived("MX", "INVESTIGATOR", second);
            sent("MX", "INVESTIGATOR", Bodies.notSeen(second, "GT", "HN"));
            comes(hn, "/routes", () -> hn.page().locator("#legs .cp-found").count() > 0);

            assertThat(hn.page().locator("#main").innerText())
                    .contains("Honduras, Cortés (HNSAP)", "2 states, 3 cases", "Not seen since June 2026 (Mexico)")
                    .doesNotContain("Drawn coarse", "2026-05");
            new Look(hn).at("routes");
            mx.open("/routes");
            mx.page().click(".cp-facts-table tbody a");
            mx.page().waitForURL("**/routes/*");
            assertThat(mx.page().locator("#main").innerText())
                    .contains("2 Estados, 3 casos", "No visto desde junio de 2026 (México)");
            assertThat(mx.page().locator(".cp-facts-table tbody a").count()).isEqualTo(2);
            quiet(hn, mx);
        }
    }

    @Test
    void whoOpensWhatIsClosedIsSeenByAnAuditorWhoReadsNoneOfItAndCanProveTheLog() throws IOException {
        String message = sent("GT", "INVESTIGATOR", Bodies.alert("HN", "URGENT", "NO", "Van at the bridge", "-"));
        String reference = caseOf("HN", "INVESTIGATOR", message);
        String path = "/api/v1/messages/" + message + "?persons=true";
        assertThat(api("HN", "CONSULAR").get(path).status()).isEqualTo(404);

        done(api("HN", "CONSULAR")
                .post(
                        "/api/v1/break-glass",
                        "{\"caseReference\":\"" + reference + "\",\"reason\":\"LIFE\",\"words\":\"A call came\"}"));
        assertThat(api("HN", "CONSULAR").get(path).status()).isEqualTo(200);

        assertThat(api("HN", "AUDITOR").get(path).status()).isEqualTo(403);
        JsonNode glass = api("HN", "AUDITOR")
                .get("/api/v1/watch")
                .json()
                .valueStream()
                .filter(one -> one.path("caseReference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
        assertThat(glass.path("kind").asString()).isEqualTo("GLASS");
        assertThat(api("HN", "AUDITOR")
                        .get("/api/v1/audit?object=" + message)
                        .json()
                        .path("entries")
                        .valueStream())
                .anyMatch(line -> line.path("outcome").asString().equals("REFUSED"))
                .anyMatch(line -> line.path("purpose").asString("").equals("BREAK_GLASS")
                        && line.path("officer").equals(glass.path("officer")));
        JsonNode proof = api("HN", "AUDITOR").get("/api/v1/audit/verification").json();
        assertThat(proof.path("unbroken").asBoolean()).isTrue();
        assertThat(proof.path("head").isString()).isTrue();
        done(api("HN", "SUPERVISOR")
                .post(
                        "/api/v1/watch/" + glass.path("id").asString() + "/review",
                        "{\"right\":false,\"words\":\"No call was recorded\"}"));
    }

    @Test
    void twoHundredGuessesADayAreAllAndTheAuditorsOfBothSidesSeeTheNext() throws IOException {
        String message =
                sent("MX", "INVESTIGATOR", Bodies.alert("GT", "URGENT", "NO", "An offer abroad", "+52 55 5555 0100"));
        String reference = caseOf("MX", "INVESTIGATOR", message);
        for (int at = 0; at < 3; at++) {
            assertThat(guesses(reference, at).path("state").asString()).isEqualTo("NO_HIT");
        }

        JsonNode refused = guesses(reference, 3);

        assertThat(refused.path("state").asString()).isEqualTo("QUOTA_EXCEEDED");
        String audit = "/api/v1/audit?object=" + refused.path("reference").asString();
        assertThat(api("HN", "AUDITOR").get(audit).json().path("entries").valueStream())
                .anyMatch(line -> line.path("outcome").asString().equals("QUOTA_EXCEEDED"));
        assertThat(api("MX", "AUDITOR").get(audit).json().path("entries").valueStream())
                .anyMatch(line -> line.path("outcome").asString().equals("QUOTA_EXCEEDED"));
        assertThat(api("MX", "SUPERVISOR").get("/api/v1/watch").json().valueStream())
                .anyMatch(one -> one.path("kind").asString().equals("QUERIES"));
    }

    /// What Honduras answers to sixty-four numbers in a row.
    private JsonNode guesses(String reference, int block) throws IOException {
        StringBuilder numbers = new StringBuilder();
        for (int at = 0; at < 64; at++) {
            numbers.append(at == 0 ? "" : ",")
                    .append("{\"kind\":\"PHONE\",\"number\":\"+5049777%04d\"}".formatted(block * 64 + at));
        }
        Answer asked = done(api("MX", "INVESTIGATOR").post("/api/v1/queries", """
                        {"caseReference":"%s","purpose":"INVESTIGATION","legalBasis":"PALERMO_PROTOCOL",
                         "identifiers":[%s],"partners":["HN"]}
                        """.formatted(reference, numbers)));
        String query = "/api/v1/queries/" + asked.json().path("id").asString();
        return patiently()
                .until(
                        () -> api("MX", "INVESTIGATOR").get(query).json().at("/query/partners/0"),
                        one -> !one.path("state").asString().equals("WAITING"));
    }
}
