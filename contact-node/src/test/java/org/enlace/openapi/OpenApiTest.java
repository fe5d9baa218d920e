package org.enlace.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.compose.Documented.body;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.enlace.client.AuditCalls;
import org.enlace.client.CaseCalls;
import org.enlace.client.DeskItem;
import org.enlace.client.FileSetCalls;
import org.enlace.client.NewMessage;
import org.enlace.client.NodeApi;
import org.enlace.client.ProblemAnswered;
import org.enlace.compose.DeskNode;
import org.enlace.compose.Documented;
import org.enlace.console.Team;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseAlert;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageType;
import org.enlace.message.StrictJson;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API is what the API is: each route, each field, each answer.
class OpenApiTest {
    private static final Path FILE = Path.of("src/main/resources/api/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final DeskNode.Running node = DeskNode.start();
    private static final ObjectNode document = document();

    @AfterAll
    static void close() {
        node.close();
    }

    /// `-Denlace.openapi=write` writes it again; what changed is then looked at like any other change.
    @Test
    void theDescriptionThatTheNodeServesIsThatOfItsRoutes() throws IOException {
        var now = JSON.writeValueAsString(document) + "\n";
        if ("write".equals(System.getProperty("enlace.openapi"))) {
            Files.writeString(FILE, now);
        }

        assertThat(Files.readString(FILE))
                .as("mvn -pl contact-node -am test -Dtest=OpenApiTest -Denlace.openapi=write writes it again")
                .isEqualTo(now);
        assertThat(JSON.readTree(node.program(Role.AUDITOR)
                                .get("/api/v1/openapi")
                                .body())
                        .path("openapi")
                        .asString())
                .isEqualTo("3.1.1");
    }

    @Test
    void anIndependentReaderUnderstandsAllOfIt() {
        var options = new ParseOptions();
        options.setResolve(true);

        var read = new OpenAPIV3Parser().readContents(document.toString(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSameSizeAs(document.path("paths"));
    }

    @Test
    void everyCallSaysWhatItDoesWhoMayAndHowItIsRefused() {
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    assertThat(operation.path("description").asString())
                            .as(method + " " + path)
                            .isNotBlank();
                    assertThat(operation.path("x-roles"))
                            .as(method + " " + path)
                            .isNotEmpty();
                    assertThat(operation.at("/responses/default/content").propertyNames())
                            .containsExactly("application/problem+json");
                }));
    }

    @Test
    void whatTheDocumentedMessagesSayIsAsTheDescriptionHasIt() {
        for (var type : MessageType.values()) {
            if (Documented.has(type)) {
                assertThat(flaws(reference("MessageBody"), body(type)))
                        .as(type.name())
                        .isEmpty();
            }
        }
        var wrong = Documented.tree(MessageType.CASE_ALERT);
        wrong.put("urgency", "SOON");
        assertThat(flaws(reference("MessageBody"), wrong.toString())).isNotEmpty();
    }

