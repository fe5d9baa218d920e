package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.compose.ApiClient.JSON;
import static org.enlace.compose.ApiClient.assertError;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.handling.HandlingCode;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.enlace.node.exchange.NotCorrectable;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// What was sent is corrected: those who have it read what it says now and what changed, nobody else does, and nothing
/// begins anew.
class CorrectionTest {
    private static final NodeId MX = new NodeId("MX");
    private static final NodeId SV = new NodeId("SV");
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);
    private static final String JSON_TYPE = "application/json";
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
    void aCorrectionStandsInThePlaceOfWhatWasSentAndWhatWasSaidStaysReadable() {
        var first = sent(Documented.body(MessageType.CASE_ALERT));
        var items = node.count("desk_item");
        var investigator = node.browser(Role.INVESTIGATOR);
        var path = "/cases/" + caseOf(first) + "?message=" + first;
        assertThat(investigator.get(path).body()).contains("name=\"corrects\"").doesNotContain("id=\"versions\"");

        var second = sent(corrected(first, body -> words(body, "Two minibuses, both white")));

        var read = node.readBy(MX, second.toString()).header().about();
        assertThat(read.supersedes()).isEqualTo(first);
        assertThat(read.correctionReason()).isEqualTo("WAS_WRONG");
        assertThat(read.caseRef()).hasToString(caseOf(first));
        assertThat(node.count("desk_item")).isEqualTo(items);
        assertThat(investigator.get(path).body())
                .contains("It was wrong", "Two minibuses, both white", "<del dir=\"auto\">", "Version 1, ")
                .contains("/messages/" + first + "/versions/1");
        assertThat(investigator.get("/messages/" + first + "/versions/1").body())
                .contains("Version 1 of 2", "Do not act on it")
                .doesNotContain("Two minibuses");
        assertThat(investigator.get("/messages/" + first + "/versions/2").statusCode())
                .isEqualTo(404);
        var program = node.program(Role.INVESTIGATOR);
        for (var id : new MessageId[] {first, second}) {
            var now = JSON.readTree(program.get("/api/v1/messages/" + id).body());
            assertThat(now.at("/message/id").asString()).isEqualTo(first.toString());
            assertThat(now.at("/content/ALERT/what").asString()).isEqualTo("Two minibuses, both white");
        }
        var versions = JSON.readTree(
                program.get("/api/v1/messages/" + first + "/versions").body());
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.at("/1/given").asString()).isEqualTo(second.toString());
        assertThat(JSON.readTree(program.get("/api/v1/messages/" + first + "/versions/1?persons=true")
                                .body())
                        .path("content")
                        .has("POLICE"))
                .isTrue();
        assertThat(node.program(Role.ANALYST)
                        .get("/api/v1/messages/" + first + "/versions/1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSenderReadsWhoHasReadTheCorrection() {
        var first = sent(Documented.body(MessageType.CASE_ALERT));
        sent(corrected(first, body -> words(body, "They are on foot")));
        var read = new Status(
                first, StatusKind.NOTE, node.clock().instant(), "officer-MX7", null, null, null, "CORRECTION_READ 2");

        node.arrives(
                MX, read, About.control(MessageType.STATUS, new CaseReference(caseOf(first)), first, "officer-MX7"));

        assertThat(node.browser(Role.INVESTIGATOR)
                        .get("/cases/" + caseOf(first))
                        .body())
                .contains("Version 2 has been read", "officer-MX7")
                .doesNotContain("CORRECTION_READ");
    }

    @Test
    void nobodyIsAddedNothingIsOpenedAndOnlyTheNewestIsCorrected() {
        var nowhere = MessageId.next(node.clock().instant(), new SecureRandom());
        var first = sent(Documented.body(MessageType.CASE_ALERT));
        refused(
                first,
                "/recipients",
                "STAYS_AS_SENT",
                body -> body.withArray("/recipients").add("BR"));
        refused(
                first,
                "/recipients",
                "STAYS_AS_SENT",
                body -> body.putArray("recipients").add("MX"));
        refused(
                first,
                "/handling",
                "STAYS_AS_SENT",
                body -> body.withObject("/handling").put("pap", "CLEAR"));
        refused(
                first,
                "/handling",
                "STAYS_AS_SENT",
                body -> body.withObject("/handling").putArray("caveats"));
        refused(first, "/mode", "STAYS_AS_SENT", body -> body.put("mode", "TEST"));
        refused(first, "/correctionReason", "REQUIRED", body -> body.remove("correctionReason"));
        refused(first, "/correctionReason", "NOT_IN_LIST", body -> body.put("correctionReason", "BECAUSE"));
        refused(first, "/corrects", "MESSAGE_UNKNOWN", body -> body.put("corrects", nowhere.toString()));
        var other = Documented.tree(MessageType.INFORMATION_REQUEST)
                .put("corrects", first.toString())
                .put("correctionReason", "WAS_WRONG");
        assertError(client.refused(Role.INVESTIGATOR, other.toString()), "/corrects", "KIND_NOT_CORRECTED");

        sent(corrected(first, body -> words(body, "Second")));

        refused(first, "/corrects", "CORRECTED_BEFORE", body -> words(body, "Third, of the first"));
        mark(first);
        refused(first, "/corrects", "MESSAGE_UNKNOWN", body -> words(body, "Of what was taken back"));
    }

    @Test
    void whatLeftWithTheWordOfTwoIsCorrectedByTwo() {
        var body = Documented.tree(MessageType.VICTIM_ASSISTANCE_REQUEST);
        var first = MessageId.parse(JSON.readTree(
                        client.released(Role.CONSULAR, "two", body.toString()).body())
                .path("message")
                .asString());
        var change = body.deepCopy().put("corrects", first.toString()).put("correctionReason", "PERSON_ASKED");
        change.remove("caseReference");
        ((ObjectNode) change.at("/content/protection/person")).put("ageBand", "24-26");
        var another = change.deepCopy();
        ((ObjectNode) another.at("/content/protection/person")).put("personRef", "p-another");
        assertError(
                client.refused(Role.CONSULAR, another.toString()),
                "/content/protection/person/personRef",
                "STAYS_AS_SENT");
        var before = node.count("outbox");

        var asked = client.send(Role.CONSULAR, "two-again", change.toString());

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(node.count("outbox")).isEqualTo(before);
        var second = JSON.readTree(asked.body()).path("message").asString();
        assertThat(node.browser(Role.SUPERVISOR).get("/release/" + second).body())
                .contains("Corrects what was sent", "The person asked for it");
        client.released(second);
        assertThat(node.readBy(MX, second).header().about().supersedes()).isEqualTo(first);
        assertThat(node.program(Role.CASE_WORKER)
                        .get("/api/v1/messages/" + first + "?persons=true")
                        .body())
                .contains("24-26");
    }

    @Test
    void theFormComesFilledWithAllThatWasSentAndChangesNeitherReadersNorHandling() {
        var first = sent(Documented.body(MessageType.CASE_ALERT));
        var investigator = node.browser(Role.INVESTIGATOR);

        var begun = investigator.submit("/me", "/drafts", "type", "CASE_ALERT", "corrects", first.toString());

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        var path = begun.headers().firstValue("Location").orElseThrow();
        var form = investigator.get(path).body();
        assertThat(form)
                .contains("Why you correct it", "The correction goes to those who have the message")
                .contains(Provided.alert().alert().what())
                .doesNotContain("name=\"tlp\"", "remove-recipient:");
        // That it is sent so, and reads the same where it was not changed, is in `ComposeBrowserTest`.
        assertThat(node.browser(Role.DUTY)
                        .submit("/me", "/drafts", "type", "INFORMATION_REQUEST", "corrects", first.toString())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "CASE_ALERT,INVESTIGATOR",
        "VICTIM_ASSISTANCE_REQUEST,CONSULAR",
        "VICTIM_REFERRAL,CASE_WORKER",
        "ROUTE_REPORT,ANALYST",
        // With the part for police, which its reader opens.
        "MODUS_OPERANDI_REPORT,INVESTIGATOR",
        // That part is closed to its writer, and stays.
        "MODUS_OPERANDI_REPORT,ANALYST"
    })
    void whatIsCorrectedOnAFormAndNotChangedReadsAsItWasSent(MessageType type, Role role) {
        var body = Documented.tree(type);
        body.remove("caseReference");
        // A language that the list of the form does not have.
        body.put("language", "tzj");
        var answer = client.released(role, UUID.randomUUID().toString(), body.toString());
        var first = MessageId.parse(JSON.readTree(answer.body()).path("message").asString());
        var before = node.readBy(MX, first.toString()).message();
        var browser = node.browser(role);
        assertThat(browser.get("/cases/" + caseOf(first) + "?message=" + first).body())
                .contains("name=\"corrects\"");
        var begun = browser.submit("/me", "/drafts", "type", type.name(), "corrects", first.toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        var path = begun.headers().firstValue("Location").orElseThrow();

        // Nobody types the names that people have in a case.
        var sent = Filled.from(browser, path)
                .type("correctionReason", "WAS_WRONG")
                .type("personRef", "p-another")
                .press("send");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var second = message(path).toString();
        if (answer.statusCode() == 202) {
            client.released(second);
        }
        var read = node.readBy(MX, second);
        assertThat(read.header().about().supersedes()).isEqualTo(first);
        assertThat(read.header().about().language()).isEqualTo("tzj");
        assertThat(read.message()).isEqualTo(before);
    }

    @Test
    void whatIsClosedToWhoeverCorrectsStaysByteForByteAndIsNeitherChangedNorTakenAway() {
        var body = Documented.tree(MessageType.MODUS_OPERANDI_REPORT);
        body.remove("caseReference");
        var first = released(Role.ANALYST, body.toString());
        var police = policeOf(first);
        var analyst = node.browser(Role.ANALYST);
        var path = analyst.submit("/me", "/drafts", "type", "MODUS_OPERANDI_REPORT", "corrects", first.toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(analyst.get(path).body())
                .contains("This part stays as it was sent: it is closed to you")
                .doesNotContain("entity.0", "add:entity", "Agencia Ejemplo");

        var changed = Filled.from(analyst, path)
                .type("correctionReason", "WAS_WRONG")
                .type("entity.0._", "1")
                .type("entity.0.kind", "BrokerTravelAgent")
                .type("entity.0.name", "Somebody else")
                .press("send");

        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("A correction leaves this as it was sent", "href=\"#entities\"");
        var second = message(path);
        var sent = Filled.from(analyst, path)
                .type("correctionReason", "WAS_WRONG")
                .type("countermeasure", "Two officers at the counter")
                .press("send");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(node.readBy(MX, second.toString()).message())
                .isInstanceOfSatisfying(
                        ModusOperandiReport.class,
                        report ->
                                assertThat(report.pattern().countermeasure()).isEqualTo("Two officers at the counter"));
        assertThat(policeOf(second)).isEqualTo(police);

        var third = body.put("corrects", second.toString()).put("correctionReason", "HAS_CHANGED");
        assertError(client.refused(Role.ANALYST, third.toString()), "/content/police", "STAYS_AS_SENT");
        third.withObject("/content").remove("police");
        assertThat(policeOf(released(Role.ANALYST, third.toString()))).isEqualTo(police);
        var shown = "/api/v1/messages/" + first + "?persons=true";
        assertThat(node.program(Role.INVESTIGATOR).get(shown).body()).contains("Agencia Ejemplo");
        assertThat(node.program(Role.ANALYST).get(shown).body()).doesNotContain("Agencia Ejemplo");
    }

    @Test
    void whoDoesNotReadWhatTheFormAsksForIsToldWhoCorrectsIt() {
        var body = Documented.tree(MessageType.VICTIM_ASSISTANCE_REQUEST);
        body.remove("caseReference");
        var first = released(Role.CONSULAR, body.toString());

        var begun = node.browser(Role.DUTY)
                .submit("/me", "/drafts", "type", "VICTIM_ASSISTANCE_REQUEST", "corrects", first.toString());

        assertThat(begun.statusCode()).isEqualTo(409);
        assertThat(begun.body())
                .contains("parts of it are closed to you", "Names, documents, address", "<li>Consular officer</li>")
                .doesNotContain("<li>Analyst</li>", "<li>Duty officer</li>");
    }

    /// The names of an alert are closed to a duty officer who did not write it; the supervisor who lets it go reads
    /// them.
    @Test
    void whoeverGainsOrLosesARoleBeforeTheReleaseWritesAndDropsNothingThatIsClosed() {
        var first = sent(Documented.body(MessageType.CASE_ALERT));
        var names = partOf(first, Compartment.IDENTITY);
        var asked = client.send(Role.DUTY, "gains", corrected(first, body -> {
            words(body, "Seen from the desk");
            body.withObject("/content").remove("identity");
        }));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        var second = message(asked);
        as(Role.DUTY, "DUTY INVESTIGATOR", () -> {
            assertThat(node.browser(Role.SUPERVISOR)
                            .get("/release/" + second + "/persons")
                            .body())
                    .contains("EJEMPLO EJEMPLO");
            client.released(second.toString());
        });
        assertThat(partOf(second, Compartment.IDENTITY)).isEqualTo(names);

        // Whoever writes an alert knows the names in it; this one a duty officer wrote.
        var other = released(Role.DUTY, Documented.body(MessageType.CASE_ALERT));
        var path = node.browser(Role.INVESTIGATOR)
                .submit("/me", "/drafts", "type", "CASE_ALERT", "corrects", other.toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var changed = Filled.from(node.browser(Role.INVESTIGATOR), path)
                .type("correctionReason", "WAS_WRONG")
                .type("name.0.family", "Cambiada");
        assertThat(changed.press("send").statusCode()).isEqualTo(303);
        var third = message(path);
        as(Role.INVESTIGATOR, "DUTY", () -> {
            var supervisor = node.program(Role.SUPERVISOR);
            var refused = supervisor.send("POST", "/api/v1/releases/" + third + "/release", JSON_TYPE, "{}");
            ApiClient.assertProblem(refused, 422, "not-released");
            assertError(refused, "/content/identity", "STAYS_AS_SENT");
            assertThat(supervisor
                            .send(
                                    "POST",
                                    "/api/v1/releases/" + third + "/return",
                                    JSON_TYPE,
                                    "{\"reason\":\"No longer yours\"}")
                            .statusCode())
                    .isEqualTo(200);
            var writer = node.browser(Role.INVESTIGATOR);
            assertThat(writer.get(path).body())
                    .contains("This part stays as it was sent: it is closed to you")
                    .doesNotContain("Cambiada", "name.0");
            // A page that was open before sends what it has.
            var late = changed.by(writer).press("send");
            assertThat(late.statusCode()).isEqualTo(422);
            assertThat(late.body()).contains("A correction leaves this as it was sent");

            var sent = Filled.from(writer, path).press("send");

            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            client.released(third.toString());
        });
        assertThat(partOf(third, Compartment.IDENTITY)).isEqualTo(partOf(other, Compartment.IDENTITY));
    }

    /// Does it while the officer of one role has others.
    private static void as(Role officer, String roles, Runnable act) {
        setRoles(officer, roles);
        try {
            act.run();
        } finally {
            setRoles(officer, officer.name());
        }
    }

    private static void setRoles(Role officer, String roles) {
        node.bean(JdbcClient.class)
                .sql("update officer set roles = ? where username = ?")
                .params(roles, Team.name(officer))
                .update();
    }

    private static byte[] policeOf(MessageId message) {
        return partOf(message, Compartment.POLICE);
    }

    private static byte[] partOf(MessageId message, Compartment part) {
        return Objects.requireNonNull(
                node.readBy(MX, message.toString()).compartments().get(part));
    }

    /// Written by somebody with that role, and let go by a second person if it needs one.
    private static MessageId released(Role role, String body) {
        var answer = client.released(role, UUID.randomUUID().toString(), body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        return message(answer);
    }

    private static MessageId message(HttpResponse<String> answer) {
        return MessageId.parse(JSON.readTree(answer.body()).path("message").asString());
    }

    /// @param draft address of it
    private static MessageId message(String draft) {
        return new MessageId(node.bean(JdbcClient.class)
                .sql("select message_id from draft where id = ?")
                .param(UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single());
    }

    @Test
    void whatTheFormCannotHoldIsNotLeftOutInSilence() {
        var first = sent(change(Documented.body(MessageType.CASE_ALERT), body -> {
            var place = (ObjectNode) body.at("/content/alert/whereNow");
            place.put("precision", "POINT")
                    .putObject("point")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(-90.5)
                    .add(14.6);
        }));

        var begun = node.browser(Role.INVESTIGATOR)
                .submit("/me", "/drafts", "type", "CASE_ALERT", "corrects", first.toString());

        assertThat(begun.statusCode()).isEqualTo(409);
        assertThat(begun.body()).contains("This message says more than this form can hold");
    }

    @Test
    void whatAPartnerCorrectsIsReadAtOnceAndTheClockAndTheWorkGoOn() {
        var first = arrives(Provided.alert(), about(null));
        var duty = node.browser(Role.DUTY);
        duty.submit("/me", "/desk/items/" + item(first) + "/acknowledge");
        var before = row(first);

        var second = arrives(Provided.saying("They are on foot now"), about(first));

        assertThat(row(first)).isEqualTo(before);
        var due = due(first);
        assertThat(due)
                .isBefore(node.clock().instant().plus(Duration.ofHours(24).plusSeconds(1)));
        assertThat(duty.get("/cases/" + reference).body())
                .contains("They are on foot now", "<del dir=\"auto\">", "Corrected", "Version 1, officer-MX7");
        assertThat(duty.get("/messages/" + first + "/versions/1").body()).doesNotContain("They are on foot now");
        assertThatThrownBy(() -> arrives(Provided.saying("Of the first"), about(first)))
                .isInstanceOf(NotCorrectable.class);
        assertThatThrownBy(() -> node.arrives(SV, Provided.saying("Not mine"), about(second)))
                .isInstanceOf(UnknownMessage.class);
        assertThatThrownBy(() -> arrives(Provided.saying("H0"), about(second, HandlingCode.H0)))
                .isInstanceOf(NotCorrectable.class);
        arrives(Provided.saying("They rest"), about(second));
        assertThat(duty.get("/cases/" + reference).body()).contains("They rest", "Version 2, officer-MX7");

        var analyst = node.program(Role.ANALYST);
        for (var number : new int[] {1, 4}) {
            assertThat(confirms(node.program(Role.DUTY), first, number)).isEqualTo(404);
        }
        assertThat(confirms(analyst, first, 3)).isBetween(403, 404);
        assertThat(confirms(node.program(Role.DUTY), first, 2)).isEqualTo(204);
        assertThat(due(first)).as("the one that came meanwhile").isEqualTo(due);
        assertThat(duty.submit("/me", "/messages/" + first + "/versions/3/read").statusCode())
                .isEqualTo(303);
        assertThat(due(first)).isAfter(due);
        assertThat(duty.get("/cases/" + reference).body())
                .contains("Read here by officer-", "Correction read")
                .doesNotContain("/versions/3/read");
        var told = node.bean(JdbcClient.class)
                .sql("select msg_id from outbox where message_type = 'STATUS' order by id desc fetch first 1 rows only")
                .query(UUID.class)
                .single();
        assertThat(node.readBy(MX, told.toString()).message())
                .isInstanceOfSatisfying(
                        Status.class, status -> assertThat(status.note()).isEqualTo("CORRECTION_READ 3"));
        mark(first);

        var third = node.bean(JdbcClient.class)
                .sql("select given_id from case_version where message_id = ? and version = 3")
                .param(first.value())
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> arrives(Provided.saying("Too late"), about(new MessageId(third))))
                .isInstanceOf(NotCorrectable.class);
    }

    @Test
    void whatIsDestroyedIsDestroyedInAllItsVersions() {
        var first = arrives(Provided.alert(), about(null));
        arrives(Provided.saying("Second"), about(first));
        assertThat(node.count("case_version_part where message_id = '" + first + "'"))
                .isPositive();

        new TransactionTemplate(node.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> node.bean(CaseRecalls.class)
                        .destroy(node.bean(CaseFiles.class).find(first).orElseThrow()));

        assertThat(node.count("case_version_part where message_id = '" + first + "'"))
                .isZero();
    }

    private MessageId arrives(CaseAlert alert, About about) {
        return node.arrives(MX, alert, about);
    }

    private About about(@Nullable MessageId corrects) {
        return about(corrects, HandlingCode.H1);
    }

    private About about(@Nullable MessageId corrects, HandlingCode code) {
        var about = Provided.about(reference, MessageType.CASE_ALERT, null, code);
        return corrects == null ? about : Provided.correcting(corrects, about);
    }

    private static void words(ObjectNode body, String what) {
        ((ObjectNode) body.at("/content/alert")).put("what", what);
    }

    private static String change(String body, Consumer<ObjectNode> change) {
        var tree = (ObjectNode) JSON.readTree(body);
        change.accept(tree);
        return tree.toString();
    }

    private static String corrected(MessageId first, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.CASE_ALERT)
                .put("corrects", first.toString())
                .put("correctionReason", "WAS_WRONG");
        change.accept(body);
        return body.toString();
    }

    private static void refused(MessageId first, String pointer, String code, Consumer<ObjectNode> change) {
        assertError(client.refused(Role.INVESTIGATOR, corrected(first, change)), pointer, code);
    }

    private static MessageId sent(String body) {
        return released(Role.INVESTIGATOR, body);
    }

    private static void mark(MessageId message) {
        var now = node.clock().instant();
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(message).orElseThrow();
            node.bean(CaseRecalls.class).mark(entry, new Recalled("SENT_IN_ERROR", now, null));
        });
    }

    private static String caseOf(MessageId message) {
        return node.bean(CaseFiles.class)
                .find(message)
                .orElseThrow()
                .reference()
                .value();
    }

    private static String item(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select id from desk_item where message_id = ?")
                .param(message.value())
                .query(UUID.class)
                .single()
                .toString();
    }

    private static int confirms(Browser program, MessageId message, int number) {
        return program.send("POST", "/api/v1/messages/" + message + "/versions/" + number + "/read", JSON_TYPE, "")
                .statusCode();
    }

    private static Instant due(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select due from desk_item where message_id = ?")
                .param(message.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /// What waits for it, until when, and who has it.
    private static String row(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select state, ack_due, answer_due, clock_from, owner from desk_item where message_id = ?")
                .param(message.value())
                .query()
                .singleRow()
                .toString();
    }
}
