package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.directory.PublishedCalendar;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Panama writes to Colombia, which rests on Friday and Saturday, and to Mexico, which says nothing of its days.
class CalendarsTest {
    private static final Instant THURSDAY = Instant.parse("2026-11-26T15:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T15:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-12-01T15:00:00Z");
    private static final RecallNodes nodes = new RecallNodes();

    @BeforeAll
    static void start() {
        nodes.owner.publishes(CO, holidays("2026-11-29"), nodes.holder);
        forward(THURSDAY);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    /// Friday and Saturday off, and a holiday on the Sunday behind them.
    @Test
    void bothSidesCountByTheReceiversDaysAndANewVersionMovesNoClockThatRuns() {
        var post = new Correspondence(nodes.owner);
        var first = sends(post, "PA-2026-0000C1");
        post.confirms(CO, first);

        assertThat(due(nodes.owner, first)).isEqualTo(MONDAY);
        assertThat(due(nodes.holder, first)).isEqualTo(MONDAY);
        assertThat(desk(nodes.owner, "/desk?view=waiting")).contains("PA-2026-0000C1", shown(MONDAY));
        assertThat(desk(nodes.holder, "/desk")).contains("PA-2026-0000C1", shown(MONDAY));
        // Nobody misses the receipt of somebody who does not work: not on Friday, as by our own calendar.
        var unconfirmed = sends(post, "PA-2026-0000C2");
        assertThat(calledAt(unconfirmed)).isEqualTo(MONDAY);

        // To both, and one confirms before the calendar changes: what is counted anew then is counted as it was.
        var both = post.sends("PA-2026-0000C3", Urgency.NORMAL, CO, MX);
        post.confirms(CO, both);
        nodes.owner.publishes(CO, holidays("2026-11-29", "2026-11-30"), nodes.holder);
        new Correspondence(nodes.owner).confirms(MX, both);
        nodes.owner.tick();
        nodes.holder.tick();
        assertThat(due(nodes.owner, both)).isEqualTo(MONDAY);
        assertThat(due(nodes.owner, first)).isEqualTo(MONDAY);
        assertThat(due(nodes.holder, first)).isEqualTo(MONDAY);

        var next = sends(post, "PA-2026-0000C4");
        post.confirms(CO, next);
        assertThat(due(nodes.owner, next)).isEqualTo(TUESDAY);
        assertThat(due(nodes.holder, next)).isEqualTo(TUESDAY);

        forward(MONDAY.minusSeconds(60));
        nodes.owner.tick();
        assertThat(silences("PA-2026-0000C2")).isEmpty();
        forward(MONDAY.plusSeconds(60));
        nodes.owner.tick();
        assertThat(silences("PA-2026-0000C2")).containsExactly("NO_RECEIPT");
    }

    private static MessageId sends(Correspondence post, String reference) {
        var id = post.sends(reference, Urgency.NORMAL, CO);
        nodes.owner.reaches(nodes.holder, CO, nodes.toHolder);
        return id;
    }

    private static PublishedCalendar holidays(String... days) {
        return new PublishedCalendar(
                List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                Stream.of(days).map(LocalDate::parse).toList());
    }

    private static void forward(Instant to) {
        for (var node : List.of(nodes.owner, nodes.holder)) {
            node.clock().forward(Duration.between(node.clock().instant(), to));
        }
    }

    private static String desk(DeskUnderTest.Running node, String address) {
        return node.browser().signIn(Role.DUTY).get(address).body();
    }

    private static String shown(Instant due) {
        return "data-due=\"" + due.toEpochMilli() + "\"";
    }

    private static @Nullable Instant due(DeskUnderTest.Running node, MessageId id) {
        return moment(node, "due", id);
    }

    private static @Nullable Instant calledAt(MessageId id) {
        return moment(nodes.owner, "call_at", id);
    }

    private static @Nullable Instant moment(DeskUnderTest.Running node, String column, MessageId id) {
        return node.database()
                .sql("select " + column + " as moment from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> Optional.ofNullable(StoredTime.maybeAt(row, "moment")))
                .single()
                .orElse(null);
    }

    private static List<String> silences(String reference) {
        return nodes.owner
                .database()
                .sql("select kind from case_event where reference = ? and kind like 'NO_%' order by id")
                .param(reference)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
