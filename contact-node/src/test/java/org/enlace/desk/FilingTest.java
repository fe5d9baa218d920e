package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.util.List;
import org.enlace.handling.Caveat;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Into which case a partner's message goes, and whom its sender shut out of it.
class FilingTest {
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
    void aPartnerGoesOnWithACaseOfItsOwn() {
        arrives(CO, "CO-2026-0000A1");
        var second = arrives(CO, "CO-2026-0000A1");

        assertThat(filedIn(second)).isEqualTo("CO-2026-0000A1");
    }

    @Test
    void aPartnerCannotPutAnythingIntoTheCaseOfOthers() {
        arrives(CO, "CO-2026-0000A2");

        var intruder = arrives(MX, "CO-2026-0000A2");

        assertThat(filedIn(intruder)).startsWith("PA-").isNotEqualTo("CO-2026-0000A2");
        assertThat(node.browser().signIn(Role.DUTY).get("/cases/CO-2026-0000A2").body())
                .doesNotContain(filedIn(intruder), "Mexico");
        assertThat(acts(intruder)).contains("FILED_APART");
    }

    @ParameterizedTest
    @CsvSource({
        "INVESTIGATOR, POLICE, 404",
        "DUTY, POLICE, 200",
        "INVESTIGATOR, PROSECUTION, 404",
        "INVESTIGATOR, PA: police, 404",
        "INVESTIGATOR, CO:POLICE, 200",
        "INVESTIGATOR, PA:NOBODY_KNOWS, 404",
        "DUTY, PA:NOBODY_KNOWS, 200",
        "INVESTIGATOR, Panama, 404",
        "DUTY, PA, 404"
    })
    void whoIsShutOutDoesNotReadAndWhoCannotBeToldApartDoesNotEither(Role reader, String authority, int status) {
        var handling = Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.exclude(authority));
        var reference = "CO-2026-" + (100_000 + Math.floorMod((reader + authority).hashCode(), 800_000));
        node.arrives(
                CO,
                Samples.alert(),
                Samples.about(MessageType.CASE_ALERT, reference, Urgency.URGENT, ChildInvolved.NO, handling));

        assertThat(node.browser().signIn(reader).get("/cases/" + reference).statusCode())
                .isEqualTo(status);
    }

    private static MessageId arrives(NodeId from, String reference) {
        return node.arrives(from, Samples.alert(), Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO));
    }

    private static String filedIn(MessageId message) {
        return node.database()
                .sql("select reference from case_message where id = ?")
                .param(message.value())
                .query(String.class)
                .single();
    }

    private static List<String> acts(MessageId message) {
        return node.database()
                .sql("select action from audit_entry where object_id = ?")
                .param(message.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
