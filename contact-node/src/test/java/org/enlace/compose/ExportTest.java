package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.Provided.granted;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.enlace.console.Team;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionDecision.DecisionPart;
import org.enlace.message.UsePermissionDecision.Verdict;
import org.enlace.message.UsePermissionRequest;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A case file is taken out of the node: what may not leave stays behind and is named, and what leaves is known
/// afterwards.
class ExportTest {
    private static final NodeId MX = new NodeId("MX");
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static int cases;

    private CaseReference reference = new CaseReference("MX-2026-AAAAAA");

    @BeforeEach
    void anotherCase() {
        reference = new CaseReference("MX-2026-%06d".formatted(++cases));
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aFileHoldsWhatTheOfficerReadsAndIsAsItsPublishedSchemaSays() {
        var alert = alert(HandlingCode.H1);

        var file = data(Role.INVESTIGATOR, "WORK", false);

        assertThat(valid(file)).isEmpty();
        assertThat(file.at("/messages/0/id").asString()).isEqualTo(alert.toString());
        assertThat(file.at("/messages/0/content").propertyNames()).containsExactly("ALERT");
        assertThat(file.at("/messages/0/content/ALERT/what").asString())
                .isEqualTo(Provided.alert().alert().what());
        assertThat(file.path("leftOut")).isEmpty();
        assertThat(file.at("/exportedBy").asString()).startsWith("officer-");
        assertThat(file.toString()).doesNotContain("Ana Luc");
    }

    @Test
    void whatIsSaidAboutPersonsIsOpenedOnlyIfAskedForAndEachPartIsALineInTheLog() {
        var alert = alert(HandlingCode.H1);
        var before = shown(alert, "SHOW_POLICE");

        data(Role.INVESTIGATOR, "WORK", false);
        assertThat(shown(alert, "SHOW_POLICE")).isEqualTo(before);
        var file = data(Role.INVESTIGATOR, "WORK", true);

        assertThat(valid(file)).isEmpty();
        assertThat(file.at("/messages/0/content").propertyNames()).contains("ALERT", "POLICE");
        assertThat(file.at("/messages/0/closed/IDENTITY").asString())
                .as("names open once the case is accepted")
                .isEqualTo("NOT_YET");
        assertThat(shown(alert, "SHOW_POLICE")).isEqualTo(before + 1);
        assertThat(shown(alert, "EXPORT_WORK")).isEqualTo(2);
    }

    @Test
    void theSameOnPaperInTheLanguageOfTheOfficer() throws Exception {
        alert(HandlingCode.H1);

        var paper = send(Role.INVESTIGATOR, "application/pdf", "fr", "{\"purpose\":\"WORK\",\"persons\":true}");

        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + reference + ".pdf\"");
        try (var document = Loader.loadPDF(paper.body())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Dossier " + reference, "Non ouvert", "Ce qui s’est passé", "Mexique")
                    .contains(Provided.alert().alert().what());
        }
    }

    @Test
    void whatIsForTheProtectionOfTheVictimAloneNeverLeaves() {
        var sent = client.released(
                Role.CASE_WORKER,
                "export-" + UUID.randomUUID(),
                Documented.tree(MessageType.VICTIM_ASSISTANCE_REQUEST).toString());
        reference = new CaseReference(
                ApiClient.JSON.readTree(sent.body()).path("caseReference").asString());

        for (var purpose : List.of("WORK", "COURT")) {
            var refused = send(Role.CASE_WORKER, purpose, true);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertError(refused, "", "NOTHING_TO_EXPORT");
        }
        assertThat(node.browser(Role.CASE_WORKER)
                        .get("/cases/" + reference + "/export")
                        .body())
                .contains("Nothing would leave", "It is for the protection of the victim alone");
    }

    @ParameterizedTest
    @EnumSource(
            value = HandlingCode.class,
            names = {"H1", "H2", "H3"})
    void forACourtOnlyWhatItsProviderPermittedLeaves(HandlingCode code) {
        var alert = alert(code);
        assertError(send(Role.INVESTIGATOR, "COURT", false), "", "NOTHING_TO_EXPORT");
        assertThat(node.browser(Role.INVESTIGATOR)
                        .get("/cases/" + reference + "/export")
                        .body())
                .contains("Mexico has not permitted its use in court");

        var request = asks(alert);
        node.arrives(
                MX,
                granted("GRANTED", LocalDate.parse("2027-05-21")),
                Provided.about(reference, MessageType.USE_PERMISSION_DECISION, request, HandlingCode.H1));

        var file = data(Role.INVESTIGATOR, "COURT", false);
        assertThat(file.path("messages").valueStream().map(one -> one.path("id").asString()))
                .contains(alert.toString());
        assertThat(valid(file)).isEmpty();
    }

