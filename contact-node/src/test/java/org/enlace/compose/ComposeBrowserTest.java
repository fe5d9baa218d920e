package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.console.Phone;
import org.enlace.console.SettableClock;
import org.enlace.console.SystemKeys;
import org.enlace.console.Team;
import org.enlace.directory.TopicSubject;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.UsePermissionRequest.Item;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writing a message in a real browser: by keyboard alone, saved while it is typed, and kept when the sign-in runs out.
class ComposeBrowserTest {
    private static final Pattern CASE = Pattern.compile(".*/cases/GT-2026-.*");

    private static DeskNode.Running node;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        node = DeskNode.start();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        node.close();
    }

    @AfterEach
    void everybodyReadsEnglishAgain() {
        node.bean(JdbcClient.class).sql("update officer set language = 'en'").update();
    }

    @AfterEach
    void noPageComplained() {
        Assertions.assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void anAlertIsWrittenAndSentByKeyboardAlone() {
        var page = begun();
        Chromium.shoot(page, "compose-empty");
        written(page);
        Chromium.shoot(page, "compose-written");

        page.keyboard().press("Control+Enter");

        page.waitForURL(CASE);
    }

    @Test
    void aQuestionOfAPartnerIsAnsweredFromThePageOfItsCase() {
        var reference = new CaseReference("MX-2026-0000B7");
        node.arrives(new NodeId("MX"), Asked.request(), Asked.about(reference, Handling.UNMARKED));
        var page = chromium.signedIn(node.port(), Role.INVESTIGATOR);
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

        page.keyboard().press("Control+Enter");

        page.waitForURL("**/cases/" + reference);
        page.navigate("/information");
        assertThat(page.locator("main")).containsText("So far: Interim answer, more follows");
        Chromium.shoot(page, "information-home");
    }

    @Test
    void aQuestionWhoseNationalAPersonIsIsAskedAndAnswered() {
        var page = chromium.signedIn(node.port(), Role.CONSULAR);
        page.click("button[name=language][value=fr]");
        page.navigate("/assistance");
        page.click("button[value=IDENTITY_VERIFICATION]");
        noPageComplained();
        page.click("#send");
        assertThat(page.locator("#errors")).containsText("Donnez au moins un nom ou un document");
        Chromium.shoot(page, "verification-ask-fr");
        chromium.refused(page);

        var reference = new CaseReference("MX-2026-0000B8");
        var question = node.arrives(
                new NodeId("MX"),
                Nationality.question(_ -> {}),
                Nationality.about(reference, MessageType.IDENTITY_VERIFICATION, Urgency.NORMAL, null));
        page.click("button[name=language][value=pt]");
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

        page.keyboard().press("Control+Enter");

        page.waitForURL("**/cases/" + reference);
        page.navigate("/cases/" + reference + "?message=" + question);
        assertThat(page.locator("main")).containsText("Não foi possível estabelecer, faltam dados");
        Chromium.shoot(page, "verification-answered-pt");
    }

    @Test
    void aPersonGetsACopyFromThePageOfTheCase() {
        var reference = new CaseReference("MX-2026-0000B9");
        node.arrives(
                new NodeId("MX"),
                Nationality.question(_ -> {}),
                Nationality.about(reference, MessageType.IDENTITY_VERIFICATION, Urgency.NORMAL, null));
        var page = chromium.signedIn(node.port(), Role.CASE_WORKER);
        page.click("button[name=language][value=es]");
        page.navigate("/cases/" + reference);
        page.click("#copy a");
        page.waitForURL("**/copy");
        noPageComplained();
        page.locator("main form button").click();
        assertThat(page.locator("#errors")).containsText("Diga quién recibe la copia");
        Chromium.shoot(page, "copy-form-es");
        chromium.refused(page);
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
    void whatWasSentIsCorrectedOnItsOwnForm() {
        var sent = ApiClient.JSON.readTree(new ApiClient(node)
                .released(Role.INVESTIGATOR, "corrected", Documented.body(MessageType.CASE_ALERT))
                .body());
        var reference = sent.path("caseReference").asString();
        var page = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        page.click("button[name=language][value=es]");
        page.navigate("/cases/" + reference);
        page.locator("form:has(input[name=corrects]) button").click();
        page.waitForURL("**/drafts/**");
        Chromium.shoot(page, "correct-form-es");
        page.check("input[name=correctionReason][value=HAS_CHANGED]");
        page.fill("#what", "Siguen a pie desde el puente");
        page.locator("#what").press("Tab");
        var draft = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("main")).containsText("Espera a una segunda persona");
        new ApiClient(node)
                .released(node.bean(JdbcClient.class)
                        .sql("select message_id from draft where id = ?")
                        .param(UUID.fromString(draft))
                        .query(UUID.class)
                        .single()
                        .toString());
        page.navigate("/cases/" + reference);
        assertThat(page.locator("#versions ins")).containsText("Siguen a pie desde el puente");
        Chromium.shoot(page, "corrected-es");
        page.click("button[name=language][value=fr]");
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
    void aCaseFileSaysWhatStaysBehindBeforeItIsTakenOut() {
        var reference = new CaseReference("MX-2026-0000F6");
        node.arrives(
                new NodeId("MX"),
                Provided.alert(),
                Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H1));
        var page = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        page.context().addCookies(List.of(new Cookie("language", "pt").setUrl("http://127.0.0.1:" + node.port())));
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

    @Test
    void whatAPartnerCorrectsIsMarkedUntilSomebodyHasReadIt() {
        var mexico = new NodeId("MX");
        var about = Provided.about(new CaseReference("MX-2026-0000E5"), MessageType.CASE_ALERT, null, HandlingCode.H1);
        var first = node.arrives(mexico, Provided.alert(), about);
        node.arrives(mexico, Provided.saying("They are on foot now"), Provided.correcting(first, about));
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.click("button[name=language][value=pt]");
        page.navigate("/cases/MX-2026-0000E5");
        Chromium.shoot(page, "corrected-by-partner-pt");
        page.locator("#versions form button").click();
        assertThat(page.locator("#versions")).containsText("Lida aqui por officer-");
        assertThat(page.locator("#versions form")).hasCount(0);
    }

    @Test
    void aPersonTakesBackWhatTheyAgreedToAtWhoeverHasThemNow() {
        var reference = new CaseReference("MX-2026-0000D4");
        var mexico = new NodeId("MX");
        var question = node.arrives(
                mexico,
                Nationality.question(_ -> {}),
                Nationality.about(reference, MessageType.IDENTITY_VERIFICATION, Urgency.NORMAL, null));
        var page = chromium.signedIn(node.port(), Role.CASE_WORKER);
        page.click("button[name=language][value=es]");
        page.navigate("/cases/" + reference);
        Chromium.shoot(page, "consent-offer-es");
        page.click("#consent a");
        page.waitForURL("**/consent-withdrawal");
        noPageComplained();
        page.locator("main form button").click();
        assertThat(page.locator("#errors")).containsText("Elija con qué ya no está de acuerdo la persona");
        Chromium.shoot(page, "consent-form-es");
        chromium.refused(page);
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
        page.click("button[name=language][value=fr]");
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

    @Test
    void aForwardThatIsStoppedAsksForPermissionOnTheSpotAndTheProviderDecides() {
        var reference = new CaseReference("MX-2026-0000C1");
        node.arrives(
                new NodeId("MX"),
                Provided.alert(),
                Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H2));
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.click("button[name=language][value=fr]");
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
        page.keyboard().press("Control+Enter");
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
        page.click("button[name=language][value=es]");
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
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/cases/**");
        page.navigate(path + ours);
        assertThat(page.locator("#permissions")).containsText("Concedido");
        Chromium.shoot(page, "permission-case-es");
    }

    @Test
    void whoSpeaksWithThePersonStandsBesideEachRecipient() {
        var page = chromium.signedIn(node.port(), Role.CONSULAR);
        reads(page, "es");
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
    void manyEntriesOfTheNavigationStandInOneRowInEachLanguage() {
        var page = chromium.signedIn(node.port(), Role.SUPERVISOR);
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
        var page = chromium.signedIn(node.port(), Role.ANALYST);
        page.click("button[name=language][value=es]");
        page.navigate("/cases/" + reference + "?message=" + report);
        page.locator("#sightings form button").click();
        page.waitForURL("**/drafts/**");
        page.check("input[name=finding][value=NOT_SEEN]");
        page.fill("#periodFrom", "2026-06");
        page.fill("#note", "Patrullas cada semana");
        page.selectOption("#source", "A");
        page.selectOption("#accuracy", "2");
        Chromium.shoot(page, "sighting-es");
        page.keyboard().press("Control+Enter");
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
        var owner = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        owner.click("button[name=language][value=fr]");
        owner.navigate("/cases/" + sent.path("caseReference").asString() + "?message=" + proposal);
        Chromium.shoot(owner, "proposal-fr");
        owner.locator("#accept button").click();
        owner.waitForURL("**/drafts/**");
        assertThat(owner.locator("#what")).hasValue("Grey minibus, heading for the border");
        Chromium.shoot(owner, "proposal-accept-fr");
        owner.keyboard().press("Control+Enter");
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
        // The language is the officer's, who writes in other tests too.
        owner.click("button[name=language][value=en]");
        page.click("button[name=language][value=en]");
    }

    @Test
    void aQuestionToAPartnerSaysInTheReadersLanguageWhatItLacks() {
        var page = chromium.signedIn(node.port(), Role.DUTY);
        page.click("button[name=language][value=es]");
        page.navigate("/information");
        page.click("form[action='/drafts'] button");
        page.click("button[value='add:question']");
        noPageComplained();
        page.click("#send");
        assertThat(page.locator("#errors")).containsText("Diga para qué se necesita la información");
        Chromium.shoot(page, "information-ask-es");
        chromium.refused(page);
    }

    @Test
    void whatIsTypedIsSavedByItselfAndSaysSo() {
        var page = begun();
        tabTo(page, "#what");
        page.keyboard().type("A white minibus left the terminal");
        page.keyboard().press("Tab");

        assertThat(page.locator("#side")).containsText("A white minibus left the terminal");

        page.reload();
        assertThat(page.locator("#what")).hasValue("A white minibus left the terminal");
    }

    @Test
    void whatIsNotSavedIsAskedAboutBeforeThePageIsLeft() {
        var page = begun();
        page.route("**/side", route -> route.abort());
        tabTo(page, "#what");
        page.keyboard().type("Only here so far");
        page.keyboard().press("Tab");
        assertThat(page.locator("#saved")).containsText("Not saved at");
        var asked = new StringBuilder();
        page.onDialog(dialog -> {
            asked.append(dialog.type());
            dialog.dismiss();
        });

        page.evaluate("location.href = '/alerts'");

        page.waitForCondition(() -> asked.toString().equals("beforeunload"));
        assertThat(page.locator("#what")).hasValue("Only here so far");
        page.context().close();
        chromium.forgetErrors();
    }

    @Test
    void whatIsTypedSurvivesTheEndOfTheSignIn() {
        var page = begun();
        written(page);
        node.bean(JdbcClient.class)
                .sql("update signed_in set ended_at = began_at")
                .update();
        tabTo(page, "#callBack");
        page.keyboard().type("Duty desk");
        page.keyboard().press("Tab");
        assertThat(page.locator("#signed-out")).isVisible();
        Chromium.shoot(page, "compose-signed-out");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#callBack")).hasValue("Duty desk");

        chromium.signIn(page.context(), Role.INVESTIGATOR).close();
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(page.locator("#signed-out")).isHidden();
        page.keyboard().press("Control+Enter");

        page.waitForURL(CASE);
        chromium.forgetErrors();
    }

    @Test
    void aSupervisorReturnsWhatIsDoubtfulAndLetsGoWhatWasPutRight() {
        var draft = Care.request(node.browser(Role.CONSULAR))
                .type("family", "Quintero Ejemplo")
                .type("retaliationRisk", "NOT_ASSESSED");
        draft.press("send");
        var consul = chromium.signedIn(node.port(), Role.CONSULAR);
        consul.navigate(draft.path());
        Chromium.shoot(consul, "release-waiting");
        var page = chromium.signedIn(node.port(), Role.SUPERVISOR);
        page.navigate("/release");
        Chromium.shoot(page, "release-list");
        // What owes a review stands before what waits.
        page.locator(".cp-subj").last().click();
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
        consul.keyboard().press("Control+Enter");
        assertThat(consul.locator("button[value=take-back]")).isVisible();

        page.click("button[name=language][value=fr]");
        page.navigate("/release");
        page.locator(".cp-subj").last().click();
        assertThat(page.locator("ins")).containsText("Moyen");
        Chromium.shoot(page, "release-again-fr");
        page.click("#release");
        page.waitForURL(CASE);
        page.navigate("/release");
        Chromium.shoot(page, "release-list-fr");
    }

    @Test
    void anOfficerIsLetInByTwoAndWhatWasTypedOutlivesTheQuestionWhoItIs() {
        var operator = chromium.signedIn(node.port(), Role.OPERATOR);
        operator.navigate("/officers");
        Chromium.shoot(operator, "officers");
        operator.fill("#username", "rosa");
        operator.fill("#displayName", "Rosa Elena Ejemplo Quintero");
        operator.check("input[name=roles][value=DUTY]");
        operator.check("input[name=roles][value=SUPERVISOR]");
        node.bean(SettableClock.class).forward(Duration.ofMinutes(11));
        operator.press("#email", "Enter");

        assertThat(operator.locator("h1")).hasText("Confirm that it is you");
        Chromium.shoot(operator, "officers-proof");
        operator.fill("#_proof", Team.PASSWORD);
        operator.press("#_proof", "Enter");

        assertThat(operator.locator("#set-up-code")).isVisible();
        Chromium.shoot(operator, "officers-code");
        var code = operator.locator("#set-up-code").innerText();
        var supervisor = chromium.signedIn(node.port(), Role.SUPERVISOR);
        supervisor.click("button[name=language][value=fr]");
        supervisor.navigate("/officers");
        Chromium.shoot(supervisor, "officers-waiting-fr");
        supervisor.locator("form[action$=agree] button").click();
        assertThat(supervisor.locator("form[action$=agree]")).hasCount(0);
        operator.click("button[name=language][value=es]");
        operator.navigate("/officers");
        operator.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rosa Elena Ejemplo Quintero"))
                .click();
        assertThat(operator.locator("#state")).hasText("Trabaja aquí");
        Chromium.shoot(operator, "officers-one-es");

        var rosa = operator.context().newPage();
        rosa.navigate("/set-up");
        rosa.fill("#username", "rosa");
        rosa.fill("#code", code);
        rosa.fill("#next", "herons stand in the shallow lake");
        Chromium.shoot(rosa, "set-up-es");
        rosa.press("#next", "Enter");
        rosa.waitForURL("**/operations");
    }

    @Test
    void aSystemIsRegisteredAndWhoAgreesSeesItsCertificate() {
        var operator = chromium.signedIn(node.port(), Role.OPERATOR);
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

        var supervisor = chromium.signedIn(node.port(), Role.SUPERVISOR);
        supervisor.click("button[name=language][value=fr]");
        supervisor.navigate("/officers");
        Chromium.shoot(supervisor, "systems-waiting-fr");
        supervisor.locator("form[action$=agree] button").click();
        operator.click("button[name=language][value=es]");
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
        var page = chromium.signedIn(node.port(), Role.AUDITOR);
        page.click("button[name=language][value=pt]");
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

    @Test
    void aCaseIsOpenedInAnEmergencyAndReviewedByTheKeyboard() {
        node.arrives(
                new NodeId("MX"), Asked.request(), Asked.about(new CaseReference("MX-2026-0000G7"), Handling.UNMARKED));
        var page = chromium.signedIn(node.port(), Role.CONSULAR);
        page.click("button[name=language][value=es]");
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

        var supervisor = chromium.signedIn(node.port(), Role.SUPERVISOR);
        supervisor.click("button[name=language][value=fr]");
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
    void filesAreAddedGoOnAfterThePageWasLeftAndTravelWithTheirMessage() {
        var page = begun();
        page.click("button[name=language][value=es]");
        var line = "Vio una furgoneta azul en la frontera.\n".getBytes(StandardCharsets.UTF_8);
        var statement = new FilePayload("declaración.txt", "text/plain", repeated(line, 5 * 1024 * 1024));
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
        written(page);
        page.waitForResponse("**/side", () -> {
            page.fill("#callBack", "Mesa 3");
            page.locator("#callBack").press("Tab");
        });
        page.keyboard().press("Control+Enter");
        page.waitForURL(CASE);
        assertThat(page.locator("#files")).containsText("0 de 10 partes están en la red");
        Chromium.shoot(page, "case-files-es");

        page.click("button[name=language][value=fr]");
        page.locator("#files a").click();
        assertThat(page.locator("#files")).containsText("declaración.txt");
        assertThat(page.locator("#files")).containsText("TXT · 5");
        Chromium.shoot(page, "files-fr");
        var file = page.waitForDownload(() -> page.locator("#files a[download]").click());
        Assertions.assertThat(file.suggestedFilename()).isEqualTo("declaración.txt");
        var supervisor = chromium.signedIn(node.port(), Role.SUPERVISOR);
        supervisor.click("button[name=language][value=pt]");
        supervisor.navigate("/release");
        supervisor.locator(".cp-subj").first().click();
        assertThat(supervisor.locator("#files")).containsText("declaración.txt");
        Chromium.shoot(supervisor, "release-files-pt");
        // The node remembers what an officer reads.
        supervisor.click("button[name=language][value=en]");
        page.click("button[name=language][value=en]");
    }

    @Test
    void aGroupIsFoundedChosenAndChosenAgainAfterItHasChanged() {
        var supervisor = chromium.signedIn(node.port(), Role.SUPERVISOR);
        reads(supervisor, "es");
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

        var page = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        reads(page, "fr");
        page.navigate("/alerts");
        page.click("button[name=type][value=CASE_ALERT]");
        page.waitForURL(Pattern.compile(".*/drafts/.*"));
        choose(page, "#groupChoice");
        tabTo(page, "button[value=choose-group]");
        page.keyboard().press("Enter");
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
        page.check("input[name=urgency][value=IMMEDIATE]");
        page.fill("#urgencyReason", "Le véhicule est attendu avant l’aube");
        page.selectOption("#alertKind", "SUSPECTED_MOVEMENT");
        page.fill("#what", "Un minibus blanc a quitté le terminal");
        choose(page, "#askedAction");
        page.fill("#subject", "Minibus vers la frontière");
        choose(page, "#source");
        choose(page, "#accuracy");
        page.waitForResponse("**/side", () -> page.locator("#accuracy").press("Tab"));
        page.keyboard().press("Control+Enter");
        page.waitForURL(CASE);
        assertThat(page.locator("#group")).containsText("Operación Usumacinta");
        assertThat(page.locator("#group li")).hasCount(3);
        Chromium.shoot(page, "case-group-fr");
    }

    private static void reads(Page page, String language) {
        page.context().addCookies(List.of(new Cookie("language", language).setUrl("http://127.0.0.1:" + node.port())));
    }

    private static byte[] repeated(byte[] line, int length) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) {
            bytes[i] = line[i % line.length];
        }
        return bytes;
    }

    private static Page begun() {
        var page = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        page.navigate("/alerts");
        tabTo(page, "button[name=type][value=CASE_ALERT]");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/drafts/.*"));
        return page;
    }

    /// Everything that an alert must have.
    private static void written(Page page) {
        choose(page, "#recipient");
        tabTo(page, "button[value=add-recipient]");
        page.keyboard().press("Enter");
        assertThat(page.locator("#recipients li")).hasCount(1);
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

    private static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().type(text);
    }

    /// The first choice after "not chosen".
    private static void choose(Page page, String field) {
        tabTo(page, field);
        page.keyboard().press("ArrowDown");
    }

    /// As a person without a mouse gets there.
    private static void tabTo(Page page, String target) {
        for (var pressed = 0; pressed < 600; pressed++) {
            if (Boolean.TRUE.equals(page.evaluate("target => document.activeElement?.matches(target)", target))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new IllegalStateException("The keyboard does not reach " + target);
    }
}
