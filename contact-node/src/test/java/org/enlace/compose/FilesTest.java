package org.enlace.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.compose.ApiClient.JSON;
import static org.enlace.compose.ApiClient.assertProblem;
import static org.enlace.compose.ApiClient.assertRule;
import static org.enlace.message.MessageType.CASE_ALERT;
import static org.enlace.message.MessageType.ROUTE_REPORT;
import static org.enlace.message.MessageType.VICTIM_ASSISTANCE_REQUEST;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.enlace.attachment.Attachments;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.message.Compartment;
import org.enlace.message.MalformedMessage;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Files on their way into a message, from pages and programs: they go on where the line broke, are checked, leave with
/// their message and with no other, and nobody opens one who does not open its message.
class FilesTest {
    private static final Path FOLDER = DeskNode.folder("files");
    private static final DeskNode.Running node = DeskNode.start("enlace.attachments.folder=" + FOLDER);
    private static final String SETS = "/api/v1/file-sets";
    private static final byte[] NOTE = "She saw a blue van at the border.\n".getBytes(UTF_8);
    private static final byte[] LONG =
            "A line of a long statement.\n".repeat(25_000).getBytes(UTF_8);
    private static final byte[] PROGRAM = "<!DOCTYPE html><script>alert(1)</script>".getBytes(UTF_8);

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aFileGoesOnWhereTheLineBrokeAndLeavesWithItsMessageAlone() throws IOException, MalformedMessage {
        var program = node.program(Role.INVESTIGATOR);
        var set = begun(program, "{}");
        var file = named(program, set, "plan.exe", LONG.length);
        assertThat(file.path("state").asString()).isEqualTo("COMING");
        var path = SETS + "/" + set.path("id").asString() + "/files/"
                + file.path("id").asString();

        breaksOff(path + "?offset=0", LONG, 300_000);
        await().until(() -> json(program.get(path)).path("received").asInt() == 262_144);

        assertProblem(put(program, path, 0, LONG), 409, "goes-on-elsewhere");
        assertThat(send(Role.INVESTIGATOR, alert(set)).statusCode()).isEqualTo(422);
        var rest = new byte[LONG.length - 262_144];
        System.arraycopy(LONG, 262_144, rest, 0, rest.length);
        var ready = json(put(program, path, 262_144, rest));
        assertThat(ready.path("state").asString()).isEqualTo("READY");
        assertThat(ready.path("kind").asString()).isEqualTo("text/plain");

        var sent = send(Role.INVESTIGATOR, alert(set));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(sent.body()).contains("FILE_NOT_SCANNED");
        var message = json(sent).path("message").asString();
        var parts = node.readBy(new NodeId("MX"), message).compartments();
        var bytes = Objects.requireNonNull(parts.get(Compartment.ATTACHMENTS));
        assertThat(Attachments.read(bytes).attachments()).hasSize(1);
        assertRule(send(Role.INVESTIGATOR, alert(set)), "/files", "FILES_UNKNOWN");
        assertThat(program.get(path).statusCode()).isEqualTo(404);

        var opened = download(program, message);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(new String(LONG, UTF_8));
        assertThat(header(opened, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"file.txt\"; filename*=UTF-8''plan.exe.txt");
        assertThat(header(opened, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(opened, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(opened, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(opened, "Cache-Control")).isEqualTo("no-store");
        assertThat(audited(message)).containsOnlyOnce("OPEN_FILE DONE INVESTIGATION");
        var export = exported(json(sent).path("caseReference").asString(), "application/json");
        assertThat(json(export).at("/messages/0/files").toString())
                .isEqualTo("[{\"number\":1,\"state\":\"LEAVING\",\"mediaType\":\"text/plain\",\"length\":" + LONG.length
                        + "}]");
        assertThat(export.body()).doesNotContain("plan.exe");
        assertThat(node.program(Role.CASE_WORKER)
                        .get("/api/v1/messages/" + message + "/files/1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.program(Role.ANALYST)
                        .get("/api/v1/messages/" + message + "/files")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatMayNotTravelIsRefusedWithWordsAndHoldsItsMessageBack() {
        var program = node.program(Role.INVESTIGATOR);
        var set = begun(program, "{}");
        var path = SETS + "/" + set.path("id").asString() + "/files";

        assertWrong(name(program, path, "film.mp4", 257L * 1024 * 1024), "/length", "LENGTH");
        assertWrong(name(program, path, "nothing.txt", 0), "/length", "LENGTH");
        assertWrong(name(program, path, "../../etc/passwd", 5), "/name", "NAME");
        assertWrong(name(program, path, "annexe\u202Egpj.exe", 5), "/name", "NAME");
        var file = json(name(program, path, "plan.pdf", PROGRAM.length));
        var place = path + "/" + file.path("id").asString();
        assertRule(send(Role.INVESTIGATOR, alert(set)), "/files", "FILE_NOT_READY");
        assertProblem(put(program, place, 0, LONG), 422, "file-not-taken");

        var refused = json(put(program, place, 0, PROGRAM));

        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("reason").asString()).isEqualTo("KIND");
        assertRule(send(Role.INVESTIGATOR, alert(set)), "/files", "FILE_REFUSED");
        assertThat(program.send("DELETE", place, "application/json", "").statusCode())
                .isEqualTo(204);
        assertThat(program.send("DELETE", place, "application/json", "").statusCode())
                .isEqualTo(404);
        for (var i = 0; i < 20; i++) {
            assertThat(name(program, path, "note " + i + ".txt", 5).statusCode())
                    .isEqualTo(201);
        }
        assertWrong(name(program, path, "more.txt", 5), "", "TOO_MANY");
        assertThat(program.send("DELETE", SETS + "/" + set.path("id").asString(), "application/json", "")
                        .statusCode())
                .isEqualTo(204);
        assertRule(send(Role.INVESTIGATOR, alert(set)), "/files", "FILES_UNKNOWN");
    }

    @Test
    void anotherOfficersFilesAndThoseOfAnotherMessageLookLikeNone() {
        var mine = node.program(Role.INVESTIGATOR);
        var other = node.program(Role.DUTY);
        var set = begun(mine, "{}");
        var file = named(mine, set, "a.txt", NOTE.length);
        var second = begun(mine, "{}");
        var foreign = begun(other, "{}");
        var id = "/files/" + file.path("id").asString();

        for (var wrong : List.of(
                SETS + "/" + second.path("id").asString() + id,
                SETS + "/" + foreign.path("id").asString() + id)) {
            for (var program : List.of(mine, other)) {
                assertThat(program.get(wrong).statusCode()).isEqualTo(404);
                assertThat(put(program, wrong, 0, NOTE).statusCode()).isEqualTo(404);
                assertThat(program.send("DELETE", wrong, "application/json", "").statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(put(other, SETS + "/" + set.path("id").asString() + id, 0, NOTE)
                        .statusCode())
                .isEqualTo(404);
        assertRule(send(Role.DUTY, alert(set)), "/files", "FILES_UNKNOWN");
        var elsewhere = json(send(Role.INVESTIGATOR, Documented.immediate(CASE_ALERT)))
                .path("caseReference")
                .asString();
        assertRule(
                send(Role.INVESTIGATOR, alert(set).put("caseReference", elsewhere)), "/files", "FILES_OF_ANOTHER_CASE");
        assertThat(begin(node.program(Role.ANALYST), "{\"caseReference\": \"" + elsewhere + "\"}")
                        .statusCode())
                .isEqualTo(404);

        var browser = node.browser(Role.DUTY);
        var draft = Written.alert(browser);
        var token = Browser.token(browser.get("/me").body());
        assertThat(browser.send(browser.request(draft.path() + id + "?offset=0")
                                .header("Content-Type", "application/octet-stream")
                                .header("X-Form-Token", token)
                                .PUT(BodyPublishers.ofByteArray(NOTE)))
                        .statusCode())
                .isEqualTo(404);
        var owner = node.browser(Role.INVESTIGATOR);
        assertThat(owner.get(draft.path() + "/files").statusCode()).isEqualTo(404);
        assertThat(owner.submit("/me", draft.path() + "/files/begin", "name", "x.txt", "length", "5")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormWithoutScriptsAddsFilesKeepsWhatWasTypedAndSaysWhatIsWrong() {
        var browser = node.browser(Role.INVESTIGATOR);
        var draft = Written.alert(browser).to("MX");
        var token = Browser.token(browser.get("/me").body());

        assertThat(form(browser, draft.path(), "x".repeat(64), "a.txt", NOTE).statusCode())
                .isEqualTo(403);
        assertThat(form(browser, draft.path(), null, "a.txt", NOTE).statusCode())
                .isEqualTo(403);
        assertThat(form(node.browser(Role.DUTY), draft.path(), token, "a.txt", NOTE)
                        .statusCode())
                .isEqualTo(404);
        assertThat(uploads(draft)).isZero();

        assertThat(form(browser, draft.path(), token, "C:\\docs\\declaración.txt", NOTE)
                        .statusCode())
                .isEqualTo(303);
        assertThat(form(browser, draft.path(), token, "plan.pdf", PROGRAM).statusCode())
                .isEqualTo(303);
        var empty = form(browser, draft.path(), token, "nothing.txt", new byte[0]);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("must not be empty", "href=\"#files\"");
        var page = draft.page().body();
        assertThat(Written.shown(page, "subject")).isEqualTo("typed beside it");
        assertThat(page)
                .contains("<bdi>declaración.txt</bdi>", "TXT · ", "this node has no scanner")
                .contains("Refused: by what it contains, it is none of the kinds that travel");

        var blocked = draft.press("send");
        assertThat(blocked.statusCode()).isEqualTo(422);
        assertThat(blocked.body()).contains("Attachment 2 may not travel.", "<a href=\"#files\">");
        var remove = page.split("remove-file:", -1)[2].substring(0, 36);
        assertThat(draft.press("remove-file:" + remove).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("#files"));

        assertThat(draft.press("send").statusCode()).isEqualTo(303);
        assertThat(uploads(draft)).isZero();
    }

    @Test
    void aDraftThatIsDeletedLeavesNothingOfItsFiles() throws IOException {
        var browser = node.browser(Role.INVESTIGATOR);
        var draft = Written.alert(browser);
        var token = Browser.token(browser.get("/me").body());
        var before = onDisk();
        form(browser, draft.path(), token, "a.txt", NOTE);
        assertThat(onDisk()).isGreaterThan(before);
        var message = message(draft);
        assertThat(keys(message)).isEqualTo(1);

        draft.press("delete");

        assertThat(node.bean(JdbcClient.class)
                        .sql("select count(*) from upload where message_id = ?")
                        .param(UUID.fromString(message))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(onDisk()).isEqualTo(before);
        assertThat(keys(message)).isZero();
    }

    @Test
    void whatNobodyScannedNeedsASecondPersonWhoSeesAndOpensIt() {
        var program = node.program(Role.ANALYST);
        var set = begun(program, "{}");
        uploaded(program, set, "ruta.txt", NOTE);

        var asked = send(
                Role.ANALYST,
                Documented.tree(ROUTE_REPORT).put("files", set.path("id").asString()));

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        var message = json(asked).path("message").asString();
        assertThat(program.get(SETS + "/" + set.path("id").asString()).statusCode())
                .as("nobody changes what waits")
                .isEqualTo(404);
        var supervisor = node.browser(Role.SUPERVISOR);
        assertThat(supervisor.get("/release/" + message).body())
                .contains("<bdi>ruta.txt</bdi>", "Nobody has scanned attachment 1", "Attachments");
        assertThat(supervisor.get("/release/" + message + "/files/1").body()).isEqualTo(new String(NOTE, UTF_8));
        assertThat(supervisor.get("/release/" + message + "/files/2").statusCode())
                .isEqualTo(404);
        assertThat(audited(message)).contains("SHOW_ATTACHMENTS DONE RELEASE", "OPEN_FILE DONE RELEASE");
        assertThat(download(program, message).statusCode())
                .as("it has not left")
                .isEqualTo(404);

        new ApiClient(node).released(message);

        assertThat(node.readBy(new NodeId("MX"), message).compartments()).containsKey(Compartment.ATTACHMENTS);
        assertThat(supervisor.get("/release/" + message + "/files/1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileOfAVictimsRequestOpensForWhomTheNameOpensAndNobodyExportsWhatMustStay() {
        var program = node.program(Role.CASE_WORKER);
        var set = begun(program, "{}");
        uploaded(program, set, "pasaporte.txt", NOTE);
        var body = Documented.tree(VICTIM_ASSISTANCE_REQUEST)
                .put("files", set.path("id").asString());
        body.set("handling", JSON.readTree("""
                {"code": "H1", "tlp": "AMBER+STRICT", "pap": "AMBER",
                 "caveats": ["VICTIM_PROTECTION_ONLY", "NO_ATTACHMENT_EXPORT"]}"""));
        var sent = send(Role.CASE_WORKER, body);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        var message = json(sent).path("message").asString();
        new ApiClient(node).released(message);

        assertThat(node.browser(Role.CONSULAR)
                        .get("/messages/" + message + "/files")
                        .body())
                .contains("<bdi>pasaporte.txt</bdi>", "must not be exported");
        assertThat(node.browser(Role.CONSULAR)
                        .get("/messages/" + message + "/files/1")
                        .body())
                .isEqualTo(new String(NOTE, UTF_8));
        assertProblem(download(node.program(Role.CONSULAR), message), 403, "no-export");
        for (var role : List.of(Role.DUTY, Role.SUPERVISOR)) {
            var list = node.browser(role).get("/messages/" + message + "/files").body();
            assertThat(list).contains("closed to your roles").doesNotContain("pasaporte");
            assertThat(node.browser(role)
                            .get("/messages/" + message + "/files/1")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(node.browser(Role.INVESTIGATOR)
                        .get("/messages/" + message + "/files")
                        .statusCode())
                .isEqualTo(404);
        assertThat(audited(message))
                .contains("SHOW_ATTACHMENTS DONE PROTECTION", "SHOW REFUSED null")
                .containsOnlyOnce("OPEN_FILE DONE PROTECTION");
        var copy = program.send(
                "POST",
                "/api/v1/messages/" + message + "/copies",
                "application/json",
                "{\"language\":\"en\",\"to\":\"INDIVIDUAL\",\"identityChecked\":true,\"safeToKeep\":true}");
        assertThat(copy.body())
                .contains("Attachments that went with it", "TXT · 34 byte")
                .doesNotContain("pasaporte");
    }

    @Test
    void aCorrectionBringsNoFilesAndThoseOfTheMessageStay() {
        var program = node.program(Role.INVESTIGATOR);
        var set = begun(program, "{}");
        uploaded(program, set, "a.txt", NOTE);
        var sent = json(send(Role.INVESTIGATOR, alert(set)));
        var message = sent.path("message").asString();
        var reference = sent.path("caseReference").asString();
        var correction = Documented.immediate(CASE_ALERT)
                .put("caseReference", reference)
                .put("corrects", message)
                .put("correctionReason", "HAS_CHANGED");
        var more = begun(program, "{\"caseReference\": \"" + reference + "\"}");
        uploaded(program, more, "b.txt", NOTE);

        assertRule(
                send(
                        Role.INVESTIGATOR,
                        correction.deepCopy().put("files", more.path("id").asString())),
                "/files",
                "FILES_STAY");
        var corrected = send(Role.INVESTIGATOR, correction);

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);
        assertThat(download(program, message).body()).isEqualTo(new String(NOTE, UTF_8));
        assertThat(node.bean(JdbcClient.class)
                        .sql("select count(*) from case_part where message_id = ? and compartment = 'ATTACHMENTS'")
                        .param(UUID.fromString(message))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var browser = node.browser(Role.INVESTIGATOR);
        assertThat(browser.get("/cases/" + reference).body())
                .contains("0 of 1 parts are on the network", "/messages/" + message + "/files");
        var newest = json(corrected).path("message").asString();
        var form = browser.submit("/me", "/drafts", "type", "CASE_ALERT", "corrects", newest);
        assertThat(browser.get(form.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("The file of this message stays with it.")
                .doesNotContain("type=\"file\"");
    }

    private static ObjectNode alert(JsonNode set) {
        return Documented.immediate(CASE_ALERT).put("files", set.path("id").asString());
    }

    private static JsonNode begun(Browser program, String body) {
        var answer = begin(program, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static HttpResponse<String> begin(Browser program, String body) {
        return program.send("POST", SETS, "application/json", body);
    }

    private static JsonNode named(Browser program, JsonNode set, String name, long length) {
        var answer = name(program, SETS + "/" + set.path("id").asString() + "/files", name, length);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static HttpResponse<String> name(Browser program, String path, String name, long length) {
        return program.send(
                "POST",
                path,
                "application/json",
                JSON.createObjectNode().put("name", name).put("length", length).toString());
    }

    private static void uploaded(Browser program, JsonNode set, String name, byte[] bytes) {
        var file = named(program, set, name, bytes.length);
        var path = SETS + "/" + set.path("id").asString() + "/files/"
                + file.path("id").asString();
        assertThat(json(put(program, path, 0, bytes)).path("state").asString()).isEqualTo("READY");
    }

    private static HttpResponse<String> put(Browser program, String path, long offset, byte[] bytes) {
        return program.send(program.request(path + "?offset=" + offset)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /// Says that all of it comes, and ends the line before.
    private static void breaksOff(String path, byte[] bytes, int after) throws IOException {
        var pair = Team.name(Role.INVESTIGATOR) + ":" + Team.PASSWORD;
        var head = "PUT " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + node.port() + "\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))
                + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(bytes, 0, after);
            socket.getOutputStream().flush();
        }
    }

    /// @param token null for a form without one
    private static HttpResponse<String> form(
            Browser browser, String draft, @Nullable String token, String name, byte[] bytes) {
        var body = new ByteArrayOutputStream();
        if (token != null) {
            body.writeBytes(part("form-data; name=\"_token\"", token.getBytes(UTF_8)));
        }
        body.writeBytes(part("form-data; name=\"subject\"", "typed beside it".getBytes(UTF_8)));
        body.writeBytes(part("form-data; name=\"file\"; filename=\"" + name + "\"", bytes));
        body.writeBytes("--limit--\r\n".getBytes(UTF_8));
        return browser.send(browser.request(draft + "/files")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String disposition, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(("--limit\r\nContent-Disposition: " + disposition + "\r\n\r\n").getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }

    private static HttpResponse<String> send(Role role, ObjectNode body) {
        return new ApiClient(node).send(role, UUID.randomUUID().toString(), body.toString());
    }

    private static HttpResponse<String> download(Browser program, String message) {
        return program.get("/api/v1/messages/" + message + "/files/1");
    }

    private static void assertWrong(HttpResponse<String> answer, String pointer, String code) {
        assertProblem(answer, 422, "file-not-taken");
        ApiClient.assertError(answer, pointer, code);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String message(Written draft) {
        return node.bean(JdbcClient.class)
                .sql("select message_id from draft where id = ?")
                .param(UUID.fromString(draft.path().substring("/drafts/".length())))
                .query(UUID.class)
                .single()
                .toString();
    }

    private static int uploads(Written draft) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from upload where message_id = ?")
                .param(UUID.fromString(message(draft)))
                .query(Integer.class)
                .single();
    }

    private static int keys(String message) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from storage_key where name = ?")
                .param(message)
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> exported(String reference, String accept) {
        var program = node.program(Role.INVESTIGATOR);
        return program.send(program.request("/api/v1/cases/" + reference + "/export")
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString("{\"purpose\":\"WORK\"}")));
    }

    private static List<String> audited(String message) {
        return node.bean(JdbcClient.class)
                .sql("select action, outcome, purpose from audit_entry where object_id = ? order by seq")
                .param(message)
                .query((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private static long onDisk() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
