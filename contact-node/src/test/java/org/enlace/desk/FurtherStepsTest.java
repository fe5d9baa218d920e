package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A case from the first question to its end and back, on both sides: what each officer may do, what the other side is
/// told, what a partner's act changes, and what it does not.
class FurtherStepsTest {
    private static final String UNCHANGED = "This changed nothing";
    private static final AtomicInteger NUMBER = new AtomicInteger(200_000);

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
    void aQuestionStopsTheClockUntilTheSenderAnswers() {
        var id = acknowledged();
        var due = due(id);

        assertThat(act(Role.DUTY, id, "ask", "note", " ").body()).contains("Write the question");
        assertThat(act(Role.INVESTIGATOR, id, "ask", "note", "Which bus?").body())
                .contains("Only a duty officer, a supervisor or who has the case may do this");
        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(act(Role.DUTY, id, "ask", "note", "Which bus company?").statusCode())
                .isEqualTo(303);

        assertThat(state(id)).isEqualTo("NEEDS_INFO");
        assertThat(row(id).get("due")).isNull();
        assertThat(last(id).kind()).isEqualTo(StatusKind.NEEDS_INFO);
        assertThat(last(id).note()).isEqualTo("Which bus company?");
        assertThat(page(Role.DUTY, id)).contains("stands still", "Stands still since");
        assertThat(node.browser().signIn(Role.DUTY).get("/desk?view=waiting").body())
                .contains(reference(id), "clock stands still");

        node.clock().forward(Duration.ofMinutes(40));
        says(CO, id, StatusKind.ANSWERED, "The blue one");

        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(due(id)).isEqualTo(due.plus(Duration.ofMinutes(40)));
        assertThat(page(Role.DUTY, id)).contains("The blue one", "Stood still from");
    }

    @Test
    void onlyASupervisorPutsItOnHoldAndOnlyForAReasonThatCounts() {
        var id = acknowledged();
        var due = due(id);

        assertThat(act(Role.DUTY, id, "hold", "ground", "JUDICIAL_AUTHORISATION")
                        .body())
                .contains("Only a supervisor may do this");
        for (var none : List.of("", "NEEDS_INFO", "BORED")) {
            assertThat(act(Role.SUPERVISOR, id, "hold", "ground", none).body())
                    .contains("Choose why the clock stands still");
        }
        assertThat(act(Role.SUPERVISOR, id, "hold", "ground", "JUDICIAL_AUTHORISATION")
                        .statusCode())
                .isEqualTo(303);
        assertThat(last(id).ground()).isEqualTo("JUDICIAL_AUTHORISATION");
        assertThat(state(id)).isEqualTo("ON_HOLD");

        node.clock().forward(Duration.ofHours(3));
        assertThat(act(Role.DUTY, id, "resume").statusCode()).isEqualTo(303);

        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(due(id)).isEqualTo(due.plus(Duration.ofHours(3)));
        assertThat(kinds(id)).containsExactly(StatusKind.ACKNOWLEDGED, StatusKind.ON_HOLD, StatusKind.RESUMED);
        assertThat(page(Role.DUTY, id)).contains("Waiting for judicial authorisation");
    }

