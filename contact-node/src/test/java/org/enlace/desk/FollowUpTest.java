package org.enlace.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlace.compose.Documented;
import org.enlace.console.Browser;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.message.StrictJson;
import org.enlace.message.VictimReferral;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// After a case is completed somebody looks how the person is: when, who, and what the sender hears of it.
class FollowUpTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(300_000);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

    private static DeskUnderTest.Running node;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aReturnForWhichNothingWasPlannedIsLookedAtAfterThirtyAndNinetyDaysAndOnTheDayThatWasNamed() {
        var id = completedReturn(List.of(), TODAY);

        assertThat(planned(id)).containsExactly(TODAY, TODAY.plusDays(30), TODAY.plusDays(90));
    }

    @Test
    void theDaysThatTheSenderPlannedStandInTheirPlaceAndThoseThatHavePassedDoNot() {
        var id = completedReturn(List.of("2026-11-02", "2026-12-02", "2027-02-02"), TODAY.plusDays(7));

        assertThat(planned(id))
                .containsExactly(TODAY.plusDays(7), LocalDate.parse("2026-12-02"), LocalDate.parse("2027-02-02"));
    }

    @Test
    void anyOtherCaseIsLookedAtOnTheDayThatWasNamed() {
        assertThat(planned(completedRequest(TODAY.plusDays(20)))).containsExactly(TODAY.plusDays(20));
    }

    @Test
    void whatIsDueStandsInTheListOfThoseWhoMaySeeTheCaseAndOfNobodyElse() {
        var due = completedRequest(TODAY);
        var soon = completedRequest(TODAY.plusDays(14));
        var later = completedRequest(TODAY.plusDays(15));

        var page = browser(Role.CASE_WORKER).get("/follow-ups").body();

        assertThat(page).contains(reference(due), reference(soon), "Look now").doesNotContain(reference(later));
        assertThat(page.indexOf(reference(due))).isLessThan(page.indexOf(reference(soon)));
        assertThat(browser(Role.INVESTIGATOR).get("/follow-ups").statusCode()).isEqualTo(403);
        assertThat(node.api(Role.AUDITOR).get("/api/v1/follow-ups").statusCode())
                .isEqualTo(403);
        assertThat(node.api(Role.CASE_WORKER).get("/api/v1/follow-ups").body())
                .contains(due.toString(), "\"due\":\"2026-11-22\",\"overdue\":false")
                .doesNotContain(later.toString());
        assertThat(node.api(Role.CASE_WORKER).get("/api/v1/follow-ups?page=9").body())
                .isEqualTo("{\"items\":[],\"more\":false}");
        assertThat(browser(Role.DUTY).get("/follow-ups").body())
                .as("who does not work on it reads the case and records nothing")
                .contains(reference(due))
                .doesNotContain("/follow-ups/" + followUp(due));
        assertThat(record(Role.DUTY, due, "SAFE", "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsIncompleteIsRefusedAndNothingIsTold() {
        var id = completedRequest(TODAY);
        var told = node.toldTo(CO).size();

        for (var wrong : List.of(
                List.of("WELL", "", "Choose what you found"),
                List.of("SAFE", "2026-11-22", "Give a day after today"),
                List.of("SAFE", "soon", "Give a day after today"),
                List.of("SAFE", "2028-11-23", "Give a day after today"),
                List.of("AT_RISK", "", "the person is not looked after yet"),
                List.of("NEEDS_HELP", "", "the person is not looked after yet"),
                List.of("NOT_REACHED", "", "the person is not looked after yet"),
                List.of("NO_FURTHER_CONTACT", "2026-12-22", "leave the day empty"),
                List.of("", "", "Choose what you found"),
                List.of("SAFE", "9".repeat(5_000), "Give a day after today"))) {
            var answer = record(Role.CASE_WORKER, id, wrong.get(0), wrong.get(1), "Kept as typed");

            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).contains(wrong.get(2), "Kept as typed");
        }
        var endless = record(Role.CASE_WORKER, id, "SAFE", "", "w".repeat(2_001));
        assertThat(endless.statusCode()).isEqualTo(422);
        assertThat(endless.body()).contains("Use at most 2,000 characters", "w".repeat(2_001));
        for (var page : List.of("-1", "10001", "x", "99999999999")) {
            assertThat(browser(Role.CASE_WORKER).get("/follow-ups?page=" + page).statusCode())
                    .as(page)
                    .isIn(400, 404);
        }
        assertThat(node.toldTo(CO)).hasSize(told);
        assertThat(planned(id)).containsExactly(TODAY);
    }

    @Test
    void whatWasFoundIsToldInCodesAndTheWordsStayHere() {
        var id = completedRequest(TODAY);

        assertThat(record(Role.CASE_WORKER, id, "NOT_REACHED", "2026-11-29", "La vecina no la ha visto")
                        .statusCode())
                .isEqualTo(303);

        assertThat(toldLast(id).kind()).isEqualTo(StatusKind.NOTE);
        assertThat(toldLast(id).note()).isEqualTo("FOLLOW_UP NOT_REACHED, 2026-11-22, 2026-11-29");
        assertThat(node.toldTo(CO))
                .noneMatch(status -> String.valueOf(status.note()).contains("vecina"));
        assertThat(node.allRows()).doesNotContain("La vecina");
        assertThat(browser(Role.CONSULAR).get("/cases/" + reference(id)).body())
                .contains("Looked again on 2026-11-22: Not reached. To be looked at again on 2026-11-29.")
                .contains("La vecina no la ha visto");
        assertThat(planned(id)).containsExactly(TODAY.plusDays(7));
    }

    @Test
    void ofTwoWhoLookedOnlyTheFirstIsKept() {
        var id = completedRequest(TODAY);
        var path = "/follow-ups/" + followUp(id);
        var second = browser(Role.CONSULAR);
        assertThat(second.get(path).body()).contains("How is the person now?");
        record(Role.CASE_WORKER, id, "SAFE", "", "");
        var told = node.toldTo(CO).size();

        var late = second.submit("/me", path, "finding", "AT_RISK", "again", "2026-11-23");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody has recorded this already");
        assertThat(node.toldTo(CO)).hasSize(told);
        assertThat(planned(id)).isEmpty();
    }

    @Test
    void whoDoesNotWantToBeAskedAgainIsNotAskedAgain() {
        var id = completedReturn(List.of("2026-12-02", "2027-02-02"), TODAY);

        assertThat(node.api(Role.CASE_WORKER)
                        .send(
                                "POST",
                                "/api/v1/follow-ups/" + followUp(id) + "/finding",
                                "application/json",
                                "{\"finding\":\"NO_FURTHER_CONTACT\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(planned(id)).isEmpty();
        assertThat(toldLast(id).note()).isEqualTo("FOLLOW_UP NO_FURTHER_CONTACT, 2026-11-22");
    }

    @Test
    void aCaseThatIsOpenedAgainIsLookedAtWhenItIsCompletedAgain() {
        var id = completedRequest(TODAY);
        var open = followUp(id);
        node.clock().forward(Duration.ofSeconds(1));
        var closed =
                new Status(node.given(id), StatusKind.CLOSED, node.clock().instant(), "desk 2", null, null, null, null);
        node.arrives(
                CO,
                closed,
                About.control(MessageType.STATUS, new CaseReference("PA-2026-000001"), closed.of(), "desk 2"));
        assertThat(act(Role.SUPERVISOR, id, "reopen", "note", "She asks for more")
                        .statusCode())
                .isEqualTo(303);

        assertThat(browser(Role.CASE_WORKER).get("/follow-ups").body()).doesNotContain(reference(id));
        assertThat(browser(Role.CASE_WORKER)
                        .submit("/me", "/follow-ups/" + open, "finding", "SAFE")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatThePartnerFoundIsReadInTheLanguageOfItsReader() {
        var id = completedRequest(TODAY);
        record(Role.CASE_WORKER, id, "SAFE", "", "");
        var reader = node.browser().signIn(Role.CONSULAR);

        assertThat(reader.cookie("language", "fr")
                        .get("/cases/" + reference(id))
                        .body())
                .contains("Revu le 2026-11-22", "En sécurité, et l’aide est là.");
    }

    /// Signed in once for all tests.
    private static Browser browser(Role role) {
        return BROWSERS.computeIfAbsent(role, it -> node.browser().signIn(it));
    }

    private static MessageId completedRequest(LocalDate named) {
        return completed(
                Samples.request(),
                node.arrives(CO, Samples.request(), Samples.requestAbout(theirs(), Urgency.URGENT, Samples.usual())),
                named);
    }

    private static MessageId completedReturn(List<String> planned, LocalDate named) {
        var referral = referral(planned);
        return completed(referral, node.arrives(CO, referral, Referrals.about(theirs())), named);
    }

    private static MessageId completed(Message message, MessageId id, LocalDate named) {
        done(act(Role.DUTY, id, "acknowledge"));
        if (message instanceof VictimReferral) {
            done(act(Role.CONSULAR, id, "assess", "risk", "LOW"));
        }
        done(act(Role.CONSULAR, id, "accept", "worker", pseudonym(), "start", TODAY.toString()));
        done(act(Role.CASE_WORKER, id, "start"));
        done(act(Role.CASE_WORKER, id, "complete", "outcome", "CARE_STARTED", "followUp", named.toString()));
        return id;
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static VictimReferral referral(List<String> planned) {
        try {
            var body = JsonMapper.shared().readTree(Documented.body(MessageType.VICTIM_REFERRAL));
            var days = ((ObjectNode) body.at("/content/alert")).putArray("followUpAt");
            planned.forEach(days::add);
            return StrictJson.read(
                    VictimReferral.class, body.path("content").toString().getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> record(Role role, MessageId id, String finding, String again, String words) {
        return browser(role)
                .submit("/me", "/follow-ups/" + followUp(id), "finding", finding, "again", again, "words", words);
    }

    private static HttpResponse<String> act(Role role, MessageId id, String act, String... fields) {
        return browser(role).submit("/me", "/desk/items/" + item(id) + "/" + act, fields);
    }

    private static String pseudonym() {
        return node.database()
                .sql("select pseudonym from officer where username = ?")
                .param(Role.CASE_WORKER.name().toLowerCase(Locale.ROOT))
                .query(String.class)
                .single();
    }

    private static Status toldLast(MessageId id) {
        return node.toldTo(CO).stream()
                .filter(status -> status.of().equals(node.given(id)))
                .toList()
                .getLast();
    }

    /// The days on which somebody still has to look.
    private static List<LocalDate> planned(MessageId id) {
        return node.database()
                .sql("select due_on from follow_up where message_id = ? and finding is null order by due_on")
                .param(id.value())
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private static UUID followUp(MessageId id) {
        return node.database()
                .sql("select id from follow_up where message_id = ? order by due_on")
                .param(id.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .getFirst();
    }

    private static UUID item(MessageId id) {
        return node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    private static String reference(MessageId id) {
        return node.database()
                .sql("select reference from desk_item where message_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static String theirs() {
        return "CO-2026-" + NUMBER.incrementAndGet();
    }
}
