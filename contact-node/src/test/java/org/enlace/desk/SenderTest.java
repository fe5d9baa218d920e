package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.time.Duration;
import java.time.ZoneOffset;
import org.enlace.message.MessageId;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
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
    void aStatusFromSomeoneWhoNeverGotTheMessageChangesNothing() {
        var id = post.sends("PA-2026-000003", CO);

        assertThatThrownBy(() -> post.says(MX, id, StatusKind.ACCEPTED, null, null, null))
                .isInstanceOf(UnknownMessage.class);

        assertThat(state(id)).isEqualTo("SENT");
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/PA-2026-000003").body())
                .doesNotContain("Accepted by");
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
