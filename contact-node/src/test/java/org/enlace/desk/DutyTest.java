package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.PA;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.enlace.console.Team;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who is on duty, who is called when nobody takes what waits, and who is told that nobody came.
class DutyTest {
    private static final ZoneId PANAMA = ZoneId.of("America/Panama");

    private static DeskUnderTest.Running node;
    private static Correspondence post;
    private static int number;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
        post = new Correspondence(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void nobodyIsOnDuty() {
        node.database().sql("delete from duty_shift").update();
    }

    @Test
    void aSupervisorSaysWhoIsOnDutyAndThePageNamesTheHoursWithoutAnybody() {
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/duty").body()).contains("Nobody is on duty now");

        var hour = LocalDateTime.ofInstant(node.clock().instant(), PANAMA).truncatedTo(ChronoUnit.HOURS);
        var added = supervisor.submit("/duty", "/duty", form(hour, hour.plusHours(6)));
        var twice = supervisor.submit("/duty", "/duty", form(hour.plusHours(5), hour.plusHours(7)));

        assertThat(added.statusCode()).isEqualTo(303);
        var until = hour.plusHours(11).toLocalTime() + " UTC)";
        assertThat(supervisor.get("/duty").body())
                .contains("On duty now", "End now")
                .containsPattern("Mesa: from [A-Z][a-z]+day .*" + Pattern.quote(until) + " on");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body())
                .containsPattern("is on duty in Mesa [A-Z][a-z]+day .* to .*" + Pattern.quote(until))
                .contains("value=\"" + hour.plusHours(5));
        var duty = node.browser().signIn(Role.DUTY);
        assertThat(duty.get("/duty").body()).contains("That is you").doesNotContain("End now");
        assertThat(duty.get("/desk").body()).contains("On duty: Ana Lucía Ramírez Ortega until ");
        assertThat(duty.submit("/me", "/duty", form(hour.plusDays(1), hour.plusDays(2)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsWrongWithAShiftIsSaidAtOnceAndNothingIsKept() {
        var now = node.clock().instant();

        assertThat(refused("Mesa", pseudonym(Role.DUTY), null, now.plusSeconds(60), now.plusSeconds(60)))
                .contains("END_BEFORE_START");
        assertThat(refused("Mesa", pseudonym(Role.DUTY), null, now.minusSeconds(7_200), now.minusSeconds(60)))
                .contains("END_PAST");
        assertThat(refused("Mesa", pseudonym(Role.DUTY), null, now.minus(Duration.ofDays(2)), now.plusSeconds(60)))
                .contains("START_LONG_PAST");
        assertThat(refused("Mesa", pseudonym(Role.DUTY), null, now, now.plus(Duration.ofDays(8))))
                .contains("SHIFT_LONG");
        assertThat(refused(" ", "officer-XXXXXX", "officer-YYYYYY", now, now.plusSeconds(60)))
                .contains("UNIT_MISSING", "OFFICER_UNKNOWN", "STAND_IN_UNKNOWN");
        assertThat(refused("M".repeat(81), pseudonym(Role.ANALYST), pseudonym(Role.AUDITOR), now, now.plusSeconds(60)))
                .contains("UNIT_LONG", "OFFICER_TAKES_NOTHING", "STAND_IN_TAKES_NOTHING");
        assertThat(refused("Mesa", pseudonym(Role.DUTY), pseudonym(Role.DUTY), null, null))
                .contains("STAND_IN_SAME", "START_MISSING", "END_MISSING");
        assertThat(node.api(Role.DUTY).get("/api/v1/duty/shifts").body()).contains("\"shifts\":[]");
    }

    @Test
    void nobodyIsOnDutyInTwoUnitsAndWhatHasBeenStaysAsItWas() {
        var now = node.clock().instant();
        var running = added("Mesa", Role.DUTY, null, now.minusSeconds(3_600), now.plusSeconds(3_600));
        var coming = added("Mesa", Role.SUPERVISOR, null, now.plusSeconds(3_600), now.plusSeconds(7_200));
        assertThat(refused("Otra", pseudonym(Role.DUTY), null, now, now.plusSeconds(60)))
                .contains("OFFICER_ELSEWHERE", "in Mesa");

        assertThat(end(running).statusCode()).isEqualTo(200);
        assertThat(end(coming).statusCode()).isEqualTo(200);
        assertThat(end(running).statusCode()).isEqualTo(404);

        assertThat(node.database().sql("select ends_at from duty_shift").query().listOfRows())
                .hasSize(1);
        assertThat(node.database()
                        .sql("select object_id from audit_entry where action = 'DUTY_END' and outcome = 'DONE'")
                        .query((row, _) -> row.getString(1))
                        .list())
                .anyMatch(object -> object.startsWith(running + " "))
                .anyMatch(object -> object.startsWith(coming + " "));
    }

    @Test
    void oneAfterTheOtherIsCalledUntilSomebodyTakesIt() {
        onDuty();
        var id = arrives(Urgency.IMMEDIATE);

        tick(Duration.ZERO);
        assertThat(called(id)).containsExactly("ON_DUTY");
        tick(Duration.ofMinutes(14));
        assertThat(called(id)).containsExactly("ON_DUTY");
        tick(Duration.ofMinutes(1));
        tick(Duration.ZERO);
        assertThat(called(id)).containsExactly("ON_DUTY", "STAND_IN");
        var duty = node.browser().signIn(Role.DUTY);
        assertThat(duty.get("/desk?item=" + item(id)).body())
                .contains("Called: The stand-in", "Who was called", "no desk was open. Call by phone");
        assertThat(duty.get("/cases/" + reference()).body())
                .contains("Called because it is due: The officer on duty", "Called because it is due: The stand-in");
        assertThat(node.api(Role.DUTY)
                        .get("/api/v1/desk/items/" + item(id) + "/calls")
                        .body())
                .contains("\"rung\":\"STAND_IN\"", "\"officer\":\"" + pseudonym(Role.SUPERVISOR) + "\"")
                .contains("\"late\":false", "\"atDesk\":false");

        assertThat(duty.submit("/me", "/desk/items/" + item(id) + "/acknowledge")
                        .statusCode())
                .isEqualTo(303);
        tick(Duration.ofHours(1));

        assertThat(called(id)).containsExactly("ON_DUTY", "STAND_IN");
        assertThat(silent(id)).isEmpty();
    }

    @Test
    void whatANodeMissedItDoesAtOnceSaysSoAndDoesItOnceWhateverItsClockSays() {
        onDuty();
        var id = arrives(Urgency.IMMEDIATE);
        var due = node.clock().instant().plus(Duration.ofMinutes(30));

        tick(Duration.ofMinutes(40));
        tick(Duration.ofMinutes(-50));
        tick(Duration.ofMinutes(60));

        assertThat(called(id)).containsExactly("ON_DUTY", "STAND_IN", "SUPERVISOR", "UNIT", "SENDER");
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/" + reference()).body())
                .contains("Late: this node could not call in time")
                .contains("Nobody here had acknowledged by then. The sender is told", "Called last: The whole unit");
        assertThat(silent(id))
                .containsExactly(Status.unacknowledged(
                        node.given(id),
                        due,
                        "node",
                        "UNIT",
                        "Not acknowledged by anybody by " + due + ". Escalated to: UNIT"));
    }

    @Test
    void whereNobodyIsOnDutySupervisorsAreCalledAtOnceAndNobodyWhoMayNotSeeIt() {
        var id = node.arrives(CO, Samples.request(), Samples.requestAbout(next(), Urgency.IMMEDIATE, Samples.usual()));

        tick(Duration.ZERO);
        assertThat(called(id)).containsExactly("ON_DUTY", "STAND_IN", "SUPERVISOR");
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/" + reference()).body())
                .contains("There was nobody to call, so the next was called at once");

        tick(Duration.ofMinutes(31));
        var told = node.api(Role.SUPERVISOR)
                .get("/api/v1/desk/items/" + item(id) + "/calls")
                .body();
        assertThat(told)
                .contains(pseudonym(Role.DUTY), pseudonym(Role.CONSULAR))
                .doesNotContain(pseudonym(Role.INVESTIGATOR))
                .doesNotContain(pseudonym(Role.OPERATOR));
        assertThat(node.api(Role.INVESTIGATOR)
                        .get("/api/v1/desk/items/" + item(id) + "/calls")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aClockThatStandsStillCallsNobodyAndRunsOnWithWhatWasLeft() {
        var id = arrives(Urgency.IMMEDIATE);
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        supervisor.submit("/me", "/desk/items/" + item(id) + "/acknowledge");
        supervisor.submit("/me", "/desk/items/" + item(id) + "/hold", "ground", "JUDICIAL_AUTHORISATION");

        tick(Duration.ofHours(20));
        assertThat(called(id, "ANSWER")).isEmpty();
        assertThat(node.api(Role.SUPERVISOR)
                        .send("POST", "/api/v1/desk/items/" + item(id) + "/resume", "application/json", "")
                        .statusCode())
                .isEqualTo(200);
        tick(Duration.ofHours(3));
        assertThat(called(id, "ANSWER")).isEmpty();

        tick(Duration.ofHours(1));
        assertThat(called(id, "ANSWER")).containsExactly("HOLDER");
        tick(Duration.ofHours(4));
        assertThat(called(id, "ANSWER")).containsExactly("HOLDER", "SUPERVISOR");
    }

    @Test
    void aSenderSeesWhetherTheOtherNodeSaysThatNobodyCameOrSaysNothingAtAll() {
        var sent = post.sends("PA-2026-0000E1", CO);
        tick(Duration.ofMinutes(29));
        assertThat(shown("PA-2026-0000E1")).doesNotContain("cp-silence");

        tick(Duration.ofMinutes(1));
        tick(Duration.ofMinutes(1));
        assertThat(shown("PA-2026-0000E1")).contains("No receipt from Colombia by", "Call Colombia now", "href=\"tel:");
        assertThat(silences("PA-2026-0000E1")).containsExactly("NO_RECEIPT");

        post.confirms(CO, sent);
        tick(Duration.ofMinutes(41));
        assertThat(shown("PA-2026-0000E1"))
                .contains("The node of Colombia has the message. Nobody there had acknowledged by");

        var due = node.clock().instant().minus(Duration.ofMinutes(11));
        node.arrives(
                CO,
                Status.unacknowledged(sent, due, "node", "SUPERVISOR", "Not acknowledged by anybody"),
                About.control(MessageType.STATUS, new CaseReference("PA-2026-0000E1"), sent, "node"));
        assertThat(shown("PA-2026-0000E1"))
                .contains("Colombia says under its signature: nobody there had acknowledged by")
                .contains("Called last: The supervisors.");
        assertThat(silences("PA-2026-0000E1")).containsExactly("NO_RECEIPT", "NO_WORD", "UNACKNOWLEDGED");

        post.says(CO, sent, StatusKind.ACKNOWLEDGED, null, null, null);
        assertThat(shown("PA-2026-0000E1")).doesNotContain("cp-silence");
    }

    @Test
    void onlyWhoReceivedAMessageCanSayThatNobodyAcknowledgedIt() {
        var id = arrives(Urgency.NORMAL);
        var now = node.clock().instant();

        node.arrives(
                CO,
                Status.unacknowledged(node.given(id), now, "node", "SUPERVISOR", "Nobody came"),
                About.control(MessageType.STATUS, new CaseReference(reference()), node.given(id), "node"));

        assertThat(silences(reference())).isEmpty();
        assertThat(shown(reference())).contains("Nobody came");
    }

    @Test
    void theSilenceOfOneNodeReachesTheOther() {
        try (var other = node.beside(CO)) {
            var given = new AtomicLong();
            var sent = post.sends("PA-2026-0000E2", CO);
            post.confirms(CO, sent);
            other.clock()
                    .forward(Duration.between(
                            other.clock().instant(), node.clock().instant()));
            node.reaches(other, CO, given);
            other.clock().forward(Duration.ofMinutes(31));
            other.tick();
            node.clock().forward(Duration.ofMinutes(31));
            other.reaches(node, PA, new AtomicLong());

            assertThat(node.browser()
                            .signIn(Role.DUTY)
                            .get("/cases/PA-2026-0000E2")
                            .body())
                    .contains("Colombia says under its signature: nobody there had acknowledged by");
        }
    }

    private static String[] form(LocalDateTime starts, LocalDateTime ends) {
        return new String[] {
            "unit",
            "Mesa",
            "officer",
            pseudonym(Role.DUTY),
            "standIn",
            pseudonym(Role.SUPERVISOR),
            "starts",
            starts.toString(),
            "ends",
            ends.toString()
        };
    }

    private static String shown(String reference) {
        var answer = node.browser().signIn(Role.DUTY).get("/cases/" + reference);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static void onDuty() {
        var now = node.clock().instant();
        added("Mesa", Role.DUTY, Role.SUPERVISOR, now.minusSeconds(60), now.plus(Duration.ofHours(12)));
    }

    private static String added(String unit, Role officer, @Nullable Role standIn, Instant starts, Instant ends) {
        var answer = asks(unit, pseudonym(officer), standIn == null ? null : pseudonym(standIn), starts, ends);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String refused(
            String unit, String officer, @Nullable String standIn, @Nullable Instant starts, @Nullable Instant ends) {
        var answer = asks(unit, officer, standIn, starts, ends);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    private static HttpResponse<String> asks(
            String unit, String officer, @Nullable String standIn, @Nullable Instant starts, @Nullable Instant ends) {
        return node.api(Role.SUPERVISOR)
                .send(
                        "POST",
                        "/api/v1/duty/shifts",
                        "application/json",
                        "{\"unit\":\"" + unit + "\",\"officer\":\"" + officer + "\",\"standIn\":" + json(standIn)
                                + ",\"starts\":" + json(starts) + ",\"ends\":" + json(ends) + "}");
    }

    private static String json(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static HttpResponse<String> end(String shift) {
        return node.api(Role.SUPERVISOR).send("POST", "/api/v1/duty/shifts/" + shift + "/end", "application/json", "");
    }

    private static String next() {
        number++;
        return reference();
    }

    private static String reference() {
        return "CO-2026-0000%02d".formatted(number);
    }

    private static MessageId arrives(Urgency urgency) {
        return node.arrives(CO, Samples.alert(), Samples.alertAbout(next(), urgency, ChildInvolved.NO));
    }

    private static void tick(Duration forward) {
        node.clock().forward(forward);
        node.tick();
    }

    private static List<String> called(MessageId id) {
        return called(id, "ACKNOWLEDGE");
    }

    private static List<String> called(MessageId id, String clock) {
        return node.database()
                .sql("select rung from ladder_call where message_id = ? and clock = ? order by id")
                .params(id.value(), clock)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> silences(String reference) {
        return node.database()
                .sql("""
                        select kind from case_event where reference = ?
                            and kind in ('NO_RECEIPT', 'NO_WORD', 'UNACKNOWLEDGED') order by id""")
                .param(reference)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// What the sender was told about nobody having come.
    private static List<Status> silent(MessageId id) {
        var given = node.given(id);
        return node.toldTo(CO).stream()
                .filter(status -> status.of().equals(given) && status.escalatedTo() != null)
                .toList();
    }

    private static String item(MessageId id) {
        return node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> String.valueOf(row.getObject(1)))
                .single();
    }

    private static String pseudonym(Role role) {
        return node.database()
                .sql("select pseudonym from officer where username = ?")
                .param(Team.name(role))
                .query(String.class)
                .single();
    }
}
