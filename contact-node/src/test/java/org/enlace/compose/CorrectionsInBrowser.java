package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.directory.TopicSubject;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was sent is corrected, and what its holders say about it.
abstract class CorrectionsInBrowser extends InBrowser {
    @Test
    void whatWasSentIsCorrectedOnItsOwnForm() {
        var sent = ApiClient.JSON.readTree(new ApiClient(node)
                .released(Role.INVESTIGATOR, "corrected", Documented.body(MessageType.CASE_ALERT))
                .body());
        var reference = sent.path("caseReference").asString();
        var page = as(Role.INVESTIGATOR, "es");
        page.navigate("/cases/" + reference);
        page.locator("form:has(input[name=corrects]) button").click();
        page.waitForURL("**/drafts/**");
        Chromium.shoot(page, "correct-form-es");
        page.check("input[name=correctionReason][value=HAS_CHANGED]");
        page.waitForResponse("**/side", () -> {
            page.fill("#what", "Siguen a pie desde el puente");
            page.locator("#what").press("Tab");
        });
        var draft = page.url();
        Chromium.press(page, "Control+Enter");
        assertThat(page.locator("main")).containsText("Espera a una segunda persona");
        new ApiClient(node).released(message(draft));
        page.navigate("/cases/" + reference);
        assertThat(page.locator("#versions ins")).containsText("Siguen a pie desde el puente");
        Chromium.shoot(page, "corrected-es");
        reads(page, "fr");
        page.navigate("/cases/" + reference);
        page.locator("#versions a").first().click();
        assertThat(page.locator("h1")).containsText("Version 1 sur 2");
        Chromium.shoot(page, "corrected-before-fr");

        var newest = node.bean(JdbcClient.class)
                .sql("select given_id from case_version where message_id = ? and version = 2")
                .param(UUID.fromString(sent.path("message").asString()))
                .query(UUID.class)
                .single();
        var read = node.readBy(new NodeId("MX"), newest.toString()).message();
        Assertions.assertThat(read).isInstanceOfSatisfying(CaseAlert.class, alert -> {
            Assertions.assertThat(alert.alert().what()).isEqualTo("Siguen a pie desde el puente");
            Assertions.assertThat(alert.police()).isEqualTo(Provided.alert().police());
            Assertions.assertThat(alert.identity()).isEqualTo(Provided.alert().identity());
        });
    }

    @Test
    void whatAPartnerCorrectsIsMarkedUntilSomebodyHasReadIt() {
        var mexico = new NodeId("MX");
        var about = Provided.about(new CaseReference("MX-2026-0000E5"), MessageType.CASE_ALERT, null, HandlingCode.H1);
        var first = node.arrives(mexico, Provided.alert(), about);
        node.arrives(mexico, Provided.saying("They are on foot now"), Provided.correcting(first, about));
        var page = as(Role.DUTY, "pt");
        page.navigate("/cases/MX-2026-0000E5");
        Chromium.shoot(page, "corrected-by-partner-pt");
        page.locator("#versions form button").click();
        assertThat(page.locator("#versions")).containsText("Lida aqui por officer-");
        assertThat(page.locator("#versions form")).hasCount(0);
    }

    @Test
    void aHolderSaysWhatWasFoundAndTheOwnerTakesUpWhatAHolderProposes() {
        var mexico = new NodeId("MX");
        var salvador = new NodeId("SV");
        var reference = new CaseReference("MX-2026-0000G7");
        var report = node.arrives(
                mexico,
                Said.route(),
                Provided.about(reference, MessageType.ROUTE_REPORT, null, HandlingCode.H1),
                TopicSubject.ROUTES,
                salvador);
        node.arrives(
                salvador,
                Said.found(mexico, "SEEN"),
                Provided.about(reference, MessageType.CORROBORATION, report, HandlingCode.H1),
                TopicSubject.ROUTES,
                mexico);
        var page = as(Role.ANALYST, "es");
        page.navigate("/cases/" + reference + "?message=" + report);
        page.locator("#sightings form button").click();
        page.waitForURL("**/drafts/**");
        page.check("input[name=finding][value=NOT_SEEN]");
        page.fill("#periodFrom", "2026-06");
        page.fill("#note", "Patrullas cada semana");
        page.selectOption("#source", "A");
        page.selectOption("#accuracy", "2");
        Chromium.shoot(page, "sighting-es");
        Chromium.press(page, "Control+Enter");
        page.waitForURL("**/cases/" + reference);
        page.navigate("/cases/" + reference + "?message=" + report);
        assertThat(page.locator("#sightings")).containsText("No visto: 1 · Visto: 1");
        Chromium.shoot(page, "sightings-case-es");

        var body = Documented.tree(MessageType.CASE_ALERT).put("mode", "EXERCISE");
        var sent = ApiClient.JSON.readTree(new ApiClient(node)
                .released(Role.INVESTIGATOR, "proposed", body.toString())
                .body());
        var ours = MessageId.parse(sent.path("message").asString());
        var proposal = node.arrives(
                mexico,
                Said.change(),
                Provided.about(reference, MessageType.PROPOSAL, ours, HandlingCode.H1),
                TopicSubject.CASES);
        var owner = as(Role.INVESTIGATOR, "fr");
        owner.navigate("/cases/" + sent.path("caseReference").asString() + "?message=" + proposal);
        Chromium.shoot(owner, "proposal-fr");
        owner.locator("#accept button").click();
        owner.waitForURL("**/drafts/**");
        assertThat(owner.locator("#what")).hasValue("Grey minibus, heading for the border");
        Chromium.shoot(owner, "proposal-accept-fr");
        Chromium.press(owner, "Control+Enter");
        assertThat(owner.locator("#compose")).hasCount(0);
        new ApiClient(node)
                .released(node.bean(JdbcClient.class)
                        .sql("select message_id from release_item where reference = ? and state = 'AWAITING_RELEASE'")
                        .param(sent.path("caseReference").asString())
                        .query(UUID.class)
                        .single()
                        .toString());
        owner.navigate("/cases/" + sent.path("caseReference").asString() + "?message=" + ours);
        assertThat(owner.locator("#proposals")).containsText("Acceptée");
        Chromium.shoot(owner, "proposals-case-fr");
    }
}
