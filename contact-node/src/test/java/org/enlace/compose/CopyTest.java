package org.enlace.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.ApiClient.assertProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.enlace.console.Browser;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A person asks what was shared about them, and gets it on paper: all of it is named, and what could harm them or
/// others is not printed.
class CopyTest {
    private static final NodeId MX = new NodeId("MX");
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PDF = "application/pdf";
    /// Where the person is and goes, who waits there, what officers wrote, and who they are.
    private static final List<String> UNSAFE = List.of(
            "Casa de Acogida Ejemplo",
            "GTGUA",
            "MXTAP",
            "baker",
            "shelter closes",
            "one child",
            "Safe house",
            "Alojamiento seguro",
            "Ana Lucía",
            "officer-");
    /// What the paper of a person does not tell whoever finds it.
    private static final List<String> TELLING =
            List.of("traffick", "trata", "tráfico", "traite", "exploit", "explot", "víctima", "vítima", "victim");

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void theCopySaysWhatWasSharedWithWhomWhenAndWhy() {
        var shared = data(referral(_ -> {}), "en").at("/messages/0");

        assertThat(shared.path("kind").asString()).isEqualTo("Your care is shared or handed on");
        assertThat(shared.path("from").asString()).isEqualTo("Guatemala");
        assertThat(shared.path("why").toString()).contains("To protect and help you");
        assertThat(shared.at("/holders/0/name").asString()).startsWith("Mexico");
        assertThat(shared.at("/holders/0/what/0").asString()).isEqualTo("On its way");
        assertThat(said(shared, "Name")).contains("EJEMPLO EJEMPLO, Persona");
        assertThat(said(shared, "Born")).contains("2003-05");
        assertThat(said(shared, "Who depends on you")).contains("Child");
        assertThat(said(shared, "What you agreed to")).contains("Assistance: Yes", "Use by police: No");
        assertThat(said(shared, "What was asked for you")).contains("Work and income");
    }

