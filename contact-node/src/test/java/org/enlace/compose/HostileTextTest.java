package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.browser.Chromium;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.ReceivingRules;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.message.StrictJson;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A hostile member puts script, markup, templates, formulas and paths into every field of every kind of message that
/// takes text. Officers read it as text, in a real browser: nothing runs, nothing is fetched, nothing is computed.
class HostileTextTest {
    private static final NodeId MX = new NodeId("MX");
    private static final Path RELEASED = Path.of("..", "shared-model", "docs", "released");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ATTACKS = List.of(
            "<script>window.ran=1</script>",
            "<img src=x onerror=window.ran=1>",
            "\"><svg onload=window.ran=1>",
            "' autofocus onfocus='window.ran=1",
            "javascript:window.ran=1",
            "${191*191}{{191*191}}#{191*191}<%=191*191%>",
            "=1+1|cmd",
            "../../etc/passwd",
            "</textarea></title><base href=//x>");
    private static final String LOOKS_WRONG = """
            () => [
                ...(window.ran === undefined ? [] : ['it ran']),
                ...[...document.querySelectorAll('main script, main base, main iframe, [onerror], [onload], [onfocus]')]
                    .map(it => it.outerHTML.slice(0, 200)),
                ...[...document.querySelectorAll('a[href], form[action]')]
                    .map(it => it.getAttribute('href') ?? it.getAttribute('action'))
                    .filter(it => /^javascript:/i.test(it)),
                ...(document.body.innerText.includes('36481') ? ['computed'] : [])
            ].join()
            """;

    private static DeskNode.Running node;
    private static Chromium chromium;
    private static int cases;

