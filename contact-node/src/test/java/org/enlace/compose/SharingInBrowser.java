package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.UsePermissionRequest.Item;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;

/// With whom a message is shared: groups, permission to pass it on, and what leaves the node as a file.
abstract class SharingInBrowser extends InBrowser {
    @Test
    void aGroupIsFoundedChosenAndChosenAgainAfterItHasChanged() {
        var supervisor = as(Role.SUPERVISOR, "es");
        supervisor.navigate("/groups");
        supervisor.press("#found-name", "Enter");
        assertThat(supervisor.locator("#errors")).containsText("Dé un nombre al grupo");
        Chromium.shoot(supervisor, "groups-refused-es");
        chromium.refused(supervisor);
        var today = new GroupClient(node).today();
        supervisor.fill("#found-name", "Operación Usumacinta");
        supervisor.selectOption("#found-purpose", "JOINT_INVESTIGATION");
        supervisor.fill("#found-starts", today.toString());
        supervisor.fill("#found-ends", today.plusMonths(6).toString());
        supervisor.check("input[value=MX]");
        supervisor.check("input[value=SV]");
        supervisor.selectOption("#found-ground", "TAKES_PART");
        supervisor.press("#found-name", "Enter");
        supervisor.waitForURL("**/groups/*");
        assertThat(supervisor.locator("#members-now")).hasText("El Salvador, México");
        Chromium.shoot(supervisor, "group-es");

        var page = as(Role.INVESTIGATOR, "fr");
        page.navigate("/alerts");
        page.click("button[name=type][value=CASE_ALERT]");
        page.waitForURL("**/drafts/**");
        page.selectOption("#groupChoice", new SelectOption().setIndex(1));
        page.click("button[value=choose-group]");
        assertThat(page.locator("#group-chosen")).containsText("Operación Usumacinta");
        assertThat(page.locator("#recipients .cp-picked li")).hasCount(2);
        Chromium.shoot(page, "compose-group-fr");

        supervisor.check("#add-members input[value=BR]");
        supervisor.selectOption("#add-ground", "CASE_LEADS_THERE");
        supervisor.locator("form[action$='/add'] button").click();
        assertThat(supervisor.locator("#members-now")).containsText("Brasil");
        supervisor.fill("#on", today.toString());
        supervisor.locator("#as-of button").click();
        assertThat(supervisor.locator("#on-answer")).containsText("Brasil, El Salvador, México");
        Chromium.shoot(supervisor, "group-changed-es");

        page.reload();
        assertThat(page.locator("#side")).containsText("Brésil a rejoint le groupe de partage");
        assertThat(page.locator("#group-chosen.is-warn")).containsText("Brésil a rejoint");
        Chromium.shoot(page, "compose-group-changed-fr");
        page.click("button[value=choose-group]");
        assertThat(page.locator("#recipients .cp-picked li")).hasCount(3);
        Chromium.awake(page);
        page.check("input[name=urgency][value=IMMEDIATE]");
        page.fill("#urgencyReason", "Le véhicule est attendu avant l’aube");
        page.selectOption("#alertKind", "SUSPECTED_MOVEMENT");
        page.fill("#what", "Un minibus blanc a quitté le terminal");
        page.selectOption("#askedAction", "LOCATE");
        page.fill("#subject", "Minibus vers la frontière");
        page.selectOption("#source", "B");
        page.selectOption("#accuracy", "2");
        page.waitForResponse("**/side", () -> page.locator("#accuracy").press("Tab"));
        Chromium.press(page, "Control+Enter");
        page.waitForURL(CASE);
        assertThat(page.locator("#group")).containsText("Operación Usumacinta");
        assertThat(page.locator("#group li")).hasCount(3);
        Chromium.shoot(page, "case-group-fr");
    }

