package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.handling.Handling;
import org.enlace.message.CaseReference;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;

/// What a second person decides, before a message leaves and after somebody read in an emergency.
abstract class SupervisionInBrowser extends InBrowser {
    @Test
    void aSupervisorReturnsWhatIsDoubtfulAndLetsGoWhatWasPutRight() {
        var draft = Care.request(node.browser(Role.CONSULAR))
                .type("family", "Quintero Ejemplo")
                .type("retaliationRisk", "NOT_ASSESSED");
        draft.press("send");
        var consul = as(Role.CONSULAR);
        consul.navigate(draft.path());
        Chromium.shoot(consul, "release-waiting");
        var page = as(Role.SUPERVISOR);
        page.navigate("/release");
        Chromium.shoot(page, "release-list");
        var its = "a[href='/release/" + message(draft.path()) + "']";
        page.click(its);
        assertThat(page.locator(".cp-doubts")).containsText("Risk of retaliation");
        assertThat(page.locator("#readers")).containsText("Consular officer (after acceptance)");
        Chromium.shoot(page, "release-one");
        page.fill("#reason", "Please assess the risk of retaliation first");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Return to its writer"))
                .click();
        page.waitForURL("**/release");

        consul.navigate(draft.path());
        assertThat(consul.locator(".cp-returned")).containsText("Please assess the risk of retaliation first");
        Chromium.shoot(consul, "release-returned");
        consul.check("[name=retaliationRisk][value=MEDIUM]");
        Chromium.press(consul, "Control+Enter");
        assertThat(consul.locator("button[value=take-back]")).isVisible();

        reads(page, "fr");
        page.navigate("/release");
        page.click(its);
        assertThat(page.locator("ins")).containsText("Moyen");
        Chromium.shoot(page, "release-again-fr");
        page.click("#release");
        page.waitForURL(CASE);
        page.navigate("/release");
        Chromium.shoot(page, "release-list-fr");
    }

    @Test
    void aCaseIsOpenedInAnEmergencyAndReviewedByTheKeyboard() {
        node.arrives(
                new NodeId("MX"), Asked.request(), Asked.about(new CaseReference("MX-2026-0000G7"), Handling.UNMARKED));
        var page = as(Role.CONSULAR, "es");
        page.navigate("/break-glass?case=MX-2026-0000G7");
        page.press("#words", "Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#errors")).isVisible();
        Chromium.shoot(page, "glass-refused-es");
        chromium.refused(page);
        page.check("input[name=reason][value=CHILD]");
        page.fill("#words", "La niña fue vista en la terminal hace diez minutos");
        page.press("#words", "Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/cases/MX-2026-0000G7");
        Chromium.shoot(page, "glass-case-es");

        var supervisor = as(Role.SUPERVISOR, "fr");
        supervisor.navigate("/watch");
        assertThat(supervisor.locator(".cp-watched")).hasCount(1);
        Chromium.shoot(supervisor, "watch-fr");
        supervisor.locator("form[action$=agree] button").click();
        supervisor.locator("button[name=right][value=true]").click();
        assertThat(supervisor.locator("form[action$=review]")).hasCount(0);
        Chromium.shoot(supervisor, "watch-reviewed-fr");
        page.navigate("/reading");
        Chromium.shoot(page, "reading-es");
    }

    @Test
    void manyEntriesOfTheNavigationStandInOneRowInEachLanguage() {
        var page = as(Role.SUPERVISOR);
        for (var language : List.of("en", "fr", "pt", "es")) {
            reads(page, language);
            page.navigate("/release");
            Assertions.assertThat(
                            page.evaluate(
                                    "[...new Set([...document.querySelectorAll('.cp-nav li')].map(one => one.offsetTop))].length"))
                    .as(language)
                    .isEqualTo(1);
            Chromium.shoot(page, "navigation-" + language);
        }
    }
}
