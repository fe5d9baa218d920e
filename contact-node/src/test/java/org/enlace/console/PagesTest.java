package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start();

    @AfterAll
    static void close() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Sign in, Contact point of Panama",
        "es, Iniciar sesión, Punto de contacto de Panamá",
        "pt, Entrar, Ponto de contato: Panamá",
        "fr, Se connecter, Point de contact\u00A0: Panama"
    })
    void theSignInSpeaksTheBrowsersLanguage(String language, String title, String node) {
        var page = console.browser()
                .always("Accept-Language", language + "-419,xx;q=0.5")
                .get("/sign-in")
                .body();

        assertThat(page).contains("<html class=\"govuk-template\" lang=\"" + language + "\"", title, node);
    }

    @Test
    void aLanguageThatTheConsoleDoesNotSpeakGivesWayToOneItDoes() {
        var page = console.browser()
                .always("Accept-Language", "de, fr;q=0.8, en;q=0.5")
                .get("/sign-in")
                .body();

        assertThat(page).contains("<html class=\"govuk-template\" lang=\"fr\"");
    }

    @Test
    void theNodeSaysWhichLanguagesThereAreAndTheFirstIsUsedWhereNobodyChose() {
        try (var console = ConsoleUnderTest.start("enlace.languages=pt,es")) {
            var page = console.browser().get("/sign-in").body();
            assertThat(page)
                    .contains("<html class=\"govuk-template\" lang=\"pt\"", "value=\"es\"")
                    .doesNotContain("value=\"fr\"");
            assertThat(console.browser()
                            .always("Accept-Language", "fr, es;q=0.5")
                            .get("/sign-in")
                            .body())
                    .contains("<html class=\"govuk-template\" lang=\"es\"");
        }
        assertThatThrownBy(() -> ConsoleUnderTest.start("enlace.languages=de"))
                .rootCause()
                .hasMessageContaining("enlace.languages may name");
    }

    @Test
    void aChoiceOfLanguageStaysOnTheMachineAndWithTheOfficer() {
        var browser = console.browser().signIn(Role.ANALYST);
        var answer = browser.submit("/me", "/look", "language", "pt", "theme", "night", "back", "/me");

        assertThat(answer.headers().firstValue("Location")).contains("/me");
        assertThat(browser.get("/me").body()).contains("lang=\"pt\"", "data-theme=\"night\"");
        assertThat(console.browser().signIn(Role.ANALYST).get("/me").body()).contains("lang=\"pt\"");
    }

    @Test
    void aChoiceLeadsBackToWhatThePageWasAskedAndNowhereElse() {
        var browser = console.browser().signIn(Role.ANALYST);
        var asked = "/me?message=0198c2f0&view=a%20b";

        assertThat(browser.get(asked).body()).contains("name=\"back\" value=\"/me?message=0198c2f0&amp;view=a%20b\"");
        for (var back : List.of(asked, "/me")) {
            assertThat(browser.submit("/me", "/look", "language", "es", "back", back)
                            .headers()
                            .firstValue("Location"))
                    .contains(back);
        }
        for (var elsewhere : List.of("//evil.example/?a=1", "https://evil.example/", "/\\evil.example", "me?a=1")) {
            assertThat(browser.submit("/me", "/look", "language", "en", "back", elsewhere)
                            .headers()
                            .firstValue("Location"))
                    .contains("/");
        }
        assertThat(console.browser()
                        .get("/sign-in?user=duty&back=/cases?view=mine")
                        .body())
                .contains("name=\"back\" value=\"/sign-in?back=%2Fcases%3Fview%3Dmine\"");
        assertThat(console.browser().get("/sign-in?back=//evil.example").body())
                .contains("name=\"back\" value=\"/sign-in\"");
    }

    @Test
    void strangeChoicesFallBackToWhatThereIs() {
        var browser = console.browser().cookie("language", "xx\"><b>").cookie("theme", "<b>");
        var page = browser.get("/sign-in").body();

        assertThat(page).contains("lang=\"en\"", "data-theme=\"auto\"").doesNotContain("<b>");
    }

    @Test
    void whatWasTypedIsShownAsTextWhateverItIs() {
        var typed = "\"><script>alert(1)</script>${7*7}#{7*7}@template";
        var page = console.browser().signIn(typed, "x").body();

        assertThat(page)
                .contains("value=\"&#34;>&lt;script>alert(1)&lt;/script>${7*7}#{7*7}@template\"")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theProfileNamesTheRoleInEveryLanguage(Role role) {
        var browser = console.browser().signIn(role);
        for (var language : new String[] {"en", "es", "pt", "fr"}) {
            browser.cookie("language", language);
            assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404, en, Not found", "/nothing, 404, es, No encontrado", "/probe/unseen, 404, pt, Não encontrado",
        "/probe/audit, 403, fr, Non autorisé", "/probe/fault, 500, es, Algo falló aquí",
                "/probe/fault, 500, pt, Algo deu errado aqui"
    })
    void errorsArePagesInTheReadersLanguage(String path, int status, String language, String title) {
        var answer =
                console.browser().signIn(Role.DUTY).cookie("language", language).get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>" + title + "</h1>").doesNotContain("RUIZ", "Exception");
    }

    @Test
    void whatIsNotThereAndWhatMayNotBeSeenReadTheSame() {
        var browser = console.browser().signIn(Role.DUTY);

        assertThat(same(browser.get("/probe/unseen").body()))
                .isEqualTo(same(browser.get("/nothing").body()));
    }

    @Test
    void theTrainingBannerIsOnEveryPageOfATrainingNodeAndOnNoOther() {
        assertThat(console.browser().get("/sign-in").body()).contains("People and cases shown are fictional");
        assertThat(console.browser().signIn(Role.DUTY).get("/me").body())
                .contains("People and cases shown are fictional");

        try (var real = ConsoleUnderTest.start("enlace.training=false")) {
            assertThat(real.browser().get("/sign-in").body()).doesNotContain("fictional");
        }
    }

    @Test
    void theStartPageIsTheOneOfTheRoleOrTheProfileWhereThereIsNone() {
        var answer = console.browser().signIn(Role.DUTY).get("/");

        assertThat(answer.headers().firstValue("Location")).contains("/me");
    }

    @Test
    void bothClocksAreOnThePage() {
        assertThat(console.browser().signIn(Role.DUTY).get("/me").body())
                .contains("data-clock=\"America/Panama\"", "data-clock=\"UTC\"");
    }

    private static String same(String page) {
        return page.replaceAll("(nonce|value)=\"[^\"]*\"", "");
    }
}