    @Test
    void everythingThatWasSharedIsNamedEvenIfItIsNotPrinted() {
        var copy = data(referral(_ -> {}), "en");

        var what = copy.at("/messages/0/what");
        assertThat(what.valueStream()
                        .filter(line -> !line.path("omitted").isNull())
                        .map(line -> line.path("label").asString()))
                .contains(
                        "Situation",
                        "Journey",
                        "Who receives you",
                        "What you want to reach",
                        "Legal proceedings",
                        "Immediate danger",
                        "From whom",
                        "Risk of retaliation",
                        "Risk from testimony",
                        "Risk on return",
                        "Safe way of contact",
                        "Claim to protection still open",
                        "Why it is urgent",
                        "Subject line",
                        "Legal basis",
                        "What was asked for you",
                        "How your situation was judged");
        assertThat(what.valueStream())
                .allSatisfy(line -> assertThat(line.path("omitted").isNull())
                        .as(line.path("label").asString())
                        .isEqualTo(!line.path("values").isEmpty()));
        assertThat(copy.path("omissions").toString()).contains("SAFETY", "OTHERS", "WORDS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "fr"})
    void thePaperTellsNothingToWhoeverFindsIt(String language) throws IOException {
        var pdf = pdf(Role.CASE_WORKER, referral(_ -> {}), language);
        // For people to look at.
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("copy-" + language + ".pdf"), pdf);

        var text = text(pdf);

        assertThat(text).contains("EJEMPLO EJEMPLO", "1 / ").doesNotContain(UNSAFE);
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(TELLING);
    }

    @Test
    void thePaperCanBeReadAloudAndKept() throws IOException {
        try (var document = Loader.loadPDF(pdf(Role.CONSULAR, referral(_ -> {}), "es"))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("es");
            assertThat(new String(catalog.getMetadata().toByteArray(), UTF_8))
                    .contains("<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Su información");
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            for (var page : document.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void allMessagesAboutThePersonAreInItAndNoneAboutAnother() {
        var reference = CaseReference.next(DeskNode.GT, 2026, new SecureRandom());
        var first = referral(body -> body.put("caseReference", reference.value()));
        referral(body -> body.put("caseReference", reference.value()));
        referral(body -> {
            body.put("caseReference", reference.value());
            ((ObjectNode) body.at("/content/protection/person")).put("personRef", "p-another");
            ((ObjectNode) body.at("/content/identity/identity")).put("familyName", "Otra");
        });

        var copy = data(first, "en");

        assertThat(copy.path("messages").size()).isEqualTo(2);
        assertThat(copy.toString()).doesNotContain("OTRA");
    }

    @Test
    void whatAPartnerSentIsInItAsFarAsItIsOpenHere() {
        var message = node.arrives(
                MX,
                Nationality.question(_ -> {}),
                Nationality.about(
                        new CaseReference("MX-2026-AAAAAB"), MessageType.IDENTITY_VERIFICATION, Urgency.NORMAL, null));

        var shared = data(message.toString(), "en").at("/messages/0");

        assertThat(shared.path("from").asString()).isEqualTo("Mexico");
        assertThat(shared.at("/holders/0/name").asString()).startsWith("Guatemala");
        assertThat(shared.path("what")
                        .valueStream()
                        .filter(line -> line.path("omitted").asString("").equals("CLOSED"))
                        .map(line -> line.path("label").asString()))
                .containsExactly("Name, documents, address");
    }

    @ParameterizedTest
    @CsvSource({
        "INDIVIDUAL,true,true,de,/language,LANGUAGE_UNKNOWN",
        "SOMEBODY,true,true,es,/to,RECEIVER_UNKNOWN",
        "INDIVIDUAL,false,true,es,/identityChecked,NOT_CHECKED",
        "INDIVIDUAL,true,false,es,/safeToKeep,NOT_SAFE"
    })
    void nothingIsOpenedBeforeTheOfficerHasLookedWhoStandsThere(
            String to, boolean checked, boolean safe, String language, String pointer, String code) {
        var message = referral(_ -> {});
        var before = openings(message);

        var answer =
                post(node.program(Role.CASE_WORKER), message, "application/json", asked(language, to, checked, safe));

        assertProblem(answer, 422, "refused");
        assertError(answer, pointer, code);
        assertThat(openings(message)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0,400,not-readable", "9000,422,refused", "300000,413,too-large"})
    void whatIsEmptyOrHugeIsRefusedAndOpensNothing(int letters, int status, String problem) {
        var message = referral(_ -> {});
        var before = openings(message);
        var body = letters == 0 ? "{}" : asked("e".repeat(letters), "INDIVIDUAL", true, true);

        var answer = post(node.program(Role.CASE_WORKER), message, "application/json", body);

        assertProblem(answer, status, problem);
        assertThat(openings(message)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONSULAR", "CASE_WORKER"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseMakesCopies(Role role) {
        var message = referral(_ -> {});

        var answer = post(node.program(role), message, "application/json", asked("es", "INDIVIDUAL", true, true));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(node.browser(role).get("/messages/" + message + "/copy").statusCode())
                .isEqualTo(403);
        assertThat(node.browser(role).get("/cases/" + reference(message)).body())
                .doesNotContain("/copy\"");
    }

    @Test
    void thereIsNoCopyOfWhatIsAboutNoPerson() {
        var alert = sent(Role.DUTY, MessageType.CASE_ALERT, _ -> {});

        assertThat(post(node.program(Role.CASE_WORKER), alert, PDF, asked("es", "INDIVIDUAL", true, true))
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.browser(Role.CASE_WORKER)
                        .get("/messages/" + alert + "/copy")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thatItWasHandedOutStandsInTheCaseAndInTheLog() {
        var message = referral(_ -> {});
        var worker = node.browser(Role.CASE_WORKER);
        var form = worker.get("/messages/" + message + "/copy");
        assertThat(form.body())
                .contains("The person’s languages: Tzeltal", "choose a language that an interpreter can read aloud");
        var fields =
                Map.of("language", "es", "to", "GUARDIAN", "checked", "true", "_token", Browser.token(form.body()));

        var refused = worker.post("/messages/" + message + "/copy", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#safe\"", "value=\"GUARDIAN\" checked");

        var made = new TreeMap<>(fields);
        made.put("safe", "true");
        var pdf = worker.post("/messages/" + message + "/copy", made);

        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"copy.pdf\"");
        assertThat(pdf.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(node.browser(Role.SUPERVISOR)
                        .get("/cases/" + reference(message))
                        .body())
                .contains("Copy handed to the person", "Taken by: Guardian");
        assertThat(openings(message)).contains("COPY_FOR_PERSON", "SHOW_IDENTITY", "SHOW_PROTECTION");
    }

    private static List<String> openings(String message) {
        return node.bean(JdbcClient.class)
                .sql("select action from audit_entry where object_id = ? order by seq")
                .param(message)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static String reference(String message) {
        return node.bean(JdbcClient.class)
                .sql("select reference from case_message where id = ?")
                .param(UUID.fromString(message))
                .query(String.class)
                .single();
    }

    @Test
    void whatWasSaidBeforeItWasCorrectedIsNamedWithItsDayAndReason() {
        var first = referral(_ -> {});
        referral(body -> body.put("corrects", first).put("correctionReason", "PERSON_ASKED"));

        var shared = data(first, "es").at("/messages/0");

        assertThat(said(shared, "Lo que se dijo antes y se corrigió"))
                .contains("22 nov 2026", "Por qué se corrigió: La persona lo pidió");
    }

    /// Sent at once, because it is urgent to the last.
    private static String referral(Consumer<ObjectNode> change) {
        return sent(Role.CASE_WORKER, MessageType.VICTIM_REFERRAL, change);
    }

    private static String sent(Role role, MessageType type, Consumer<ObjectNode> change) {
        var body = Documented.tree(type);
        body.put("urgency", "IMMEDIATE").put("urgencyReason", "The shelter closes");
        change.accept(body);
        var answer = client.released(role, UUID.randomUUID().toString(), body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        return ApiClient.JSON.readTree(answer.body()).path("message").asString();
    }

    private static JsonNode data(String message, String language) {
        var program = node.program(Role.CASE_WORKER).always("Accept-Language", language);
        var answer = post(program, message, "application/json", asked(language, "INDIVIDUAL", true, true));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.JSON.readTree(answer.body());
    }

    private static byte[] pdf(Role role, String message, String language) {
        var request = request(node.program(role), message, PDF, asked(language, "INDIVIDUAL", true, true));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(PDF);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /// What is printed under a label, or nothing.
    private static String said(JsonNode shared, String label) {
        return shared.path("what")
                .valueStream()
                .filter(line -> line.path("label").asString().equals(label))
                .map(line -> line.path("values").toString())
                .findFirst()
                .orElse("");
    }

    private static String asked(String language, String to, boolean checked, boolean safe) {
        return "{\"language\":\"%s\",\"to\":\"%s\",\"identityChecked\":%s,\"safeToKeep\":%s}"
                .formatted(language, to, checked, safe);
    }

    private static HttpResponse<String> post(Browser program, String message, String accept, String body) {
        return program.send(request(program, message, accept, body));
    }

    private static HttpRequest.Builder request(Browser program, String message, String accept, String body) {
        return program.request("/api/v1/messages/" + message + "/copies")
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body));
    }
}
