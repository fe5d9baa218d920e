package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageId;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What begins and ends with the receipt of the others: the clock by which they must act, and the alarm that they did
/// not confirm.
class TheirClocksTest {
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
    void theClockOfTheOthersStartsWhenTheLastOfThemHasTheMessageAndNotWhenWeWroteIt() {
        var id = post.sends("PA-2026-000007", CO, MX);
        var duty = node.browser().signIn(Role.DUTY);
        assertThat(due(id)).isNull();
        assertThat(duty.get("/desk?view=waiting").body()).contains("PA-2026-000007", "no receipt yet");
        node.clock().forward(Duration.ofMinutes(40));
        assertThat(due(id)).isNull();

        post.confirms(CO, id);
        assertThat(due(id)).isEqualTo(at(Duration.ofMinutes(30)));
        node.clock().forward(Duration.ofMinutes(10));
        post.confirms(MX, id);
        assertThat(due(id)).isEqualTo(at(Duration.ofMinutes(30)));

        post.says(CO, id, StatusKind.ACKNOWLEDGED, null, null, null);
        post.says(MX, id, StatusKind.ACKNOWLEDGED, null, null, null);
        assertThat(due(id)).isEqualTo(at(Duration.ofHours(8)));
    }

    @Test
    void aWorkingDayIsOneOfTheRecipientAndNotOneOfOurs() {
        var id = post.sends("PA-2026-000008", Urgency.NORMAL, CO, MX);
        assertThat(node.clock().instant()).isBefore("2026-11-22T23:00:00Z");

        post.confirms(CO, id);
        // Sunday: by the end of Monday, which comes an hour later in Mexico than in Panama and Colombia.
        assertThat(due(id)).isEqualTo(OffsetDateTime.parse("2026-11-24T05:00:00Z"));
        post.confirms(MX, id);

        assertThat(due(id)).isEqualTo(OffsetDateTime.parse("2026-11-24T06:00:00Z"));
    }

    @Test
    void aClockOfTheRecipientThatIsWrongMovesNoDeadlineBeyondWhatCanBe() {
        var early = post.sends("PA-2026-000009", CO);
        post.confirms(CO, early, node.clock().instant().minus(Duration.ofHours(5)));
        var late = post.sends("PA-2026-000010", CO);
        post.confirms(CO, late, node.clock().instant().plus(Duration.ofHours(5)));

        assertThat(due(early)).isEqualTo(at(Duration.ofMinutes(30)));
        assertThat(due(late)).isEqualTo(at(Duration.ofMinutes(30)));
    }

    @Test
    void aClockOfTheRecipientThatDiffersALittleIsCountedByAsItSays() {
        var off = Map.of(
                "PA-2026-000111", Duration.ofMillis(-203),
                "PA-2026-000112", Duration.ofMillis(717),
                "PA-2026-000113", Duration.ofMinutes(4));
        off.forEach((reference, by) -> {
            var id = post.sends(reference, CO);
            post.confirms(CO, id, node.clock().instant().plus(by));

            assertThat(due(id)).isEqualTo(at(Duration.ofMinutes(30).plus(by)));
        });
    }

    @Test
    void aForwardedMessageShowsWhoHoldsItAndItsClockGoesOn() {
        var id = post.sends("PA-2026-000002", CO);
        post.confirms(CO, id);
        var due = due(id);
        node.clock().forward(Duration.ofMinutes(3));

        post.says(CO, id, StatusKind.ACKNOWLEDGED, null, null, null);
        var answer = due(id);
        post.says(CO, id, StatusKind.FORWARDED, null, "Migración Colombia", null);

        assertThat(answer).isNotEqualTo(due);
        assertThat(due(id)).isEqualTo(answer);
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/PA-2026-000002").body())
                .contains("Now with: Migración Colombia");
    }

    @Test
    void anAlarmAboutAMessageThatNobodyConfirmedEndsWithTheReceipt() {
        for (var end : List.of("NOT_DELIVERED", "EXPIRED")) {
            var id = post.sends("PA-2026-0000" + (end.length() + 10), CO);
            node.database()
                    .sql("update delivery set state = ?, answered = true, reason = 'NO_RECEIPT' where msg_id = ?")
                    .params(end, id.value())
                    .update();
            node.bean(Alarms.class).raise(AlarmKind.NOT_DELIVERED, id + " to CO", "why=NO_RECEIPT");

            post.confirms(CO, id);

            assertThat(node.bean(Alarms.class).open(200))
                    .extracting(Alarm::subject)
                    .doesNotContain(id + " to CO");
        }
    }

    private static OffsetDateTime at(Duration fromNow) {
        return node.clock().instant().plus(fromNow).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime due(MessageId id) {
        var due = node.database()
                .sql("select due from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> Optional.ofNullable(row.getObject("due", OffsetDateTime.class)))
                .single();
        return due.map(at -> at.withOffsetSameInstant(ZoneOffset.UTC)).orElse(null);
    }
}