    @Test
    void whoWorksOnItStartsAndCompletesItWithAnOutcomeAndADayToLookAgain() {
        var id = accepted();

        assertThat(act(Role.DUTY, id, "start").body()).contains("Only who works on the case may do this");
        assertThat(act(Role.CASE_WORKER, id, "complete").statusCode()).isEqualTo(409);
        assertThat(act(Role.CASE_WORKER, id, "start").statusCode()).isEqualTo(303);
        var wrong = act(Role.CASE_WORKER, id, "complete", "outcome", "WELL", "followUp", "2026-11-21");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose how it ended", "Give a day from today on");
        assertThat(act(Role.CASE_WORKER, id, "complete", "outcome", "CARE_STARTED", "followUp", "2026-12-22")
                        .statusCode())
                .isEqualTo(303);

        assertThat(last(id).outcome()).isEqualTo("CARE_STARTED");
        assertThat(last(id).followUp()).isEqualTo(LocalDate.parse("2026-12-22"));
        assertThat(page(Role.CONSULAR, id)).contains("Outcome: Care has begun", "To be looked at again on 2026-12-22");
        assertThat(act(Role.SUPERVISOR, id, "fail", "note", "Too late").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aSupervisorReportsAFailureWithItsReason() {
        var id = accepted();
        act(Role.CASE_WORKER, id, "start");

        assertThat(act(Role.CASE_WORKER, id, "fail", "note", "She left").body())
                .contains("Only a supervisor may do this");
        assertThat(act(Role.SUPERVISOR, id, "fail", "note", "").body()).contains("Write the reason");
        assertThat(act(Role.SUPERVISOR, id, "fail", "note", "The shelter has closed")
                        .statusCode())
                .isEqualTo(303);

        assertThat(last(id).kind()).isEqualTo(StatusKind.FAILED);
        assertThat(last(id).note()).isEqualTo("The shelter has closed");
    }

    @Test
    void whatWasNotAcceptedYetIsWithdrawnAtOnceAndLeavesTheDesk() {
        var id = acknowledged();

        says(CO, id, StatusKind.WITHDRAWN, "Found at home");

        assertThat(state(id)).isEqualTo("WITHDRAWN");
        assertThat(row(id)).containsEntry("waits", false);
        assertThat(act(Role.DUTY, id, "forward", "unit", "Too late", "outside", "no")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void careThatWasAcceptedIsNotCutOffByAWithdrawalButEndedHereWithAWordOnHowItGoesOn() {
        var id = accepted();
        says(CO, id, StatusKind.WITHDRAWAL_REQUESTED, null);

        assertThat(state(id)).isEqualTo("WITHDRAWAL_REQUESTED");
        assertThat(row(id)).containsEntry("waits", true);
        assertThat(persons(Role.CASE_WORKER, id)).contains(Samples.ADDRESS);
        assertThat(act(Role.CASE_WORKER, id, "confirm-withdrawal").body()).contains("Say how care goes on");
        assertThat(act(Role.CASE_WORKER, id, "confirm-withdrawal", "note", "The shelter keeps her until Friday")
                        .statusCode())
                .isEqualTo(303);

        assertThat(state(id)).isEqualTo("WITHDRAWN");
        assertThat(last(id).kind()).isEqualTo(StatusKind.WITHDRAWN);
        assertThat(persons(Role.CASE_WORKER, id)).doesNotContain(Samples.ADDRESS);
    }

    @Test
    void anAcceptanceThatCrossedAnEarlierWithdrawalDoesNotCountAndALaterWithdrawalBecomesARequest() {
        var early = acknowledgedRequest();
        node.clock().forward(Duration.ofMinutes(1));
        var before = node.clock().instant();
        node.clock().forward(Duration.ofMinutes(1));
        accept(early);
        assertThat(state(early)).isEqualTo("ACCEPTED");

        says(CO, early, StatusKind.WITHDRAWN, before, null);

        assertThat(state(early)).isEqualTo("WITHDRAWN");
        assertThat(persons(Role.CASE_WORKER, early)).doesNotContain(Samples.ADDRESS);
        assertThat(page(Role.CONSULAR, early)).contains(UNCHANGED);

        var late = accepted();
        node.clock().forward(Duration.ofMinutes(1));
        says(CO, late, StatusKind.WITHDRAWN, null);

        assertThat(state(late)).isEqualTo("WITHDRAWAL_REQUESTED");
    }

    @Test
    void consentWithdrawnStopsEverythingAndClosesNamesWhateverCameLater() {
        var id = accepted();
        act(Role.CASE_WORKER, id, "start");
        node.clock().forward(Duration.ofMinutes(1));

        says(CO, id, StatusKind.CONSENT_WITHDRAWN, null);
        says(CO, id, StatusKind.ENTERED_IN_ERROR, null);

        assertThat(state(id)).isEqualTo("CONSENT_WITHDRAWN");
        assertThat(act(Role.CASE_WORKER, id, "complete", "outcome", "CARE_STARTED", "followUp", "2026-12-22")
                        .statusCode())
                .isEqualTo(409);
        assertThat(persons(Role.CASE_WORKER, id)).doesNotContain(Samples.ADDRESS, Samples.NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, it is not for that side to do",
        "ANSWERED, was in a state that it does not fit",
        "REOPENED, was in a state that it does not fit"
    })
    void whatASenderMayNotOrCannotDoIsKeptAndShownAndChangesNothing(StatusKind kind, String why) {
        var id = acknowledged();

        says(CO, id, kind, "words of the sender");

        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(page(Role.DUTY, id)).contains(UNCHANGED, why, "words of the sender");
        assertThat(acts(id)).contains("CHANGED_NOTHING");
    }

    @Test
    void whatClaimsToComeFromTheFutureOrLeavesOutWhatItNeedsChangesNothing() {
        var post = new Correspondence(node);
        var id = post.sends(ours(), CO);
        says(CO, id, StatusKind.ACKNOWLEDGED, null);
        says(CO, id, StatusKind.DECLINED, null);
        says(CO, id, StatusKind.ACCEPTED, node.clock().instant().plus(Duration.ofHours(1)), null);

        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(page(Role.INVESTIGATOR, id))
                .contains("something that it needs was left out", "was in a state that it does not fit")
                .contains("Transport (machines): ", "Case work (people): Acknowledged");
    }

    @Test
    void aQuestionComesToTheDeskOfWhoAskedAndTheAnswerLetsTheClockRunOn() {
        var post = new Correspondence(node);
        var id = post.sends(ours(), Urgency.URGENT, CO);
        post.confirms(CO, id);
        says(CO, id, StatusKind.ACKNOWLEDGED, null);
        var due = due(id);
        says(CO, id, StatusKind.NEEDS_INFO, "Which colour?");

        assertThat(row(id)).containsEntry("state", "NEEDS_INFO").containsEntry("waits", true);
        var mine =
                node.browser().signIn(Role.INVESTIGATOR).get("/desk?view=mine").body();
        assertThat(mine).contains(reference(id));
        assertThat(page(Role.DUTY, id)).contains("Which colour?", "/answer\"");
        node.clock().forward(Duration.ofMinutes(20));
        assertThat(act(Role.DUTY, id, "answer", "note", "White").statusCode()).isEqualTo(303);

        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(due(id)).isEqualTo(due.plus(Duration.ofMinutes(20)));
        assertThat(toldTo(CO, id).getLast().kind()).isEqualTo(StatusKind.ANSWERED);
        assertThat(act(Role.DUTY, id, "answer", "note", "White").statusCode()).isEqualTo(409);
    }

    @Test
    void whatHasEndedWaitsForASupervisorWhoClosesItKnowingThatTheSenderHasSeenItAndMayReopenIt() {
        var post = new Correspondence(node);
        var id = post.sends(ours(), CO);
        says(CO, id, StatusKind.ACKNOWLEDGED, null);
        declined(CO, id);
        assertThat(row(id)).containsEntry("state", "DECLINED").containsEntry("waits", true);

        assertThat(act(Role.DUTY, id, "close", "seen", "yes").body()).contains("Only a supervisor may do this");
        assertThat(act(Role.SUPERVISOR, id, "close").body())
                .contains("Make sure that the officer who sent it knows how it ended");
        assertThat(act(Role.SUPERVISOR, id, "close", "seen", "yes").statusCode())
                .isEqualTo(303);
        assertThat(row(id)).containsEntry("state", "CLOSED").containsEntry("waits", false);
        assertThat(act(Role.SUPERVISOR, id, "reopen", "note", "").body()).contains("Write the reason");
        assertThat(act(Role.SUPERVISOR, id, "reopen", "note", "A new trace").statusCode())
                .isEqualTo(303);

        assertThat(row(id)).containsEntry("state", "ACKNOWLEDGED").containsEntry("waits", true);
        assertThat(toldTo(CO, id)).extracting(Status::kind).containsExactly(StatusKind.CLOSED, StatusKind.REOPENED);
    }

    @Test
    void withdrawingEndsWhatNobodyAcceptedAndAsksWhoeverDidRecipientByRecipient() {
        var post = new Correspondence(node);
        var id = post.sends(ours(), CO, MX);
        says(CO, id, StatusKind.ACKNOWLEDGED, null);
        says(MX, id, StatusKind.ACKNOWLEDGED, null);
        says(MX, id, StatusKind.ACCEPTED, null);

        assertThat(act(Role.DUTY, id, "withdraw").body())
                .contains("Only the officer who sent it or a supervisor may do this");
        assertThat(act(Role.INVESTIGATOR, id, "withdraw", "choose", "yes").body())
                .contains("Choose at least one recipient");
        var form = node.browser().signIn(Role.INVESTIGATOR).get("/desk/items/" + item(id) + "/withdraw");
        assertThat(form.body()).contains("value=\"CO\"", "value=\"MX\"", "For which recipients?");
        assertThat(act(Role.INVESTIGATOR, id, "withdraw", "note", "Found at home")
                        .statusCode())
                .isEqualTo(303);

        assertThat(toldTo(CO, id)).extracting(Status::kind).containsExactly(StatusKind.WITHDRAWN);
        assertThat(toldTo(MX, id)).extracting(Status::kind).containsExactly(StatusKind.WITHDRAWAL_REQUESTED);
        assertThat(page(Role.INVESTIGATOR, id))
                .contains("Case work (people): Withdrawn", "Case work (people): Withdrawal asked for");
        node.clock().forward(Duration.ofSeconds(1));
        says(MX, id, StatusKind.WITHDRAWN, "Nobody was in care");
        assertThat(row(id)).containsEntry("state", "WITHDRAWN").containsEntry("waits", false);
    }

    @Test
    void aSupervisorWithdrawsWhatWasNotAcceptedAndOnlyTheSenderAsksForTheRest() {
        var post = new Correspondence(node);
        var id = post.sends(ours(), CO);
        says(CO, id, StatusKind.ACKNOWLEDGED, null);
        says(CO, id, StatusKind.ACCEPTED, null);

        assertThat(act(Role.SUPERVISOR, id, "withdraw").body()).contains("Only the officer who sent it may do this");
        assertThat(toldTo(CO, id)).isEmpty();
    }

    @Test
    void thePageOffersWhatTheReaderMayDoNowAndSaysWhyNotTheRest() {
        var id = acknowledged();

        assertThat(page(Role.DUTY, id))
                .contains("/ask\"", "/forward\"", "/accept\"")
                .doesNotContain("/decline\"", "/hold\"", "/start\"", "/withdraw\"")
                .contains("Only a supervisor may do this", "Not before its state is: Accepted")
                .contains("Not before its state is: In progress", "Already done, or no longer possible");
        assertThat(page(Role.SUPERVISOR, id)).contains("/decline\"", "/hold\"");
    }

    @Test
    void aProgramTakesTheSameStepsAndIsRefusedWithStableCodes() {
        var id = acknowledged();

        var refused = api(Role.SUPERVISOR, id, "hold", "{\"ground\":\"BORED\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("urn:enlace:problem:refused", "\"pointer\":\"/ground\",\"code\":\"PAUSE_UNKNOWN\"");
        assertThat(api(Role.SUPERVISOR, id, "ask", "{\"question\":\"x\"}").body())
                .contains("\"code\":\"UNKNOWN_FIELD\"");
        assertThat(api(Role.SUPERVISOR, id, "close", "{\"outcomeSeen\":true}").statusCode())
                .isEqualTo(409);
        assertThat(api(Role.DUTY, id, "withdraw", "{}").body()).contains("\"code\":\"OTHER_SIDE\"");
        assertThat(api(Role.DUTY, id, "ask", "{\"note\":\"Which bus?\"}").body())
                .contains("\"state\":\"NEEDS_INFO\"");
        assertThat(api(Role.DUTY, id, "ask", "{\"note\":\"Which bus?\"}").body())
                .contains("urn:enlace:problem:moved-on", "\"state\":\"NEEDS_INFO\"");

        assertThat(node.api(Role.DUTY).get("/api/v1/messages/" + id).body())
                .contains("\"states\":{\"PA\":\"NEEDS_INFO\"}");
        assertThat(acts(id)).contains("NEEDS_INFO");
    }

    @Test
    void aProgramOfTheSenderNamesTheRecipientsItMeans() {
        var post = new Correspondence(node);
        var id = post.sends(ours(), CO, MX);

        assertThat(api(Role.INVESTIGATOR, id, "withdraw", "{\"to\":[\"GT\"]}").statusCode())
                .isEqualTo(409);
        assertThat(api(Role.INVESTIGATOR, id, "withdraw", "{\"to\":[\"nowhere\"]}")
                        .body())
                .contains("\"code\":\"RECIPIENT_UNKNOWN\"");
        assertThat(api(Role.INVESTIGATOR, id, "withdraw", "{\"to\":[\"MX\"]}").statusCode())
                .isEqualTo(200);

        assertThat(toldTo(CO, id)).isEmpty();
        assertThat(toldTo(MX, id)).extracting(Status::kind).containsExactly(StatusKind.WITHDRAWN);
        assertThat(node.api(Role.INVESTIGATOR).get("/api/v1/messages/" + id).body())
                .contains("\"states\":{\"CO\":\"RECEIVED\",\"MX\":\"WITHDRAWN\"}");
    }

    private static MessageId acknowledged() {
        var id = node.arrives(CO, Samples.alert(), Samples.alertAbout(theirs(), Urgency.URGENT, ChildInvolved.NO));
        assertThat(act(Role.DUTY, id, "acknowledge").statusCode()).isEqualTo(303);
        node.clock().forward(Duration.ofSeconds(1));
        return id;
    }

    private static MessageId acknowledgedRequest() {
        var id = node.arrives(CO, Samples.request(), Samples.requestAbout(theirs(), Urgency.URGENT, Samples.usual()));
        act(Role.DUTY, id, "acknowledge");
        node.clock().forward(Duration.ofSeconds(1));
        return id;
    }

    private static MessageId accepted() {
        var id = acknowledgedRequest();
        accept(id);
        return id;
    }

    private static void accept(MessageId id) {
        var worker = node.database()
                .sql("select pseudonym from officer where username = ?")
                .param(Role.CASE_WORKER.name().toLowerCase(Locale.ROOT))
                .query(String.class)
                .single();
        assertThat(act(Role.CONSULAR, id, "accept", "worker", worker, "start", today())
                        .statusCode())
                .isEqualTo(303);
    }

    private static String today() {
        return node.clock()
                .instant()
                .atZone(ZoneId.of("America/Panama"))
                .toLocalDate()
                .toString();
    }

    private static String theirs() {
        return "CO-2026-" + NUMBER.incrementAndGet();
    }

    private static String ours() {
        return "PA-2026-" + NUMBER.incrementAndGet();
    }

    private static void says(NodeId partner, MessageId id, StatusKind kind, @Nullable String note) {
        says(partner, id, kind, node.clock().instant(), note);
    }

    private static void says(NodeId partner, MessageId id, StatusKind kind, Instant at, @Nullable String note) {
        said(partner, new Status(node.given(id), kind, at, "desk 2", null, null, null, note));
    }

    private static void declined(NodeId partner, MessageId id) {
        said(
                partner,
                new Status(
                        node.given(id),
                        StatusKind.DECLINED,
                        node.clock().instant(),
                        "desk 2",
                        "NOT_COMPETENT",
                        null,
                        "Guardia Nacional, mesa 4",
                        null));
    }

    private static void said(NodeId partner, Status status) {
        var about = About.control(MessageType.STATUS, new CaseReference("PA-2026-000001"), status.of(), "desk 2");
        node.arrives(partner, status, about);
    }

    private static HttpResponse<String> act(Role role, MessageId id, String act, String... fields) {
        return node.browser().signIn(role).submit("/me", "/desk/items/" + item(id) + "/" + act, fields);
    }

    private static HttpResponse<String> api(Role role, MessageId id, String act, String body) {
        return node.api(role).send("POST", "/api/v1/desk/items/" + item(id) + "/" + act, "application/json", body);
    }

    private static String page(Role role, MessageId id) {
        return node.browser()
                .signIn(role)
                .get("/cases/" + reference(id) + "?message=" + id)
                .body();
    }

    private static String persons(Role role, MessageId id) {
        return node.browser()
                .signIn(role)
                .get("/cases/" + reference(id) + "/persons?message=" + id)
                .body();
    }

    private static String reference(MessageId id) {
        return String.valueOf(row(id).get("reference"));
    }

    private static String item(MessageId id) {
        return Objects.requireNonNull(row(id).get("id")).toString();
    }

    private static String state(MessageId id) {
        return String.valueOf(row(id).get("state"));
    }

    private static Instant due(MessageId id) {
        return ((OffsetDateTime) Objects.requireNonNull(row(id).get("due"))).toInstant();
    }

    private static Map<String, @Nullable Object> row(MessageId id) {
        return node.database()
                .sql("select * from desk_item where message_id = ?")
                .param(id.value())
                .query()
                .singleRow();
    }

    private static List<String> acts(MessageId id) {
        return node.database()
                .sql("select action from audit_entry where object_id = ?")
                .param(id.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Status last(MessageId id) {
        return toldTo(CO, id).getLast();
    }

    private static List<StatusKind> kinds(MessageId id) {
        return toldTo(CO, id).stream().map(Status::kind).toList();
    }

    private static List<Status> toldTo(NodeId partner, MessageId id) {
        return node.toldTo(partner).stream()
                .filter(status -> status.of().equals(node.given(id)))
                .toList();
    }
}
