package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.enlace.browser.Chromium;
import org.enlace.console.Phone;
import org.enlace.console.SettableClock;
import org.enlace.console.SystemKeys;
import org.enlace.console.Team;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How people and systems are let in.
abstract class OfficersInBrowser extends InBrowser {
    @Test
    void anOfficerIsLetInByTwoAndWhatWasTypedOutlivesTheQuestionWhoItIs() {
        var operator = as(Role.OPERATOR);
        operator.navigate("/officers");
        Chromium.shoot(operator, "officers");
        operator.fill("#username", "rosa");
        operator.fill("#displayName", "Rosa Elena Ejemplo Quintero");
        operator.check("input[name=roles][value=DUTY]");
        operator.check("input[name=roles][value=SUPERVISOR]");
        node.bean(SettableClock.class).forward(Duration.ofMinutes(11));
        // Nobody has proved who they are a moment ago any more.
        chromium.allSignInAnew();
        operator.press("#email", "Enter");

        assertThat(operator.locator("h1")).hasText("Confirm that it is you");
        Chromium.shoot(operator, "officers-proof");
        operator.fill("#_proof", Team.PASSWORD);
        operator.press("#_proof", "Enter");

        assertThat(operator.locator("#set-up-code")).isVisible();
        Chromium.shoot(operator, "officers-code");
        var code = operator.locator("#set-up-code").innerText();
        var supervisor = as(Role.SUPERVISOR, "fr");
        supervisor.navigate("/officers");
        Chromium.shoot(supervisor, "officers-waiting-fr");
        supervisor.locator("form[action$=agree] button").click();
        assertThat(supervisor.locator("form[action$=agree]")).hasCount(0);
        reads(operator, "es");
        operator.navigate("/officers");
        operator.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rosa Elena Ejemplo Quintero"))
                .click();
        assertThat(operator.locator("#state")).hasText("Trabaja aquí");
        Chromium.shoot(operator, "officers-one-es");

        var rosa = chromium.stranger(node.port());
        reads(rosa, "es");
        rosa.navigate("/set-up");
        rosa.fill("#username", "rosa");
        rosa.fill("#code", code);
        rosa.fill("#next", "herons stand in the shallow lake");
        Chromium.shoot(rosa, "set-up-es");
        rosa.press("#next", "Enter");
        rosa.waitForURL("**/sign-in**");
    }

    @Test
    void aSystemIsRegisteredAndWhoAgreesSeesItsCertificate() {
        var operator = as(Role.OPERATOR);
        operator.navigate("/systems");
        operator.fill("#name", "Sistema nacional de casos");
        operator.fill("#sources", "cases.example");
        operator.locator("form[action='/systems'] button").click();
        assertThat(operator.locator("#errors li")).hasCount(6);
        chromium.refused(operator);
        Chromium.shoot(operator, "systems-wrong");
        operator.fill("#contact", "Mesa técnica, extensión 7");
        operator.fill("#purpose", "Case exchange with the prosecution service");
        operator.check("input[name=roles][value=INVESTIGATOR]");
        operator.fill("#sources", "10.20.0.0/16 10.21.7.4");
        var now = node.bean(SettableClock.class).instant();
        operator.fill("#lastDay", now.plus(Duration.ofDays(300)).toString().substring(0, 10));
        operator.fill("#certificate", SystemKeys.at(now).pem());
        operator.locator("form[action='/systems'] button").click();
        assertThat(operator.locator("#waits")).isVisible();
        Chromium.shoot(operator, "systems-one");

        var supervisor = as(Role.SUPERVISOR, "fr");
        supervisor.navigate("/officers");
        Chromium.shoot(supervisor, "systems-waiting-fr");
        supervisor.locator("form[action$=agree] button").click();
        reads(operator, "es");
        operator.navigate("/systems");
        Chromium.shoot(operator, "systems-es");
        operator.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sistema nacional de casos"))
                .click();
        assertThat(operator.locator("#state")).hasText("Puede llamar");
        Chromium.shoot(operator, "systems-one-es");
        operator.locator("form[action$=lock] button").click();
        assertThat(operator.locator("#state")).hasText("Bloqueado");
    }

    @Test
    void aTelephoneTakesTheSecretAndItsCodeIsAskedForAtTheDoor() {
        var page = as(Role.AUDITOR, "pt");
        page.navigate("/me");
        Chromium.shoot(page, "me-pt");
        page.navigate("/me/second-factor");
        Chromium.shoot(page, "second-factor-pt");
        page.locator("form[action$=begin] button").click();
        page.locator("details summary").click();
        Chromium.shoot(page, "second-factor-enrol-pt");
        var phone = Phone.scans(page.content(), node.bean(SettableClock.class));
        page.fill("#code", phone.code());
        page.press("#code", "Enter");
        assertThat(page.locator(".cp-codes li")).hasCount(10);
        Chromium.shoot(page, "recovery-codes-pt");
        page.locator("main a.govuk-button").click();
        page.navigate("/me/second-factor");
        Chromium.shoot(page, "second-factor-on-pt");

        var door = page.context().browser().newContext().newPage();
        door.navigate("http://127.0.0.1:" + node.port() + "/sign-in");
        Chromium.shoot(door, "sign-in");
        door.fill("#username", "auditor");
        door.fill("#password", Team.PASSWORD);
        door.fill("#code", phone.code(1));
        door.press("#code", "Enter");
        door.waitForURL("**/audit");
        for (var table : List.of("officer_recovery", "officer_factor")) {
            node.bean(JdbcClient.class).sql("delete from " + table).update();
        }
    }
}