    private static final List<String> outside = new ArrayList<>();
    private static final Map<Role, Page> pages = new EnumMap<>(Role.class);

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-case-alert",
                "1-information-request",
                "1-victim-assistance-request",
                "1-victim-referral",
                "1-identity-verification",
                "1-route-report",
                "1-modus-operandi-report"
            })
    void whatAHostileMemberWritesIsReadAsText(String released) {
        var hostile = hostile(released, "MX-2026-%06d".formatted(++cases));
        var message = node.arrives(MX, hostile.message(), hostile.about());
        var role = hostile.message().type().isForCare() ? Role.CASE_WORKER : Role.INVESTIGATOR;
        var page = signedIn(role);

        condition(page, "/cases/" + hostile.reference() + "?message=" + message);
        var seen = new StringBuilder();
        for (var path : addresses(message, hostile)) {
            seen.append(visited(page, path));
        }

        assertThat(ATTACKS.stream().filter(attack -> seen.indexOf(attack) >= 0)).hasSizeGreaterThan(2);
    }

    @Test
    void listsOfWhatAHostileMemberWritesShowNothingButText() {
        for (var released : List.of("1-case-alert", "1-information-request", "1-victim-referral", "1-route-report")) {
            var hostile = hostile(released, "MX-2026-%06d".formatted(++cases));
            node.arrives(MX, hostile.message(), hostile.about());
        }
        var page = signedIn(Role.SUPERVISOR);

        for (var path : List.of("/desk", "/cases", "/alerts", "/information", "/assistance", "/reports")) {
            assertThat(visited(page, path)).contains("MX-2026-");
        }
    }

    @Test
    void whatAHostileMemberAnswersIsReadAsText() {
        var sent = sent();
        var attacks = ATTACKS.iterator();
        for (var kind :
                List.of(StatusKind.ACKNOWLEDGED, StatusKind.NEEDS_INFO, StatusKind.FORWARDED, StatusKind.NOTE)) {
            var words = attacks.next();
            var status = new Status(
                    sent.id(),
                    kind,
                    node.clock().instant(),
                    "<b onload=window.ran=1>desk",
                    null,
                    words,
                    words + ATTACKS.getFirst(),
                    words + ATTACKS.get(1),
                    null,
                    null);
            node.arrives(MX, status, About.control(MessageType.STATUS, null, sent.id(), "<i>" + words));
        }
        var page = signedIn(Role.INVESTIGATOR);

        var seen = visited(page, "/cases/" + sent.reference()) + visited(page, "/desk");

        assertThat(seen).contains("<img src=x onerror=window.ran=1>", "<b onload=window.ran=1>desk");
    }

    @Test
    void aPageThatTookItAsMarkupWouldBeNoticed() {
        var page = chromium.signedIn(node.port(), Role.INVESTIGATOR);
        page.evaluate("() => document.querySelector('main').append(document.createElement('iframe'))");

        assertThat((String) page.evaluate(LOOKS_WRONG)).contains("<iframe");
    }

    /// With each field that takes it holding one of the attacks.
    private static Hostile hostile(String released, String reference) {
        try {
            var tree = (ObjectNode) JSON.readTree(Files.readAllBytes(RELEASED.resolve(released + ".json")));
            var about = (ObjectNode) tree.get("about");
            about.put("caseRef", reference);
            about.remove(List.of("inReplyTo", "supersedes", "deadline"));
            // Of those that shut somebody out nothing would be seen.
            ((ObjectNode) about.get("handling")).remove("caveats");
            var type = MessageType.valueOf(about.get("messageType").asString());
            new Poisoning(tree, type).everywhere();
            return new Hostile(reference, about(tree), message(tree, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    private record Hostile(String reference, About about, Message message) {}

    private static About about(ObjectNode tree) throws MalformedMessage {
        return StrictJson.read(About.class, JSON.writeValueAsBytes(tree.get("about")));
    }

    private static Message message(ObjectNode tree, MessageType type) throws MalformedMessage {
        var parts = new EnumMap<Compartment, byte[]>(Compartment.class);
        for (var part : Compartment.values()) {
            var content = tree.get(part.name());
            if (content != null) {
                parts.put(part, JSON.writeValueAsBytes(content));
            }
        }
        return Compartments.join(type, parts);
    }

    /// Puts an attack into one field after the other, and takes it out again where the message would not be read.
    private static final class Poisoning {
        private final ObjectNode tree;
        private final MessageType type;
        private int next;

        Poisoning(ObjectNode tree, MessageType type) {
            this.tree = tree;
            this.type = type;
        }

        void everywhere() {
            in(tree);
        }

        private void in(JsonNode node) {
            if (node instanceof ObjectNode object) {
                for (var name : List.copyOf(object.propertyNames())) {
                    var value = object.get(name);
                    if (!value.isString()) {
                        in(value);
                    } else if (!name.equals("caseRef") && !name.equals("messageType")) {
                        tried(attack -> object.put(name, attack), value.asString());
                    }
                }
            } else if (node instanceof ArrayNode array) {
                for (var i = 0; i < array.size(); i++) {
                    var at = i;
                    var value = array.get(i);
                    if (!value.isString()) {
                        in(value);
                    } else {
                        tried(attack -> array.set(at, attack), value.asString());
                    }
                }
            }
        }

        private void tried(Consumer<String> put, String before) {
            put.accept(ATTACKS.get(next % ATTACKS.size()));
            if (taken()) {
                next++;
            } else {
                put.accept(before);
            }
        }

        /// Whether a node takes such a message in; what it refuses is shown to nobody.
        private boolean taken() {
            try {
                return ReceivingRules.mayBeShown(
                        message(tree, type), about(tree), List.of(DeskNode.GT), Instant.parse("2026-11-22T12:00:00Z"));
            } catch (MalformedMessage e) {
                return false;
            }
        }
    }

    private static List<String> addresses(MessageId message, Hostile hostile) {
        var reference = hostile.reference();
        var paths = new ArrayList<>(List.of(
                "/cases/" + reference + "?message=" + message, "/cases/" + reference + "/persons?message=" + message));
        if (hostile.message().type().isForCare()) {
            paths.add("/messages/" + message + "/copy");
        }
        return paths;
    }

    private static Page signedIn(Role role) {
        return pages.computeIfAbsent(role, HostileTextTest::watched);
    }

    private static Page watched(Role role) {
        var page = chromium.signedIn(node.port(), role);
        page.onDialog(dialog -> {
            outside.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!"127.0.0.1".equals(URI.create(request.url()).getHost())) {
                outside.add(request.url());
            }
        });
        return page;
    }

    private static String visited(Page page, String path) {
        var response = page.navigate(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(page.evaluate(LOOKS_WRONG)).as(path).isEqualTo("");
        assertThat(chromium.errors()).as(path).isEmpty();
        assertThat(outside).as(path).isEmpty();
        return page.innerText("body");
    }

    /// What H3 demands of every reader is a text of the sender too.
    private static void condition(Page page, String path) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        assertThat(page.evaluate(LOOKS_WRONG)).isEqualTo("");
        if (page.locator("form[action$='/condition'] button").count() > 0) {
            page.locator("form[action$='/condition'] button").click();
        }
    }

    private record Sent(MessageId id, String reference) {}

    private static Sent sent() {
        var body = Documented.immediate(MessageType.CASE_ALERT);
        var answer =
                new ApiClient(node).send(Role.INVESTIGATOR, UUID.randomUUID().toString(), body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var accepted = JSON.readTree(answer.body());
        return new Sent(
                MessageId.parse(accepted.path("message").asString()),
                accepted.path("caseReference").asString());
    }
}
