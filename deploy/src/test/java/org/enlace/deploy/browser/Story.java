package org.enlace.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionFactory;
import org.enlace.code.CodeLists;
import org.enlace.deploy.network.ApiClient;
import org.enlace.deploy.network.ApiClient.Answer;
import org.enlace.deploy.network.DemoNetwork;
import org.enlace.deploy.network.SharedNetwork;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A story that people on both sides of a border live through, each at their own console and in their own language.
/// What a story needs and does not ask about goes through the API.
@ExtendWith({SharedNetwork.class, SharedChromium.class})
@TestInstance(Lifecycle.PER_CLASS)
abstract class Story {
    private final DemoNetwork network;
    private final Chromium chromium;
    /// Of who begins.
    final String ours;
    /// Of who is asked.
    final String theirs;

    Story(DemoNetwork network, Chromium chromium, String ours, String theirs) {
        this.network = network;
        this.chromium = chromium;
        this.ours = ours;
        this.theirs = theirs;
    }

    Officer seats(String node, String role, String language) {
        return chromium.seats(network.signIn(node, role), language);
    }

    ApiClient api(String node, String role) {
        return network.api(node, role);
    }

    /// Sends it, with the word of a second person where that is needed.
    ///
    /// @return its id where it was sent from
    String sent(String node, String role, String body) throws IOException {
        return network.sent(node, role, key(), body).json().path("message").asString();
    }

    Answer tried(String node, String role, String body) throws IOException {
        return api(node, role).send(key(), body);
    }

    /// @param code of the point that stands against it
    void refused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains('"' + code + '"');
    }

    Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer;
    }

    /// The message as this officer reads it, once it is there.
    JsonNode arrived(String node, String role, String message) throws IOException {
        ApiClient reader = api(node, role);
        return patiently()
                .until(() -> reader.get("/api/v1/messages/" + message), answer -> answer.status() == 200)
                .json();
    }

    String caseOf(String node, String role, String message) throws IOException {
        return arrived(node, role, message).at("/message/caseRef").asString();
    }

    /// What the desk says about a message; it waits there, sooner or later.
    JsonNode item(String node, String role, String message) {
        ApiClient officer = api(node, role);
        return patiently().until(() -> onDesk(officer, message), item -> !item.isMissingNode());
    }

    /// Where the steps with a message are taken.
    String steps(String node, String role, String message) {
        return "/api/v1/desk/items/" + item(node, role, message).path("id").asString();
    }

    private static JsonNode onDesk(ApiClient officer, String message) throws IOException {
        JsonNode page;
        int number = 0;
        do {
            page = officer.get("/api/v1/desk/items?page=" + number++).json();
            for (JsonNode item : page.path("items")) {
                if (item.path("message").asString().equals(message)) {
                    return item;
                }
            }
        } while (page.path("more").asBoolean());
        return page.path("not there");
    }

    /// Sends what stands in the form.
    static void sends(Officer officer) {
        Page page = officer.page();
        page.click("#send");
        page.waitForLoadState();
        assertThat(page.locator("#errors").allTextContents()).isEmpty();
        page.waitForURL("**/cases/**");
    }

    /// Loads the page until it says so.
    void comes(Officer officer, String path, Callable<Boolean> so) {
        patiently().pollInSameThread().until(() -> {
            officer.open(path);
            return so.call();
        });
    }

    static ObjectNode body(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    static ObjectNode at(ObjectNode body, String path) {
        return (ObjectNode) body.at(path);
    }

    static String country(String code, String language) {
        return CodeLists.country(code, Locale.forLanguageTag(language));
    }

    static Locator.LocatorOptions has(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    static String today(String zone) {
        return LocalDate.now(ZoneId.of(zone)).toString();
    }

    static void quiet(Officer... officers) {
        for (Officer officer : officers) {
            assertThat(officer.complaints()).isEmpty();
        }
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