    @Test
    void aPrivateQuerySaysInTheReadersLanguageWhatItLacks() {
        var page = as(Role.INVESTIGATOR, "pt");
        page.navigate("/queries");
        Chromium.shoot(page, "queries-pt");
        reads(page, "fr");
        page.locator("main form[action='/queries'] button").last().click();
        assertThat(page.locator("#errors li").first()).isVisible();
        Chromium.shoot(page, "queries-refused-fr");
        chromium.refused(page);
    }

    @Test
    void aForwardThatIsStoppedAsksForPermissionOnTheSpotAndTheProviderDecides() {
        var reference = new CaseReference("MX-2026-0000C1");
        node.arrives(
                new NodeId("MX"),
                Provided.alert(),
                Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H2));
        var page = as(Role.DUTY, "fr");
        page.navigate("/cases/" + reference);
        page.locator(".cp-id__act button").first().click();
        page.navigate("/cases/" + reference);
        page.locator("a[href$='/forward']").first().click();
        page.fill("#unit", "Fiscalía, unidad 4");
        page.check("input[name=outside][value=yes]");
        noPageComplained();
        page.locator(".cp-step__act button").click();
        Chromium.shoot(page, "permission-stopped-fr");
        chromium.refused(page);
        page.locator("form[action='/drafts'] button").click();
        page.waitForURL("**/drafts/**");
        assertThat(page.locator("#holder")).hasValue("Fiscalía, unidad 4");
        page.fill("#neededFor", "Le parquet est compétent");
        assertThat(page.locator("#urgencyReason")).hasValue("Cf. " + reference);
        page.locator("#neededFor").press("Tab");
        Chromium.shoot(page, "permission-ask-fr");
        Chromium.press(page, "Control+Enter");
        page.waitForURL("**/cases/" + reference);

        var sent = ApiClient.JSON.readTree(new ApiClient(node)
                .released(Role.INVESTIGATOR, "permission", Documented.body(MessageType.CASE_ALERT))
                .body());
        var ours = MessageId.parse(sent.path("message").asString());
        var path = "/cases/" + sent.path("caseReference").asString() + "?message=";
        var request = node.arrives(
                new NodeId("MX"),
                Provided.asked(new Item("POLICE", "/phones"), new Item("IDENTITY", null)),
                Provided.about(reference, MessageType.USE_PERMISSION_REQUEST, ours, HandlingCode.H1));
        reads(page, "es");
        page.navigate(path + request);
        page.locator("button", new Page.LocatorOptions().setHasText("Responder"))
                .first()
                .click();
        page.waitForURL("**/drafts/**");
        page.check("input[name='verdict.0.decision'][value=GRANTED]");
        page.check("input[name='verdict.1.decision'][value=REFUSED]");
        page.selectOption("select[name='verdict.1.ground']", "PROTECTION_OF_PERSON");
        page.fill("#until", "2027-05-21");
        Chromium.shoot(page, "permission-decide-es");
        Chromium.press(page, "Control+Enter");
        page.waitForURL("**/cases/**");
        page.navigate(path + ours);
        assertThat(page.locator("#permissions")).containsText("Concedido");
        Chromium.shoot(page, "permission-case-es");
    }

    @Test
    void aCaseFileSaysWhatStaysBehindBeforeItIsTakenOut() {
        var reference = new CaseReference("MX-2026-0000F6");
        node.arrives(
                new NodeId("MX"),
                Provided.alert(),
                Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H1));
        var page = as(Role.INVESTIGATOR, "pt");
        page.navigate("/cases/" + reference);
        page.locator("a[href$='/export']").click();
        Chromium.shoot(page, "export-pt");
        page.check("input[name=purpose][value=COURT]");
        page.locator("main form button").click();
        assertThat(page.locator("#errors")).containsText("Nada deste caso pode sair");
        Chromium.shoot(page, "export-refused-pt");
        chromium.refused(page);
        page.check("input[name=purpose][value=WORK]");
        var file = page.waitForDownload(() -> page.locator("main form button").click());
        Assertions.assertThat(file.suggestedFilename()).isEqualTo(reference + ".pdf");
    }
}
