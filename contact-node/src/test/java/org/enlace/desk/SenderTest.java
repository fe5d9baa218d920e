package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Openings;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the sender sees of the other side: machines and people, each as its own fact.
class SenderTest {
    private static DeskUnderTest.Running node;
    private static Correspondence post;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
        post = new Correspondence(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void whatWeSendWaitsForTheOthersUntilAllHaveAnsweredAndThenForUsToClose() {
        var id = post.sends("PA-2026-000001", CO, MX);
        var duty = node.browser().signIn(Role.DUTY);
        assertThat(waiting(id)).isTrue();
        assertThat(duty.get("/desk?view=waiting").body()).contains("PA-2026-000001", "no receipt yet");

        post.says(CO, id, StatusKind.ACKNOWLEDGED, null, null, null);
        assertThat(state(id)).isEqualTo("SENT");
        post.says(MX, id, StatusKind.ACKNOWLEDGED, null, null, null);
        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        post.says(CO, id, StatusKind.ACCEPTED, null, null, null);
        assertThat(waiting(id)).isTrue();
        post.says(MX, id, StatusKind.DECLINED, "NOT_COMPETENT", null, "Guardia Nacional, mesa 4");

        assertThat(state(id)).isEqualTo("DECLINED");
        assertThat(duty.get("/desk?view=waiting").body()).doesNotContain("PA-2026-000001");
        assertThat(duty.get("/cases/PA-2026-000001").body())
                .contains("Acknowledged by desk 2 at", "(person)", "Declined by desk 2")
                .contains("Ground: Not competent", "To ask instead: Guardia Nacional, mesa 4")
                .contains("Queued 02:", "(machine)");
    }

    @Test
    void howOftenTheyOpenedItIsSaidInTheWordsOfTheReaderAndOnlyTheNewestCount() {
        var id = post.sends("PA-2026-0000P1", CO);
        tellsOpenings(id, new Openings(1, 2, 0));
        tellsOpenings(id, new Openings(2, 5, 1));

        var page = node.browser()
                .signIn(Role.INVESTIGATOR)
                .cookie("language", "es")
                .get("/cases/PA-2026-0000P1")
                .body();
        var delivery = page.substring(page.indexOf("id=\"h-del\""));

        assertThat(page)
                .contains("Allí se abrió lo que dice sobre personas", "1 funcionario, 2 partes", "Una de ellas")
                .doesNotContain("By 1 officers");
        assertThat(delivery.substring(0, delivery.indexOf("</section>")))
                .contains("2 funcionarios, 5 partes en total. Una de ellas por una emergencia")
                .doesNotContain("2 partes");
        assertThat(state(id)).isEqualTo("SENT");

        assertThatThrownBy(() -> tellsOpenings(id, new Openings(0, -4, 9)))
                .as("numbers that cannot be right")
                .hasMessageContaining("CONTENT");
    }

    private static void tellsOpenings(MessageId message, Openings openings) {
        var status = Status.opened(
                message, node.clock().instant(), "node", openings, "By " + openings.officers() + " officers");
        node.arrives(
                CO, status, About.control(MessageType.STATUS, new CaseReference("PA-2026-0000P1"), message, "node"));
    }

    @Test
    void aStatusFromSomeoneWhoNeverGotTheMessageChangesNothing() {
        var id = post.sends("PA-2026-000003", CO);

        assertThatThrownBy(() -> post.says(MX, id, StatusKind.ACCEPTED, null, null, null))
                .isInstanceOf(UnknownMessage.class);

        assertThat(state(id)).isEqualTo("SENT");
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/PA-2026-000003").body())
                .doesNotContain("Accepted by");
    }

    @Test
    void whatWeAskedIsAnsweredWhenEachHasSaidItsLastWord() {
        var request = post.asks("PA-2026-0000A1", CO, MX);
        var duty = node.browser().signIn(Role.DUTY);

        post.says(CO, request, StatusKind.ACCEPTED, null, null, null);
        post.answers(CO, request, "INTERIM");
        assertThat(waiting(request)).isTrue();
        assertThat(column(request, "answers")).isEqualTo("INTERIM");
        var partial = post.answers(CO, request, "PARTIAL");
        assertThat(waiting(request)).isTrue();
        assertThat(duty.get("/desk?view=waiting").body()).contains("So far: Partial answer");
        post.answers(MX, request, "NEGATIVE");

        assertThat(waiting(request)).isFalse();
        assertThat(state(request)).isEqualTo("CLOSED");
        assertThat(duty.get("/cases/PA-2026-0000A1?message=" + request).body())
                .contains("Answered: Partial answer, Searched, nothing found")
                .contains("Answer: Partial answer by officer-CO7 at", "Answer: Interim answer, more follows");
        assertThat(duty.get("/cases/PA-2026-0000A1?message=" + partial).body())
                .contains("What was found", Samples.WORDS);
    }

    @Test
    void aSecondFinalAnswerReplacesNothing() {
        var request = post.asks("PA-2026-0000A2", CO);
        post.answers(CO, request, "REFUSED");

        post.answers(CO, request, "FULL");
        post.answers(CO, request, "INTERIM");

        assertThat(column(request, "answers")).isEqualTo("REFUSED");
        assertThat(waiting(request)).isFalse();
        assertThat(node.browser()
                        .signIn(Role.DUTY)
                        .get("/cases/PA-2026-0000A2?message=" + request)
                        .body())
                .contains("Answered: Answer refused")
                .contains("Further answer: Full answer. The first final answer stands.");
    }

    @Test
    void anAnswerOfANewerKindIsShownAndEndsNothing() {
        var request = post.asks("PA-2026-0000A3", CO);

        post.answers(CO, request, "UNDER_SEAL");

        assertThat(waiting(request)).isTrue();
        assertThat(node.browser()
                        .signIn(Role.DUTY)
                        .get("/cases/PA-2026-0000A3?message=" + request)
                        .body())
                .contains("Answer: UNDER_SEAL (not in list v1)");
    }

    @Test
    void whatNobodyAskedOfThePartnerChangesNothing() {
        var request = post.asks("PA-2026-0000A4", CO);
        var alert = post.sends("PA-2026-0000A5", CO);
        var theirs = node.arrives(
                CO,
                Samples.question(),
                Samples.about(
                        MessageType.INFORMATION_REQUEST,
                        "CO-2026-0000A6",
                        Urgency.NORMAL,
                        ChildInvolved.NO,
                        Samples.usual()));
        var before = node.database()
                .sql("select count(*) from case_message")
                .query(Integer.class)
                .single();

        assertThatThrownBy(() -> post.answers(CO, MessageId.next(node.clock().instant(), new SecureRandom()), "FULL"))
                .isInstanceOf(UnknownMessage.class);
        for (var never : Arrays.asList(alert, theirs, null)) {
            assertThatThrownBy(() -> post.answers(CO, never, "FULL")).isInstanceOf(NotAsked.class);
        }
        assertThatThrownBy(() -> post.answers(MX, request, "FULL")).isInstanceOf(NotAsked.class);

        assertThat(state(request)).isEqualTo("SENT");
        assertThat(column(request, "answers")).isNull();
        assertThat(node.database()
                        .sql("select count(*) from case_message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void whatNobodyAskedOfThePartnerIsKeptAsideWithItsReason() {
        var request = post.asks("PA-2026-0000A7", CO);

        post.answersByRecord(MX, request, "FULL");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.database()
                        .sql("select reason from quarantine")
                        .query(String.class)
                        .list()
                        .contains("NOT_ASKED"));
        assertThat(state(request)).isEqualTo("SENT");
    }

    @Test
    void theWordsOfTheOtherSideRestSealed() {
        var id = post.sends("PA-2026-000004", CO);
        post.says(CO, id, StatusKind.FORWARDED, null, "Unidad canaria secreta", null);

        assertThat(node.allRows()).doesNotContain("canaria secreta");
        assertThat(node.api(Role.DUTY).get("/api/v1/messages/" + id).body())
                .contains("Unidad canaria secreta", "\"deliveries\":[{\"recipient\":\"CO\"")
                .doesNotContain(Samples.NAME);
    }

    @Test
    void whatHappenedOnAnotherDaySaysWhichAndInBothClocks() {
        var id = post.sends("PA-2026-000005", CO);
        post.says(CO, id, StatusKind.ACKNOWLEDGED, null, null, null);
        node.clock().forward(Duration.ofDays(1));

        assertThat(node.browser().signIn(Role.DUTY).get("/cases/PA-2026-000005").body())
                .containsPattern("Acknowledged by desk 2 at Nov [0-9]+, 2026, [0-9:]{5} \\([0-9:]{5} UTC\\)");
    }

    @Test
    void nobodyCountsAsReachedWithoutASignOfLife() {
        post.sends("PA-2026-000006", MX);
        var duty = node.browser().signIn(Role.DUTY);
        node.clock().forward(Duration.ofSeconds(6));
        assertThat(duty.get("/desk").body()).contains("Contact points reachable: 0 of 3");

        node.database()
                .sql("""
                        update delivery set state = 'NOT_DELIVERED', answered = true, refused_at = ?""")
                .param(node.clock().instant().minus(Duration.ofMinutes(3)).atOffset(ZoneOffset.UTC))
                .update();
        node.clock().forward(Duration.ofSeconds(6));

        assertThat(duty.get("/desk").body())
                .contains("Contact points reachable: 0 of 3")
                .containsPattern("(Mexico|Colombia): messages queued since");
    }

    private static String state(MessageId id) {
        return String.valueOf(column(id, "state"));
    }

    private static boolean waiting(MessageId id) {
        return Boolean.TRUE.equals(column(id, "waits"));
    }

    private static @Nullable Object column(MessageId id, String name) {
        return node.database()
                .sql("select * from desk_item where message_id = ?")
                .param(id.value())
                .query()
                .singleRow()
                .get(name);
    }
}
