package org.enlace.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the client does by itself, against a node that breaks off.
class NodeApiTest {
    private final HttpServer server = server();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aKeyIsKeptWhileACallIsRepeatedAndIsNewForTheNext() {
        var api = api(2, 200, """
                {"id": "i", "caseRef": "GT-2026-7K4M2Q", "message": "m", "partner": "MX", "side": "RECEIVED",
                 "state": "ACKNOWLEDGED", "type": "CASE_ALERT", "urgency": "URGENT", "urgencyHere": "URGENT", "mode": "ACTUAL", "overdue": false,
                 "childInvolved": false, "answers": []}""");

        assertThat(api.desk()
                        .note("i", new DeskCalls.Note("Called back", false))
                        .state())
                .isEqualTo("ACKNOWLEDGED");
        api.desk().note("i", new DeskCalls.Note("Called back", false));

        assertThat(keys).hasSize(4).doesNotContain("none");
        assertThat(keys.subList(0, 3)).containsOnly(keys.getFirst());
        assertThat(keys.getLast()).isNotEqualTo(keys.getFirst());
    }

    @Test
    void whatChangesSomethingWithoutAKeyIsAskedOnce() {
        var api = api(9, 200, "{}");

        assertThatThrownBy(() -> api.desk().acknowledge("i")).isInstanceOf(NodeUnreachable.class);
        assertThat(keys).containsExactly("none");
    }

    @Test
    void aRefusalSaysWhatIsWrongWhereAndHowLongToWait() {
        var api = api(0, 422, """
                {"type": "urn:enlace:problem:refused", "title": "Unprocessable Content", "status": 422, "detail": "No.",
                 "errors": [{"pointer": "/note", "code": "NOTE_MISSING", "detail": "Write it."}]}""");

        assertThatThrownBy(() -> api.desk().fail("i", new DeskCalls.Words("")))
                .isInstanceOfSatisfying(ProblemAnswered.class, problem -> {
                    assertThat(problem.kind()).isEqualTo("refused");
                    assertThat(problem.codes()).containsExactly("NOTE_MISSING");
                    assertThat(problem.points().getFirst().pointer()).isEqualTo("/note");
                    assertThat(problem.retryAfter()).isNull();
                });
    }

    /// @param broken how many connections break before it answers
    private NodeApi api(int broken, int status, String answer) {
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders()
                    .getOrDefault("Idempotency-Key", List.of("none"))
                    .getFirst());
            exchange.getRequestBody().readAllBytes();
            if (keys.size() > broken) {
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        var node = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return NodeApi.officer(node, HttpClient.newHttpClient(), "duty", "secret");
    }
}
