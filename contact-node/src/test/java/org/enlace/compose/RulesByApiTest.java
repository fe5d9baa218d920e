package org.enlace.compose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.assertRule;
import static org.enlace.message.MessageType.CASE_ALERT;
import static org.enlace.message.MessageType.MODUS_OPERANDI_REPORT;
import static org.enlace.message.MessageType.ROUTE_REPORT;
import static org.enlace.message.MessageType.VICTIM_ASSISTANCE_REQUEST;
import static org.enlace.message.MessageType.VICTIM_REFERRAL;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.enlace.message.About;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.StrictJson;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Recalled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every rule for sending, asked through the API: what it refuses, where, and in which words.
class RulesByApiTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void withoutARecipientItIsRefused() {
        var answer = client.refused(CASE_ALERT, body -> ((ArrayNode) body.get("recipients")).removeAll());

        assertRule(answer, "/recipients", "NO_RECIPIENT");
    }

    @ParameterizedTest
    @CsvSource({"US,RECIPIENT_UNKNOWN", "GT,RECIPIENT_IS_SENDER", "MX,RECIPIENT_TWICE"})
    void whoCannotBeAddressedIsRefused(String recipient, String code) {
        var answer = client.refused(CASE_ALERT, body -> ((ArrayNode) body.get("recipients")).add(recipient));

        assertRule(answer, "/recipients", code);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var answer = client.refused(CASE_ALERT, body -> {
            ((ArrayNode) body.get("recipients")).removeAll();
            body.put("urgency", "NORMAL");
            body.put("subject", "");
            ((ObjectNode) body.get("handling")).remove("evaluation");
        });

        assertRule(answer, "/recipients", "NO_RECIPIENT");
        assertRule(answer, "/urgency", "CHILD_RAISES_URGENCY");
        assertRule(answer, "/subject", "REQUIRED");
        assertRule(answer, "/handling/evaluation", "EVALUATION_REQUIRED");
    }

    @Test
    void aChildIsNeverNormalEvenIfTheSenderSaysThereIsNone() {
        var answer = client.refused(CASE_ALERT, body -> {
            body.put("urgency", "NORMAL");
            body.put("childInvolved", "NO");
        });

        assertRule(answer, "/urgency", "CHILD_RAISES_URGENCY");

        var unknown = client.refused(CASE_ALERT, body -> {
            body.put("urgency", "NORMAL");
            body.put("childInvolved", "NO");
            var persons = ((ObjectNode) body.at("/content/alert")).putArray("persons");
            persons.addObject().put("count", "2-5").put("ageBand", "UNK");
        });

        assertRule(unknown, "/urgency", "CHILD_RAISES_URGENCY");
    }

    @Test
    void theStateOfOriginIsLeftOutWhereThePersonFearsIt() {
        var answer = client.refused(
                VICTIM_ASSISTANCE_REQUEST,
                body -> body.putObject("handling")
                        .put("code", "H1")
                        .put("tlp", "AMBER+STRICT")
                        .put("pap", "AMBER")
                        .putArray("caveats")
                        .add("VICTIM_PROTECTION_ONLY")
                        .add("NO_CONSULAR_CONTACT"));

        assertRule(answer, "/recipients", "RECIPIENT_IS_STATE_OF_ORIGIN");
    }

    @Test
    void aStateFromWhichThePersonIsKeptGetsNothingAboutThePersonByAnyOtherMessageOfTheCase() {
        var before = client.send(
                Role.CONSULAR, "kept-before", about("p-0000aa", "MX", false).toString());
        assertThat(before.statusCode()).as(before.body()).isEqualTo(202);
        var asked = ApiClient.JSON.readTree(before.body());
        var reference = asked.path("caseReference").asString();
        var kept = client.released(
                Role.CONSULAR,
                "kept",
                about("p-0000aa", "SV", true).put("caseReference", reference).toString());
        assertThat(kept.statusCode()).as(kept.body()).isBetween(200, 202);

        var later = about("p-0000aa", "MX", false).put("caseReference", reference);
        var refused = client.send(Role.CONSULAR, "kept-later", later.toString());
        var late = node.program(Role.SUPERVISOR)
                .send(
                        "POST",
                        "/api/v1/releases/" + asked.path("message").asString() + "/release",
                        "application/json",
                        "{}");
        var another = about("p-0000bb", "MX", false).put("caseReference", reference);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).containsOnlyOnce("RECIPIENT_IS_STATE_OF_ORIGIN");
        assertThat(late.statusCode()).as("written before, released after").isEqualTo(422);
        assertThat(late.body()).contains("RECIPIENT_IS_STATE_OF_ORIGIN");
        assertThat(client.send(Role.CONSULAR, "kept-another", another.toString())
                        .statusCode())
                .as("another person of that case may want it")
                .isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource(names = {"INFORMATION_REQUEST", "CASE_ALERT"})
    void whatNamesSomebodyDoesNotGoToAStateFromWhichAPersonOfTheCaseIsKept(MessageType type) {
        var begun = naming(type, null);
        begun.putArray("recipients").add("SV");
        var first = client.send(Role.DUTY, "named-first-" + type, begun.toString());
        var reference =
                ApiClient.JSON.readTree(first.body()).path("caseReference").asString();
        var naming = naming(type, reference);
        var before = client.send(Role.DUTY, "named-before-" + type, naming.toString());
        var kept = client.released(
                Role.DUTY,
                "named-kept-" + type,
                about("p-0000aa", "SV", true).put("caseReference", reference).toString());
        assertThat(before.statusCode()).as(before.body()).isBetween(200, 202);
        assertThat(kept.statusCode()).as(kept.body()).isBetween(200, 202);

        for (var part : List.of("police", "identity")) {
            var body = naming.deepCopy();
            ((ObjectNode) body.get("content")).remove(part);
            assertThat(client.refused(Role.DUTY, body.toString()).body())
                    .as("the other part, without " + part)
                    .containsOnlyOnce("RECIPIENT_IS_STATE_OF_ORIGIN");
        }
        var elsewhere = naming.deepCopy();
        elsewhere.putArray("recipients").add("SV");
        assertThat(client.send(Role.DUTY, "named-elsewhere-" + type, elsewhere.toString())
                        .statusCode())
                .as("to whom nobody fears")
                .isBetween(200, 202);
        var nameless = naming.deepCopy();
        ((ObjectNode) nameless.get("content")).remove(List.of("police", "identity"));
        assertThat(client.send(Role.DUTY, "named-nobody-" + type, nameless.toString())
                        .statusCode())
                .as("names nobody")
                .isBetween(200, 202);
        assertThat(client.send(
                                Role.DUTY,
                                "named-other-case-" + type,
                                naming(type, null).toString())
                        .statusCode())
                .as("another case")
                .isBetween(200, 202);
    }

    @Test
    void whatAPersonFearsHoldsAlsoWhenTheMessageThatSaidSoIsTakenBackAndDestroyed() throws MalformedMessage {
        var sample = read(client.released(
                Role.DUTY, "fear-sample", about("p-0000aa", "SV", true).toString()));
        var begun = naming(CASE_ALERT, null);
        begun.putArray("recipients").add("SV");
        var reference = read(client.send(Role.DUTY, "fear-begun", begun.toString()))
                .path("caseReference")
                .asString();
        var theirs = node.readBy(new NodeId("SV"), sample.path("message").asString());
        var header = new String(StrictJson.write(theirs.header().about()), UTF_8)
                .replace(sample.path("caseReference").asString(), reference);
        var id = node.arrives(new NodeId("SV"), theirs.message(), StrictJson.read(About.class, header.getBytes(UTF_8)));
        var recalls = node.bean(CaseRecalls.class);

        refusedAsFeared(reference);
        inTransaction(() -> recalls.mark(entry(id), new Recalled("SAFETY", now(), now())));
        refusedAsFeared(reference);
        inTransaction(() -> recalls.destroy(entry(id)));
        refusedAsFeared(reference);

        var other = about("p-0000bb", "MX", false).put("caseReference", reference);
        assertThat(client.send(Role.DUTY, "fear-other", other.toString()).statusCode())
                .as("another person of that case may want it")
                .isBetween(200, 202);
        assertThat(node.bean(JdbcClient.class)
                        .sql("select sealed from case_kept_from")
                        .query(byte[].class)
                        .list())
                .hasSize(1)
                .noneMatch(cell -> new String(cell, ISO_8859_1).contains("p-0000aa"));
    }

    private static void refusedAsFeared(String reference) {
        for (var body : List.of(
                about("p-0000aa", "MX", false).put("caseReference", reference), naming(CASE_ALERT, reference))) {
            assertThat(client.refused(Role.DUTY, body.toString()).body())
                    .containsOnlyOnce("RECIPIENT_IS_STATE_OF_ORIGIN");
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return ApiClient.JSON.readTree(answer.body());
    }

    private static MessageEntry entry(MessageId id) {
        return node.bean(CaseFiles.class).find(id).orElseThrow();
    }

    private static Instant now() {
        return node.clock().instant();
    }

    private static void inTransaction(Runnable act) {
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> act.run());
    }

    private static ObjectNode naming(MessageType type, @Nullable String reference) {
        var body = Documented.immediate(type);
        body.putArray("recipients").add("MX");
        if (reference != null) {
            body.put("caseReference", reference);
        }
        return body;
    }

    /// A citizen of Mexico.
    private static ObjectNode about(String person, String recipient, boolean kept) {
        var body = Documented.tree(VICTIM_ASSISTANCE_REQUEST);
        body.putArray("recipients").add(recipient);
        ((ObjectNode) protection(body).get("person")).put("personRef", person);
        ((ObjectNode) protection(body).at("/consent/answers")).put("SHARE_AUTHORITY", "YES");
        if (kept) {
            body.putObject("handling")
                    .put("code", "H1")
                    .put("tlp", "AMBER+STRICT")
                    .put("pap", "AMBER")
                    .putArray("caveats")
                    .add("VICTIM_PROTECTION_ONLY")
                    .add("NO_CONSULAR_CONTACT");
        }
        return body;
    }

    @Test
    void withoutConsentNothingIsSharedAboutAVictim() {
        assertRule(
                client.refused(
                        VICTIM_ASSISTANCE_REQUEST, body -> protection(body).remove("consent")),
                "/content/protection/consent",
                "CONSENT_MISSING");
        assertRule(
                client.refused(
                        VICTIM_ASSISTANCE_REQUEST,
                        body -> ((ObjectNode) protection(body).at("/consent/answers")).put("SHARE_CONSULATE", "NO")),
                "/content/protection/consent/answers/SHARE_CONSULATE",
                "CONSENT_NOT_GIVEN");
    }

    @Test
    void nobodyAsksForAVictimWithoutHavingThoughtOfTheRisks() {
        assertRule(
                client.refused(
                        VICTIM_ASSISTANCE_REQUEST, body -> protection(body).remove("risk")),
                "/content/protection/risk",
                "RISK_BLOCK_MISSING");
        assertRule(
                client.refused(
                        VICTIM_ASSISTANCE_REQUEST,
                        body -> ((ObjectNode) protection(body).get("risk")).remove("returnRisk")),
                "/content/protection/risk/returnRisk",
                "RISK_INCOMPLETE");
    }

    @ParameterizedTest
    @CsvSource({
        "/voluntaryReturn,statement,/voluntaryReturn/statement,STATEMENT_MISSING",
        "/voluntaryReturn,protectionClaimPending=YES,/voluntaryReturn/protectionClaimPending,PROTECTION_CLAIM_PENDING",
        "/person,dependants,/voluntaryReturn/hasDependants,DEPENDANTS_NOT_LISTED",
        "/person,majority=MINOR,/voluntaryReturn/bestInterests,CHILD_ASSESSMENT_MISSING",
        "/risk/returnRisk,level=HIGH,/risk/returnRisk,CHILD_RETURN_RISK_HIGH",
        "'',legalProceedings,/legalProceedings,PROCEEDINGS_UNKNOWN",
        "'',receptionBy,/receptionBy,RECEPTION_MISSING",
        "'',consent,/consent,CONSENT_MISSING"
    })
    void nobodyIsReturnedWithoutWhatProtectsThem(String where, String change, String pointer, String code) {
        var answer = client.refused(VICTIM_REFERRAL, body -> {
            var part = (ObjectNode) body.at("/content/protection" + where);
            var said = change.split("=", 2);
            if (said.length == 1) {
                part.remove(said[0]);
            } else {
                part.put(said[0], said[1]);
            }
        });

        assertRule(answer, "/content/protection" + pointer, code);
    }

    @Test
    void allThatAReturnLacksIsSaidAtOnceInTheLanguageAskedFor() {
        var body = Documented.tree(VICTIM_REFERRAL);
        protection(body).remove(List.of("voluntaryReturn", "receptionBy", "legalProceedings", "risk"));

        var answer = node.program(Role.CASE_WORKER)
                .always("Idempotency-Key", "bare")
                .always("Accept-Language", "fr")
                .send("POST", "/api/v1/messages", "application/json", body.toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ApiClient.JSON.readTree(answer.body()).path("errors").valueStream())
                .extracting(error -> error.path("code").asString())
                .containsExactlyInAnyOrder(
                        "STATEMENT_MISSING",
                        "PROTECTION_CLAIM_PENDING",
                        "DEPENDANTS_NOT_LISTED",
                        "RECEPTION_MISSING",
                        "PROCEEDINGS_UNKNOWN",
                        "RISK_BLOCK_MISSING",
                        "RETURN_RISK_NOT_ASSESSED");
        assertThat(answer.body()).contains("Personne ne rentre");
    }

    @ParameterizedTest
    @EnumSource(names = {"CASE_ALERT", "ROUTE_REPORT", "MODUS_OPERANDI_REPORT"})
    void whatOthersActOnSaysHowFarToBelieveIt(MessageType type) {
        var answer = client.refused(type, body -> ((ObjectNode) body.get("handling")).remove("evaluation"));

        assertRule(answer, "/handling/evaluation", "EVALUATION_REQUIRED");
    }

    @Test
    void anotherRestrictionIsSaidInWords() {
        var answer = client.refused(CASE_ALERT, body -> ((ObjectNode) body.get("handling")).put("code", "H3"));

        assertRule(answer, "/handling/h3Text", "H3_NEEDS_TEXT");
    }

    @Test
    void aPointThatWouldLeadToSomebodyIsRefused() {
        var answer = client.refused(ROUTE_REPORT, body -> {
            ((ObjectNode) body.at("/content/basedOn")).put("cases", 2);
            ((ArrayNode) body.at("/content/legs/0/to/place/point/coordinates"))
                    .removeAll()
                    .add(-92.1478)
                    .add(14.6795);
        });

        assertRule(answer, "/content/legs/0/to/place/point", "TOO_EXACT_PLACE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring\u202Eowt", "a\u200Bb", "tab\u0007bell"})
    void charactersThatHideSomethingAreRefusedAndNotRepeated(String text) {
        var answer = client.refused(CASE_ALERT, body -> body.put("subject", text));

        assertRule(answer, "/subject", "HIDDEN_CHARACTER");
        assertThat(answer.body()).doesNotContain(text);
    }

    @Test
    void aCodeThatIsInNoListIsRefused() {
        var answer = client.refused(
                CASE_ALERT, body -> ((ObjectNode) body.at("/content/alert")).put("askedAction", "ARREST"));

        assertRule(answer, "/content/alert/askedAction", "NOT_IN_LIST");
        assertThat(answer.body()).doesNotContain("ARREST");
    }

    @Test
    void whatIsOnlyToBeLookedAtAgainIsSaidAndSent() {
        var body = Documented.tree(MODUS_OPERANDI_REPORT);
        ((ArrayNode) body.at("/content/pattern/acts")).removeAll();

        var answer = client.send(Role.ANALYST, "warned", body.toString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(ApiClient.JSON.readTree(answer.body()).path("warnings").toString())
                .contains("\"pointer\":\"/content/pattern/acts\"", "\"code\":\"ACT_NOT_ESTABLISHED\"");
    }

    @Test
    void theAnswerIsInTheLanguageAskedFor() {
        var body = Documented.tree(CASE_ALERT);
        ((ArrayNode) body.get("recipients")).removeAll();

        var spanish = node.program(Role.DUTY)
                .always("Idempotency-Key", "es")
                .always("Accept-Language", "es-GT,es;q=0.9")
                .send("POST", "/api/v1/messages", "application/json", body.toString());

        assertThat(detail(spanish)).contains("punto de contacto");
        assertThat(detail(client.send(Role.DUTY, "en", body.toString()))).contains("contact point");
    }

    private static String detail(HttpResponse<String> answer) {
        return ApiClient.JSON.readTree(answer.body()).at("/errors/0/detail").asString();
    }

    private static ObjectNode protection(ObjectNode body) {
        return (ObjectNode) body.at("/content/protection");
    }
}
