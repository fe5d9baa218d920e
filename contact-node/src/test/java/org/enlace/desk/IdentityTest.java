package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.security.SecureRandom;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whose message it is counts, not what someone calls it; and what was accepted stays.
class IdentityTest {
    private DeskUnderTest.Running node;

    @BeforeEach
    void start() {
        node = DeskUnderTest.onH2();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void twoSendersWhoUseOneIdHaveBothTheirMessagesOnTheDeskAndEachIsAnsweredUnderIt() {
        var id = MessageId.next(node.clock().instant(), new SecureRandom());
        arrives(id, CO, "CO-2026-000001");
        arrives(id, MX, "MX-2026-000001");
        var duty = node.browser().signIn(Role.DUTY);

        assertThat(duty.get("/desk").body()).contains("CO-2026-000001", "MX-2026-000001");
        for (var item : node.database()
                .sql("select id from desk_item")
                .query(String.class)
                .list()) {
            assertThat(duty.submit("/me", "/desk/items/" + item + "/acknowledge")
                            .statusCode())
                    .isEqualTo(303);
        }
        for (var partner : List.of(CO, MX)) {
            assertThat(node.toldTo(partner)).extracting(Status::of).containsExactly(id);
        }
    }

    @Test
    void whatWasAcceptedIsReadAfterItsSenderWasSuspended() {
        arrives(MessageId.next(node.clock().instant(), new SecureRandom()), CO, "CO-2026-000003");
        var investigator = node.browser().signIn(Role.INVESTIGATOR);

        node.suspend(CO);

        assertThat(investigator.get("/cases/CO-2026-000003").body()).contains(Samples.WORDS);
        assertThat(investigator.get("/cases/CO-2026-000003/persons").body()).contains(Samples.PHONE);
        assertThat(node.bean(Alarms.class).open(200)).noneMatch(alarm -> alarm.kind() == AlarmKind.DIRECTORY_REFUSED);
    }

    private void arrives(MessageId id, NodeId from, String reference) {
        var message = node.verified(
                id, from, Samples.alert(), Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO));
        node.transaction().executeWithoutResult(_ -> node.handOver(message));
    }
}
