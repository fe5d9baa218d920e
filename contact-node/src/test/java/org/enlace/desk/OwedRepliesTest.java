package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.time.Duration;
import java.util.List;
import org.enlace.console.Browser;
import org.enlace.database.Postgres;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An officer works on while the sender cannot be told; it is told when it can be, in the order in which it was done.
class OwedRepliesTest {
    private static final String UNTOLD = "Colombia has not been told yet";

    @Test
    void whatIsDoneWhileTheSenderIsSuspendedIsDoneAndToldWhenItIsBackOnH2() {
        try (var node = DeskUnderTest.onH2()) {
            whatIsDoneWhileTheSenderIsSuspendedIsToldWhenItIsBack(node);
        }
    }

    @Test
    @Tag("long")
    void whatIsDoneWhileTheSenderIsSuspendedIsDoneAndToldWhenItIsBackOnPostgres() {
        try (var node = DeskUnderTest.start("spring.datasource.url=" + Postgres.database())) {
            whatIsDoneWhileTheSenderIsSuspendedIsToldWhenItIsBack(node);
        }
    }

    private static void whatIsDoneWhileTheSenderIsSuspendedIsToldWhenItIsBack(DeskUnderTest.Running node) {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000031", Urgency.URGENT, ChildInvolved.NO));
        var other = node.arrives(
                MX, Samples.alert(), Samples.alertAbout("MX-2026-000031", Urgency.URGENT, ChildInvolved.NO));
        var duty = node.browser().signIn(Role.DUTY);
        node.suspend(CO);

        assertThat(act(node, duty, id, "acknowledge")).isEqualTo(303);
        assertThat(act(node, duty, id, "note", "note", "Nota canaria para Colombia", "tell", "yes"))
                .isEqualTo(303);
        assertThat(act(node, duty, id, "forward", "unit", "Our other desk", "outside", "no"))
                .isEqualTo(303);
        assertThat(act(node, duty, other, "acknowledge")).isEqualTo(303);

        assertThat(kinds(node.toldTo(MX))).containsExactly(StatusKind.ACKNOWLEDGED);
        assertThat(node.toldTo(CO)).isEmpty();
        assertThat(duty.get("/cases/CO-2026-000031").body()).contains(UNTOLD);
        assertThat(duty.get("/desk").body()).contains("Forwarded. " + UNTOLD);
        assertThat(duty.get("/desk").body()).doesNotContain("Mexico has not been told");
        assertThat(node.api(Role.DUTY).get("/api/v1/desk/items").body()).containsOnlyOnce("\"senderTold\":false");
        assertThat(node.allRows()).doesNotContain("Nota canaria");

        var since = node.clock().instant();
        node.clock().forward(Duration.ofMinutes(7));
        node.readmit(CO);

        await().atMost(Duration.ofSeconds(30)).until(() -> node.toldTo(CO).size() == 3);
        assertThat(kinds(node.toldTo(CO)))
                .containsExactly(StatusKind.ACKNOWLEDGED, StatusKind.NOTE, StatusKind.FORWARDED);
        assertThat(node.toldTo(CO))
                .allMatch(status -> !status.at().isBefore(since) && status.at().isBefore(since.plusMillis(1)));
        assertThat(node.toldTo(CO).get(1).note()).isEqualTo("Nota canaria para Colombia");
        assertThat(duty.get("/cases/CO-2026-000031").body()).doesNotContain(UNTOLD);
        assertThat(node.api(Role.DUTY).get("/api/v1/desk/items").body()).doesNotContain("\"senderTold\":false");
    }

    private static List<StatusKind> kinds(List<Status> told) {
        return told.stream().map(Status::kind).toList();
    }

    private static int act(DeskUnderTest.Running node, Browser browser, MessageId id, String act, String... fields) {
        var item = node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> row.getObject(1).toString())
                .single();
        return browser.submit("/me", "/desk/items/" + item + "/" + act, fields).statusCode();
    }
}
