package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.JSON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A draft of the console that asks for its release: who writes it and who lets it go see the same of it.
class ReleasedDraftsTest {
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
    void anAlertThatIsNotImmediateWaitsAndItsSupervisorSeesWhoWillReadIt() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").type("urgency", "URGENT");
        assertThat(draft.side().body()).contains("Ask for release");
        draft.press("send");
        assertThat(node.count("outbox")).isEqualTo(before);
        var supervisor = node.browser(Role.SUPERVISOR);
        var path = "/release/" + waiting(draft);

        assertThat(supervisor.get(path).body())
                .contains("Minibus heading for the border", "Mexico", "A white minibus left the terminal")
                .doesNotContain("has no access any more");
        supervisor.submit("/me", path + "/release");

        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void whatSomebodyWroteWhoHasNoAccessAnyMoreIsReleasedKnowingly() {
        var writer = node.browser(Role.INVESTIGATOR);
        var draft = Written.alert(writer).to("MX").type("urgency", "NORMAL");
        draft.press("send");
        var path = "/release/" + waiting(draft);
        var officer = new OfficerId(node.bean(JdbcClient.class)
                .sql("select writer from release_item where message_id = ?")
                .param(UUID.fromString(path.substring("/release/".length())))
                .query(String.class)
                .single());
        node.bean(Officers.class).disable(officer);
        try {
            assertThat(node.browser(Role.SUPERVISOR).get(path).body())
                    .contains("The officer who wrote this has no access any more.");
            assertThat(node.program(Role.SUPERVISOR)
                            .get("/api/v1" + path.replace("release", "releases"))
                            .body())
                    .contains("WRITER_GONE");
            node.browser(Role.SUPERVISOR).submit("/me", path + "/release");
            assertThat(node.count("outbox")).isEqualTo(before + 1);
        } finally {
            node.bean(JdbcClient.class)
                    .sql("update officer set disabled = false where id = ?")
                    .param(officer.value())
                    .update();
        }
    }

    @Test
    void aDraftThatWaitsIsNotChangedUntilItsWriterTakesItBack() {
        var draft = Care.request(node.browser(Role.CONSULAR));
        assertThat(draft.side().body()).contains("Ask for release").doesNotContain("Sign and send");

        assertThat(draft.press("send").headers().firstValue("Location")).contains(draft.path());

        assertThat(draft.page().body())
                .contains("Waits for a second person since", "value=\"take-back\"")
                .doesNotContain("name=\"subject\"");
        for (var act : List.of("save", "send", "delete")) {
            assertThat(draft.type("subject", "Changed").press(act).headers().firstValue("Location"))
                    .contains(draft.path());
        }
        assertThat(draft.side().statusCode()).isEqualTo(404);
        assertThat(draft.page().body()).contains("Travel document").doesNotContain("Changed");
        assertThat(node.browser(Role.CONSULAR).get("/assistance").body()).contains("Waits for release");
        assertThat(node.browser(Role.CASE_WORKER).get(draft.path()).statusCode())
                .isEqualTo(404);
        assertThat(node.browser(Role.SUPERVISOR).get(draft.path()).statusCode()).isEqualTo(403);

        draft.press("take-back");

        assertThat(draft.page().body()).contains("name=\"subject\"");
        assertThat(draft.press("save").statusCode()).isEqualTo(303);
        assertThat(draft.page().body()).contains("Changed");
        assertThat(node.count("outbox")).isEqualTo(before);
        draft.press("delete");
        assertThat(node.count("release_item where draft_id = '" + draft.path().substring("/drafts/".length()) + "'"))
                .isZero();
    }

    @Test
    void whatComesBackSaysWhyOnTopAndWhatChangedIsShownBeforeItLeaves() {
        var draft = Care.request(node.browser(Role.CONSULAR)).type("retaliationRisk", "NOT_ASSESSED");
        draft.press("send");
        var message = waiting(draft);
        var supervisor = node.browser(Role.SUPERVISOR);
        assertThat(supervisor
                        .get("/release/" + draft.path().substring("/drafts/".length()))
                        .statusCode())
                .as("the id of the draft is none of a message")
                .isEqualTo(404);
        var path = "/release/" + message;
        assertThat(supervisor.get(path).body())
                .contains("Look at this again", "Risk of retaliation", "Mexico", "Here: Guatemala")
                .contains("Not delivered after", "Release to 1 contact point");
        assertThat(supervisor.submit("/me", path + "/return").statusCode()).isEqualTo(422);
        assertThat(supervisor
                        .submit("/me", path + "/return", "reason", "Assess <b>retaliation</b>")
                        .headers()
                        .firstValue("Location"))
                .contains("/release");

        assertThat(draft.page().body()).contains("Assess &lt;b&gt;retaliation&lt;/b&gt;", "returned it");
        assertThat(node.browser(Role.CONSULAR).get("/assistance").body()).contains("Returned");
        assertThat(draft.type("retaliationRisk", "MEDIUM").press("send").statusCode())
                .isEqualTo(303);
        assertThat(supervisor.get(path).body())
                .contains("Changed since it was returned", "<del dir=\"auto\">", "<ins dir=\"auto\">", "returned it");

        var home = supervisor
                .submit("/me", path + "/release")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(node.count("outbox")).isEqualTo(before + 1);
        assertThat(draft.page().headers().firstValue("Location")).isPresent();
        assertThat(supervisor.get(home).body())
                .contains("Release asked for", "Returned to its writer", "Assess &lt;b&gt;retaliation&lt;/b&gt;")
                .contains("Released by a second person");
        assertThat(supervisor.submit("/me", path + "/return", "reason", "late").statusCode())
                .isEqualTo(409);
        assertThat(supervisor.get(path).body()).contains("released it");
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void whatCameBackAndIsImmediateNowLeavesAtOnceAndItsReviewHasADay() {
        var draft = Care.request(node.browser(Role.CONSULAR));
        draft.press("send");
        var message = waiting(draft);
        node.browser(Role.SUPERVISOR).submit("/me", "/release/" + message + "/return", "reason", "She is followed");

        draft.type("urgency", "IMMEDIATE")
                .type("urgencyReason", "She is followed")
                .press("send");

        assertThat(node.count("outbox")).isEqualTo(before + 1);
        var owed = JSON.readTree(node.program(Role.SUPERVISOR)
                        .get("/api/v1/releases/" + message)
                        .body())
                .path("item");
        assertThat(owed.path("state").asString()).isEqualTo("REVIEW_OWED");
        assertThat(Instant.parse(owed.path("due").asString()))
                .isEqualTo(Instant.parse(owed.path("since").asString()).plus(Duration.ofHours(24)));
    }

    private static String waiting(Written draft) {
        return node.bean(JdbcClient.class)
                .sql("select message_id from draft where id = ?")
                .param(UUID.fromString(draft.path().substring("/drafts/".length())))
                .query(UUID.class)
                .single()
                .toString();
    }
}
