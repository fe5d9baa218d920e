package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enlace.database.H2;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(OutputCaptureExtension.class)
class NoNameInClearTest {
    private static final String NAME = "Quetzalcanario";

    @Test
    void aNameIsNeitherInTheDatabaseNorInAnyLogNorInAnAddress(CapturedOutput logs) throws IOException {
        var folder = DeskNode.folder("clear");
        var files = DeskNode.folder("files");
        var database = H2.inFile(folder.resolve("node"), "DB_CLOSE_DELAY=0");
        try (var node = DeskNode.on(database, "logging.level.root=debug", "enlace.attachments.folder=" + files)) {
            var draft = Written.alert(node.browser(Role.INVESTIGATOR))
                    .type("name.0.family", NAME)
                    .type("vehicle.0.plate", NAME);
            draft.press("save");
            assertThat(draft.press("send").statusCode()).isEqualTo(422);
            assertThat(draft.to("MX")
                            .type("vehicle.0.mode", "BUS")
                            .press("send")
                            .statusCode())
                    .isEqualTo(303);
            Written.begun(node.browser(Role.DUTY), MessageType.CASE_ALERT)
                    .type("name.0.given", NAME)
                    .press("save");
            assertThat(send(node, "/content/identity/persons/0", "familyName", 202))
                    .as("waits for a second person")
                    .isZero();
            assertThat(send(node, "/content/alert", "askedAction", 422)).isZero();
            attaches(node);
            assertThat(node.count("outbox")).isEqualTo(2);
            assertThat(node.count("release_item")).isEqualTo(3);
        }

        assertThat(logs.getAll()).contains("org.enlace").doesNotContain(NAME);
        assertThat(found("officer", folder)).as("readable by this test").isTrue();
        assertThat(found(NAME, folder)).isFalse();
        assertThat(found(NAME, files)).isFalse();
    }

    /// A file that is called so, and says so, to its end and to the half.
    private static void attaches(DeskNode.Running node) {
        var program = node.program(Role.INVESTIGATOR);
        var set = ApiClient.JSON
                .readTree(program.send("POST", "/api/v1/file-sets", "application/json", "{}")
                        .body())
                .path("id")
                .asString();
        for (var more : new int[] {0, 80_000}) {
            var text = NAME.repeat(10_000);
            var file = ApiClient.JSON.readTree(program.send(
                            "POST",
                            "/api/v1/file-sets/" + set + "/files",
                            "application/json",
                            "{\"name\": \"" + NAME + ".txt\", \"length\": " + (text.length() + more) + "}")
                    .body());
            var path = "/api/v1/file-sets/" + set + "/files/" + file.path("id").asString() + "?offset=0";
            var sent = more == 0 ? text : text.substring(0, 65_536);
            assertThat(program.send("PUT", path, "application/octet-stream", sent)
                            .body())
                    .contains(more == 0 ? "READY" : "COMING")
                    .doesNotContain(NAME);
        }
        program.send(
                "DELETE",
                "/api/v1/file-sets/" + set + "/files/"
                        + ApiClient.JSON
                                .readTree(
                                        program.get("/api/v1/file-sets/" + set).body())
                                .at("/files/1/id")
                                .asString(),
                "application/json",
                "");
        var sent = new ApiClient(node)
                .send(
                        Role.INVESTIGATOR,
                        "files",
                        Documented.immediate(MessageType.CASE_ALERT)
                                .put("files", set)
                                .toString());
        var path = "/messages/"
                + ApiClient.JSON.readTree(sent.body()).path("message").asString() + "/files";
        assertThat(program.get("/api/v1" + path).body()).as(sent.body()).contains(NAME);
        assertThat(program.get("/api/v1" + path + "/1").body()).contains(NAME);
        var browser = node.browser(Role.INVESTIGATOR);
        assertThat(browser.get(path).body()).contains(NAME);
        assertThat(browser.get(path + "/1")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .contains(NAME);
    }

    /// @return how often the answer repeats the name
    private static int send(DeskNode.Running node, String where, String field, int expected) {
        var body = Documented.tree(MessageType.CASE_ALERT);
        ((ObjectNode) body.at(where)).put(field, NAME);
        var answer = node.program(Role.INVESTIGATOR)
                .always("Idempotency-Key", NAME + where + field.length())
                .send("POST", "/api/v1/messages", "application/json", body.toString());
        assertThat(answer.statusCode()).isEqualTo(expected);
        return answer.body().split(NAME, -1).length - 1;
    }

    private static boolean found(String text, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                var wide = new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE);
                if (bytes.contains(text) || wide.contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
