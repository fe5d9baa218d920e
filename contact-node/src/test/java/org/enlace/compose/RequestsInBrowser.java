package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;

/// What contact points ask each other, and what is done for one person.
abstract class RequestsInBrowser extends InBrowser {
    @Test
    void aQuestionOfAPartnerIsAnsweredFromThePageOfItsCase() {
        var reference = new CaseReference("MX-2026-0000B7");
        node.arrives(new NodeId("MX"), Asked.request(), Asked.about(reference, Handling.UNMARKED));
        var page = as(Role.INVESTIGATOR);
        page.navigate("/cases/" + reference);
        Chromium.shoot(page, "information-request");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Answer").setExact(true))
                .click();
        page.waitForURL("**/drafts/**");
        page.check("input[name=kind][value=INTERIM]");
        page.fill("#found", "She has not left by air so far.");
        page.locator("#found").press("Tab");
        assertThat(page.locator("#side")).containsText("She has not left by air so far.");
        Chromium.shoot(page, "information-answer");

        Chromium.press(page, "Control+Enter");

        page.waitForURL("**/cases/" + reference);
        page.navigate("/information");
        assertThat(page.locator("main")).containsText("So far: Interim answer, more follows");
        Chromium.shoot(page, "information-home");
    }

    @Test
    void aQuestionWhoseNationalAPersonIsIsAskedAndAnswered() {
        var page = as(Role.CONSULAR, "fr");
        page.navigate("/assistance");
        page.click("button[value=IDENTITY_VERIFICATION]");
        isRefused(page, "#send", "Donnez au moins un nom ou un document", "verification-ask-fr");

        var reference = new CaseReference("MX-2026-0000B8");
        var question = node.arrives(
                new NodeId("MX"),
                Nationality.question(_ -> {}),
                Nationality.about(reference, MessageType.IDENTITY_VERIFICATION, Urgency.NORMAL, null));
        reads(page, "pt");
        page.navigate("/cases/" + reference);
        Chromium.shoot(page, "verification-case-pt");
        page.locator("button", new Page.LocatorOptions().setHasText("Responder"))
                .first()
                .click();
        page.waitForURL("**/drafts/**");
        page.check("input[name=result][value=NOT_ESTABLISHED]");
        page.fill("#needed", "O local de nascimento");
        page.locator("#needed").press("Tab");
        assertThat(page.locator("#side")).containsText("O local de nascimento");
        Chromium.shoot(page, "verification-answer-pt");

        Chromium.press(page, "Control+Enter");

        page.waitForURL("**/cases/" + reference);
        page.navigate("/cases/" + reference + "?message=" + question);
        assertThat(page.locator("main")).containsText("Não foi possível estabelecer, faltam dados");
        Chromium.shoot(page, "verification-answered-pt");
    }

    @Test
    void aQuestionToAPartnerSaysInTheReadersLanguageWhatItLacks() {
        var page = as(Role.DUTY, "es");
        page.navigate("/information");
        page.click("form[action='/drafts'] button");
        page.click("button[value='add:question']");
        isRefused(page, "#send", "Diga para qué se necesita la información", "information-ask-es");
    }

    @Test
    void whoSpeaksWithThePersonStandsBesideEachRecipient() {
        var page = as(Role.CONSULAR, "es");
        page.navigate("/assistance");
        page.click("button[value=VICTIM_ASSISTANCE_REQUEST]");
        page.waitForURL("**/drafts/**");
        page.check("input[name=interpreter][value=YES]");
        page.selectOption("#personLanguage", "fra");
        page.selectOption("#recipient", "SV");
        page.click("button[value=add-recipient]");
        assertThat(page.locator(".cp-picked")).containsText("No consta intérprete de Francés");
        assertThat(page.locator("#recipient option").nth(1)).containsText("Brasil: Intérprete de Francés");
        assertThat(page.locator("#side")).containsText("Lo tienen: Brasil, México.");
        page.selectOption("#recipient", "MX");
        page.click("button[value=add-recipient]");
        assertThat(page.locator(".cp-spoken").last()).containsText("Intérprete de Francés");
        Chromium.shoot(page, "compose-interpreter-es");
    }

    @Test
    void aPersonGetsACopyFromThePageOfTheCase() {
        var reference = new CaseReference("MX-2026-0000B9");
        node.arrives(
                new NodeId("MX"),
                Nationality.question(_ -> {}),
                Nationality.about(reference, MessageType.IDENTITY_VERIFICATION, Urgency.NORMAL, null));
        var page = as(Role.CASE_WORKER, "es");
        page.navigate("/cases/" + reference);
        page.click("#copy a");
        page.waitForURL("**/copy");
        isRefused(page, "main form button", "Diga quién recibe la copia", "copy-form-es");
        page.check("input[name=to][value=INDIVIDUAL]");
        page.check("input[name=checked]");
        page.check("input[name=safe]");

        var file = page.waitForDownload(() -> page.locator("main form button").click());

        Assertions.assertThat(file.suggestedFilename()).isEqualTo("copia.pdf");
        page.navigate("/cases/" + reference);
        assertThat(page.locator("main")).containsText("Copia entregada a la persona");
        Chromium.shoot(page, "copy-case-es");
    }

    @Test
    void aPersonTakesBackWhatTheyAgreedToAtWhoeverHasThemNow() {
        var reference = new CaseReference("MX-2026-0000D4");
        var mexico = new NodeId("MX");
        var question = node.arrives(
                mexico,
                Nationality.question(_ -> {}),
                Nationality.about(reference, MessageType.IDENTITY_VERIFICATION, Urgency.NORMAL, null));
        var page = as(Role.CASE_WORKER, "es");
        page.navigate("/cases/" + reference);
        Chromium.shoot(page, "consent-offer-es");
        page.click("#consent a");
        page.waitForURL("**/consent-withdrawal");
        isRefused(page, "main form button", "Elija con qué ya no está de acuerdo la persona", "consent-form-es");
        takesBack(page, "POLICE_USE");
        page.waitForURL("**/cases/" + reference + "?message=" + question);
        assertThat(page.locator("#consent")).containsText("Uso por la policía");
        Chromium.shoot(page, "consent-narrowed-es");
        page.click("#consent-2 a");
        takesBack(page, "ASSISTANCE");
        assertThat(page.locator(".cp-hband")).containsText("Asistencia");

        node.arrives(
                mexico,
                new ConsentWithdrawal(
                        question, List.of("ASSISTANCE"), LocalDate.parse("2026-11-21"), "tzh", true, "officer-MX7"),
                About.control(MessageType.CONSENT_WITHDRAWAL, null, question, "officer-MX7"));
        reads(page, "fr");
        page.navigate("/messages/" + question + "/attestation");
        Chromium.shoot(page, "consent-attest-fr");
        page.check("input[name=outcome][value=KEPT]");
        page.fill("#order", "114/2026");
        page.check("input[name=exported][value=NO]");
        page.check("input[name=passedOn][value=NO]");
        page.locator("main form button").click();
        assertThat(page.locator(".cp-hband")).containsText("114/2026");
        Chromium.shoot(page, "consent-kept-fr");
    }

    private static void takesBack(Page page, String purpose) {
        page.check("input[name=purposes][value=" + purpose + "]");
        page.fill("#on", "2026-11-21");
        page.selectOption("#language", "tzh");
        page.check("input[name=interpreter][value=YES]");
        page.locator("main form button").click();
    }
}
