package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writing a message: by keyboard alone, saved while it is typed, and kept when another window was faster, the node is
/// busy or the sign-in runs out.
abstract class DraftsInBrowser extends InBrowser {
    /// So much the page sends at once.
    private static final int PIECE = 2 * 1024 * 1024;

    @Test
    void anAlertIsWrittenAndSentByKeyboardAlone() {
        var page = as(Role.INVESTIGATOR);
        page.navigate("/alerts");
        tabTo(page, "button[name=type][value=CASE_ALERT]");
        page.keyboard().press("Enter");
        page.waitForURL("**/drafts/**");
        Chromium.shoot(page, "compose-empty");
        written(page);
        Chromium.shoot(page, "compose-written");

        Chromium.press(page, "Control+Enter");

        page.waitForURL(CASE);
    }

    @Test
    void whatIsTypedIsSavedByItselfAndAnOlderWindowTakesNothingOfItAway() {
        var draft = ready();
        var page = opened(draft, "es");
        var older = opened(draft, "es");
        what(page, "Salió a pie hacia el puente");
        assertThat(page.locator("#side")).containsText("Salió a pie hacia el puente");

        what(older, "Dicho en la otra ventana");
        assertThat(older.locator("#saved")).containsText("se cambió en otra ventana");
        Chromium.press(older, "Control+s");

        assertThat(older.locator("#errors")).containsText("Lo que escribió aquí no está guardado");
        assertThat(older.locator("#what")).hasValue("Dicho en la otra ventana");
        assertThat(older.locator("#saved")).containsText("Sin guardar");
        Chromium.shoot(older, "compose-overtaken-es");
        chromium.forgetErrors();
        page.reload();
        assertThat(page.locator("#what")).hasValue("Salió a pie hacia el puente");
        // Its officer has compared, and says that it is to be this one.
        Chromium.press(older, "Control+s");
        assertThat(older.locator("#errors")).hasCount(0);
        page.reload();
        assertThat(page.locator("#what")).hasValue("Dicho en la otra ventana");
    }

    @Test
    void whatTheDatabaseHasNoTimeForIsOnThePageAndSentAgain() throws SQLException {
        var page = opened(ready(), "fr");
        page.fill("#what", "Vu au pont");
        try (var connection = node.bean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select seq from audit_head where id = 1 for update");
            Chromium.press(page, "Control+Enter");
            assertThat(page.locator("h1")).hasText("Ce nœud est occupé");
            connection.rollback();
            connection.setAutoCommit(true);
        }
        Chromium.shoot(page, "busy-fr");
        chromium.forgetErrors();

        page.click("main button");

        page.waitForURL(CASE);
        assertThat(page.locator("main")).containsText("Vu au pont");
    }

    @Test
    void whatIsNotSavedIsAskedAboutBeforeThePageIsLeft() {
        var page = opened(ready(), "en");
        page.route("**/side", route -> route.abort());
        what(page, "Only here so far");
        assertThat(page.locator("#saved")).containsText("Not saved at");
        var asked = new StringBuilder();
        page.onDialog(dialog -> {
            asked.append(dialog.type());
            dialog.dismiss();
        });

        page.evaluate("location.href = '/alerts'");

        page.waitForCondition(() -> asked.toString().equals("beforeunload"));
        assertThat(page.locator("#what")).hasValue("Only here so far");
        chromium.forgetErrors();
    }

    @Test
    void whatIsTypedSurvivesTheEndOfTheSignIn() {
        var page = opened(ready(), "en");
        node.bean(JdbcClient.class)
                .sql("update signed_in set ended_at = began_at")
                .update();
        chromium.allSignInAnew();
        page.fill("#callBack", "Duty desk");
        page.press("#callBack", "Tab");
        assertThat(page.locator("#signed-out")).isVisible();
        Chromium.shoot(page, "compose-signed-out");
        Chromium.press(page, "Control+Enter");
        assertThat(page.locator("#callBack")).hasValue("Duty desk");

        chromium.signIn(page.context(), Role.INVESTIGATOR).close();
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(page.locator("#signed-out")).isHidden();
        Chromium.press(page, "Control+Enter");

        page.waitForURL(CASE);
        chromium.forgetErrors();
    }