    @Test
    void ofAMessageThatWasGrantedInPartThoseFieldsLeaveAndAllTheRestIsBlank() throws Exception {
        var alert = alert(HandlingCode.H1);
        var request = asks(alert, items -> {
            items.addObject().put("part", "ALERT").put("field", "/alertKind");
            items.addObject().put("part", "POLICE").put("field", "/phones/0");
            items.addObject().put("part", "IDENTITY");
            items.addObject().put("part", "ALERT").put("field", "/nowhere");
        });
        node.arrives(
                MX,
                new UsePermissionDecision(new DecisionPart(
                        List.of(
                                new Verdict(1, "GRANTED", null, null),
                                new Verdict(2, "GRANTED_WITH_CONDITIONS", "Behind closed doors", null),
                                new Verdict(3, "REFUSED", null, "PROTECTION_OF_PERSON"),
                                new Verdict(4, "GRANTED", null, null)),
                        LocalDate.parse("2027-05-21"))),
                Provided.about(reference, MessageType.USE_PERMISSION_DECISION, request, HandlingCode.H1));
        assertThat(node.browser(Role.INVESTIGATOR)
                        .get("/cases/" + reference + "/export")
                        .body())
                .contains("1 more in part", "Only the fields that Mexico permitted leave");

        var closed = data(Role.INVESTIGATOR, "COURT", false);
        var file = data(Role.INVESTIGATOR, "COURT", true);

        assertThat(valid(file)).isEmpty();
        assertThat(file.at("/excerpts/0/id").asString()).isEqualTo(alert.toString());
        assertThat(file.at("/excerpts/0/fields/0/value").asString()).isEqualTo("SUSPECTED_MOVEMENT");
        assertThat(file.at("/excerpts/0/fields/1/value").asString()).isEqualTo("+502 5555 0100");
        assertThat(file.at("/excerpts/0/fields/1/conditions").asString()).isEqualTo("Behind closed doors");
        assertThat(file.at("/excerpts/0/fields/2/state").asString()).isEqualTo("NOT_THERE");
        assertThat(file.at("/excerpts/0/fields")).hasSize(3);
        assertThat(file.toString()).doesNotContain(Provided.alert().alert().what(), "Minibus heading", "P-123XYZ");
        assertThat(file.path("leftOut").toString()).contains(alert.toString(), "IN_PART");
        assertThat(closed.at("/excerpts/0/fields/1/state").asString()).isEqualTo("NOT_OPENED");
        assertThat(closed.toString()).doesNotContain("5555 0100");
        assertThat(shown(alert, "EXPORT_COURT")).isEqualTo(2);
        assertThat(shown(alert, "SHOW_IDENTITY")).isZero();

        var paper = send(Role.INVESTIGATOR, "application/pdf", "fr", "{\"purpose\":\"COURT\",\"persons\":true}");
        try (var document = Loader.loadPDF(paper.body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("En partie", "+502 5555 0100", "Behind closed doors", "21 mai 2027")
                    .doesNotContain(Provided.alert().alert().what());
        }
    }

    @Test
    void whatWasTakenBackStaysAndSoDoesWhatWasWrittenAboutIt() {
        var alert = alert(HandlingCode.H1);
        var second = alert(HandlingCode.H1);
        node.browser(Role.DUTY)
                .submit("/me", "/desk/items/" + item(alert) + "/note", "note", "Nota sobre la primera", "tell", "no");
        recalled(alert);

        var file = data(Role.INVESTIGATOR, "WORK", true);

        assertThat(file.path("messages")).hasSize(1);
        assertThat(file.at("/messages/0/id").asString()).isEqualTo(second.toString());
        assertThat(file.at("/leftOut/0/reason").asString()).isEqualTo("SEALED");
        assertThat(file.toString()).doesNotContain("Nota sobre la primera");
    }

    @Test
    void whoTookItOutIsInTheCaseAndNobodyAttestsThatItNeverLeft() {
        var alert = alert(HandlingCode.H1);
        data(Role.INVESTIGATOR, "WORK", false);

        assertThat(node.browser(Role.INVESTIGATOR).get("/cases/" + reference).body())
                .contains("Taken out of the system", "The own file of this contact point");
        assertThat(node.bean(CaseRecalls.class).exported(alert)).isTrue();
    }

    @Test
    void aConditionThatTheOfficerHasNotReadKeepsItsMessageBehind() {
        node.arrives(
                MX,
                Provided.alert(),
                Provided.demanding(
                        "Llame antes de actuar",
                        Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H3)));
        alert(HandlingCode.H1);

        var file = data(Role.INVESTIGATOR, "WORK", false);

        assertThat(file.path("messages")).hasSize(1);
        assertThat(file.at("/leftOut/0/reason").asString()).isEqualTo("CONDITION_UNREAD");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DUTY", "ANALYST", "AUDITOR", "OPERATOR"})
    void whoMayNotTakeFilesOutDoesNot(Role role) {
        alert(HandlingCode.H0);

        assertThat(send(role, "WORK", false).statusCode()).isEqualTo(403);
        assertThat(node.browser(role).get("/cases/" + reference + "/export").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCaseThatTheOfficerDoesNotSeeIsNotThere() {
        alert(HandlingCode.H0);

        assertThat(send(Role.CONSULAR, "WORK", false).statusCode()).isEqualTo(404);
        assertThat(node.browser(Role.CONSULAR)
                        .get("/cases/" + reference + "/export")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "work", "EVERYTHING"})
    void aPurposeThatIsNoneIsRefused(String purpose) {
        alert(HandlingCode.H0);
        assertThat(node.browser(Role.INVESTIGATOR)
                        .get("/cases/" + reference + "/export")
                        .body())
                .contains("cp-chip--mode", "Exercise");

        assertError(send(Role.INVESTIGATOR, purpose, false), "/purpose", "PURPOSE_UNKNOWN");
        var page = node.browser(Role.INVESTIGATOR)
                .submit("/me", "/cases/" + reference + "/export", "purpose", purpose, "form", "PDF");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Choose what it is for");
        var form = node.browser(Role.INVESTIGATOR)
                .submit("/me", "/cases/" + reference + "/export", "purpose", "WORK", "form", "XLS");
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("Choose PDF or JSON");
    }

    private MessageId alert(HandlingCode code) {
        return node.arrives(MX, Provided.alert(), Provided.about(reference, MessageType.CASE_ALERT, null, code));
    }

    private static void recalled(MessageId id) {
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            var recalls = node.bean(CaseRecalls.class);
            var message = recalls.hold(node.bean(CaseFiles.class).find(id).orElseThrow());
            var now = node.clock().instant();
            recalls.mark(message, new Recalled("SAFETY", now, now));
        });
    }

    private MessageId asks(MessageId alert) {
        return asks(alert, items -> items.addObject().put("part", "WHOLE"));
    }

    private static MessageId asks(MessageId alert, Consumer<ArrayNode> wanted) {
        var body = Documented.tree(MessageType.USE_PERMISSION_REQUEST);
        body.put("inReplyTo", alert.toString());
        var request = body.withObject("/content/request");
        wanted.accept(request.put("use", UsePermissionRequest.COURT).putArray("items"));
        request.put("court", "Juzgado B, 12/2026");
        var answer = client.released(Role.INVESTIGATOR, "asks-" + alert, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return MessageId.parse(
                ApiClient.JSON.readTree(answer.body()).path("message").asString());
    }

    private static Object item(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select id from desk_item where message_id = ?")
                .param(message.value())
                .query(UUID.class)
                .single();
    }

    private static int shown(MessageId message, String act) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from audit_entry where action = ? and object_id = ?")
                .params(act, message.toString())
                .query(Integer.class)
                .single();
    }

    private JsonNode data(Role role, String purpose, boolean persons) {
        var answer = send(role, purpose, persons);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(Role role, String purpose, boolean persons) {
        return node.program(role)
                .send(
                        "POST",
                        "/api/v1/cases/" + reference + "/export",
                        "application/json",
                        "{\"purpose\":\"%s\",\"persons\":%s}".formatted(purpose, persons));
    }

    private HttpResponse<byte[]> send(Role role, String accept, String language, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + node.port() + "/api/v1/cases/" + reference + "/export"))
                        .header("Authorization", Team.basic(role))
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static List<String> valid(JsonNode file) {
        var schema = node.program(Role.INVESTIGATOR).get("/api/v1/schemas/case-file");
        assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.body())
                .validate(file.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