    @Test
    void whatTheNodeAnswersIsAsTheDescriptionHasIt() {
        var sent = JSON.readTree(node.program(Role.INVESTIGATOR)
                .send("POST", "/api/v1/releases/none/release", "application/json", "{}")
                .body());
        assertThat(flaws(reference("Problem"), sent.toString())).isEmpty();
        var asked = 0;
        for (var path : document.path("paths").propertyNames()) {
            var get = document.path("paths").path(path).path("get");
            if (get.isMissingNode() || path.contains("{")) {
                continue;
            }
            var role = Role.valueOf(get.at("/x-roles/0").asString());
            var answer = node.program(role).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            var schema = get.at("/responses/200/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                assertThat(flaws(schema, answer.body())).as(path).isEmpty();
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(8);
    }

    @Test
    void theTypedClientHasEveryCallAndFieldOfItAndNoOther() {
        var described = document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
        var calls = new ClientCalls(document);

        assertThat(ClientCalls.all().stream().map(ClientCalls::operation).distinct())
                .containsExactlyInAnyOrderElementsOf(described);
        assertThat(ClientCalls.all())
                .allSatisfy(method -> assertThat(calls.differences(method))
                        .as(method.toString())
                        .isEmpty());
    }

    @Test
    void withTheTypedClientAMessageGoesTheWholeWayAndWhatIsWrongIsTold() throws MalformedMessage {
        var writer = api(Role.INVESTIGATOR);
        var supervisor = api(Role.SUPERVISOR);
        var set = writer.fileSets().begin(new FileSetCalls.Begin(null)).id();
        var file = writer.fileSets().upload(set, "note.txt", "A note.".getBytes(StandardCharsets.UTF_8));
        assertThat(file.state()).isEqualTo("READY");
        assertThat(writer.fileSets().read(set).files()).hasSize(1);
        writer.fileSets().delete(set);

        var alert = NewMessage.read(body(MessageType.CASE_ALERT));
        var sent = writer.messages().send(alert);
        assertThat(sent.state()).isEqualTo("AWAITING_RELEASE");
        assertThatThrownBy(() -> writer.releases().release(sent.message()))
                .isInstanceOfSatisfying(ProblemAnswered.class, refused -> {
                    assertThat(refused.kind()).isEqualTo("forbidden");
                    assertThat(refused.status()).isEqualTo(403);
                });
        assertThat(supervisor.releases().waiting().items())
                .anyMatch(item -> item.message().equals(sent.message()));
        assertThat(supervisor.releases().read(sent.message(), true).content()).containsKey("IDENTITY");
        supervisor.releases().release(sent.message());
        assertThat(writer.releases().state(sent.message()).item().state()).isEqualTo("RELEASED");

        var read = writer.messages().read(sent.message(), true);
        assertThat(read.about().subject()).isEqualTo(alert.subject());
        assertThat(Objects.requireNonNull(read.content().get("ALERT"))
                        .path("what")
                        .asString())
                .isEqualTo(alert.content().at("/alert/what").asString());
        assertThat(writer.desk().all("waiting").map(DeskItem::message)).contains(sent.message());
        assertThat(writer.cases().read(sent.caseReference()).messages()).isNotEmpty();
        assertThat(writer.cases()
                        .export(sent.caseReference(), new CaseCalls.Purpose(false, "WORK"))
                        .messages())
                .hasSize(1);
        assertThat(api(Role.AUDITOR).audit().all().map(AuditCalls.Entry::number))
                .hasSizeGreaterThan(5)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        assertThat(api(Role.OPERATOR).operations().state().partners()).isNotEmpty();
        assertThat(api(Role.OPERATOR).officers().all().count()).isGreaterThanOrEqualTo(8);

        var content = StrictJson.readExactly(CaseAlert.class, StrictJson.write(alert.content()));
        var wrong = NewMessage.of(MessageType.CASE_ALERT, List.of(), Urgency.URGENT, "", content);
        assertThatThrownBy(() -> writer.messages().send(wrong))
                .isInstanceOfSatisfying(
                        ProblemAnswered.class,
                        refused -> assertThat(refused.codes()).contains("NO_RECIPIENT"));
    }

    private static NodeApi api(Role role) {
        var address = URI.create("http://127.0.0.1:" + node.port());
        return NodeApi.officer(address, HttpClient.newHttpClient(), Team.name(role), Team.PASSWORD);
    }

    private static JsonNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /// What is wrong with a value, by the schemas of the description.
    private static List<String> flaws(JsonNode schema, String value) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString())
                .validate(value, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static ObjectNode document() {
        try {
            var drafts = "org.enlace.node.drafts.";
            Map<String, Type> bodies = Map.of("messages-send", Class.forName(drafts + "MessageBody"));
            Map<Integer, Type> sent = new TreeMap<>(Map.of(
                    201, Class.forName(drafts + "MessagesApi$Accepted"),
                    202, Class.forName(drafts + "MessagesApi$Asked")));
            Map<String, Map<Integer, Type>> answers = Map.of(
                    "messages-send", sent,
                    "files-list",
                            Map.of(
                                    200,
                                    ResolvableType.forClassWithGenerics(
                                                    List.class,
                                                    Class.forName("org.enlace.node.files.FilesApi$FileAnswer"))
                                            .getType()),
                    "fileSets-begin", Map.of(201, Class.forName(drafts + "FileSetsApi$SetAnswer")),
                    "fileSets-name", Map.of(201, Class.forName(drafts + "FileSetsApi$FileAnswer")));
            return new OpenApi(bodies, answers)
                    .of(node.bean(RequestMappingHandlerMapping.class).getHandlerMethods());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