    @Test
    void filesAreAddedGoOnAfterThePageWasLeftAndTravelWithTheirMessage() {
        var draft = ready();
        var page = opened(draft, "es");
        var line = "Vio una furgoneta azul en la frontera.\n".getBytes(StandardCharsets.UTF_8);
        var statement = new FilePayload("declaración.txt", "text/plain", repeated(line, PIECE + 300_000));
        var sent = new AtomicInteger();
        page.route("**/files/*?offset=*", route -> {
            if (sent.incrementAndGet() > 1) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.setInputFiles("#file", statement);
        page.waitForCondition(() -> sent.get() > 1);
        page.reload();
        assertThat(page.locator("#file-list")).containsText("declaración.txt");
        assertThat(page.locator("#file-list")).containsText("elija de nuevo el mismo archivo");
        assertThat(page.locator("#side")).containsText("El adjunto 1 no ha llegado entero");
        Chromium.shoot(page, "compose-files-stopped-es");
        chromium.forgetErrors();
        page.unroute("**/files/*?offset=*");

        page.setInputFiles("#file", new FilePayload[] {
            statement, new FilePayload("mapa.pdf", "application/pdf", "<html><script>".getBytes(StandardCharsets.UTF_8))
        });

        assertThat(page.locator("#file-list li")).hasCount(2);
        assertThat(page.locator("#file-list")).containsText("este nodo no tiene analizador");
        assertThat(page.locator("#file-list")).containsText("Rechazado: por su contenido");
        assertThat(page.locator("#side")).containsText("El adjunto 2 no puede viajar");
        Chromium.shoot(page, "compose-files-es");
        page.locator("#file-list li button").last().click();
        assertThat(page.locator("#file-list li")).hasCount(1);
        Chromium.press(page, "Control+Enter");
        page.waitForURL(CASE);
        assertThat(page.locator("#files")).containsText("0 de 5 partes están en la red");
        Chromium.shoot(page, "case-files-es");

        reads(page, "fr");
        page.locator("#files a").click();
        assertThat(page.locator("#files")).containsText("declaración.txt");
        assertThat(page.locator("#files")).containsText("TXT · 2");
        Chromium.shoot(page, "files-fr");
        var file = page.waitForDownload(() -> page.locator("#files a[download]").click());
        Assertions.assertThat(file.suggestedFilename()).isEqualTo("declaración.txt");
        var supervisor = as(Role.SUPERVISOR, "pt");
        supervisor.navigate("/release/" + message(draft));
        assertThat(supervisor.locator("#files")).containsText("declaración.txt");
        Chromium.shoot(supervisor, "release-files-pt");
    }

    /// The address of an alert that lacks nothing, and that one person may send.
    private String ready() {
        return Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").path();
    }

    private Page opened(String draft, String language) {
        var page = as(Role.INVESTIGATOR, language);
        page.navigate(draft);
        return page;
    }

    private static void what(Page page, String text) {
        page.fill("#what", text);
        page.press("#what", "Tab");
    }

    private static byte[] repeated(byte[] line, int length) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) {
            bytes[i] = line[i % line.length];
        }
        return bytes;
    }

    /// Everything that an alert must have.
    private static void written(Page page) {
        choose(page, "#recipient");
        tabTo(page, "button[value=add-recipient]");
        page.keyboard().press("Enter");
        assertThat(page.locator("#recipients li")).hasCount(1);
        Chromium.awake(page);
        tabTo(page, "input[name=urgency]");
        // The first, immediate, leaves without a second person.
        page.keyboard().press("Space");
        type(page, "#urgencyReason", "The vehicle is expected before dawn");
        choose(page, "#alertKind");
        type(page, "#what", "A white minibus left the terminal");
        choose(page, "#askedAction");
        type(page, "#subject", "Minibus heading for the border");
        choose(page, "#source");
        choose(page, "#accuracy");
        assertThat(page.locator("#side")).containsText("Minibus heading for the border");
    }
}
