package org.enlace.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Of stories 8 and 13, what national case systems and an auditor see of it without a screen.
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
}
