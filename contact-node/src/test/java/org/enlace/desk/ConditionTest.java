package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.enlace.console.Browser;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Handling H3: the sender's condition is read, once by each officer, before the message opens.
class ConditionTest {
    private static final String CONDITION = "Llame a nuestra mesa antes de cualquier acción";
    private static final String OPEN = "Dos adolescentes viajan";

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
    void theConditionStandsAloneUntilItWasReadAndNothingIsOpenedBefore() {
        var id = arrives("CO-2026-000001");
        var duty = node.browser().signIn(Role.DUTY);

        for (var path : List.of("/cases/CO-2026-000001", "/cases/CO-2026-000001/persons")) {
            var page = duty.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("The sender sets a condition", CONDITION, "lang=\"es\"")
                    .doesNotContain(OPEN)
                    .doesNotContain(Samples.PHONE)
                    .doesNotContain(Samples.NAME);
        }
        assertThat(duty.get("/desk/items/" + item(id)).body())
                .contains("The sender sets a condition")
                .doesNotContain(OPEN)
                .doesNotContain(CONDITION);
        assertThat(audited(id)).isEmpty();

        var read = read(duty, "CO-2026-000001", id);

        assertThat(read).isEqualTo(303);
        assertThat(duty.get("/cases/CO-2026-000001").body()).contains(OPEN, CONDITION);
        assertThat(duty.get("/desk/items/" + item(id)).body()).contains(OPEN);
        assertThat(audited(id)).containsExactly("READ_CONDITION", "SHOW_ALERT", "SHOW_ALERT");
    }

    @Test
    void itIsOnceForEachOfficerHoweverOftenItIsPressed() throws Exception {
        var id = arrives("CO-2026-000002");
        var duty = node.browser().signIn(Role.DUTY);
        var token = Browser.token(duty.get("/me").body());
        try (var both = Executors.newFixedThreadPool(2)) {
            var form = Map.of("_token", token, "message", id.toString());
            var one = both.submit(() -> duty.post("/cases/CO-2026-000002/condition", form));
            var other = both.submit(() -> duty.post("/cases/CO-2026-000002/condition", form));
            assertThat(one.get().statusCode()).isEqualTo(303);
            assertThat(other.get().statusCode()).isEqualTo(303);
        }
        assertThat(read(duty, "CO-2026-000002", id)).isEqualTo(303);
        assertThat(audited(id)).containsExactly("READ_CONDITION");

        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/cases/CO-2026-000002").body())
                .contains(CONDITION)
                .doesNotContain(OPEN);
        assertThat(read(supervisor, "CO-2026-000002", id)).isEqualTo(303);
        assertThat(audited(id)).containsExactly("READ_CONDITION", "READ_CONDITION");
    }

    @Test
    void aProgramReadsItFirstAsWell() {
        var id = arrives("CO-2026-000003");
        var api = node.api(Role.DUTY);
        var path = "/api/v1/messages/" + id;

        for (var closed : List.of(path, path + "?persons=true", "/api/v1/cases/CO-2026-000003")) {
            var answer = api.get(closed);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("urn:enlace:problem:condition-first")
                    .doesNotContain(OPEN);
        }
        assertThat(api.get(path + "/condition").body()).contains(CONDITION, "\"language\":\"spa\"");
        assertThat(audited(id)).isEmpty();

        assertThat(api.send("POST", path + "/condition", "application/json", "").statusCode())
                .isEqualTo(204);

        assertThat(api.get(path).body()).contains(OPEN);
        assertThat(audited(id)).containsExactly("READ_CONDITION", "SHOW_ALERT");
    }

    @Test
    void whatIsNotThereOrSetsNoConditionHasNone() {
        var plain = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000004", Urgency.URGENT, ChildInvolved.NO));
        var request =
                node.arrives(CO, Samples.request(), Samples.requestAbout("CO-2026-000005", Urgency.URGENT, handling()));
        var investigator = node.browser().signIn(Role.INVESTIGATOR);

        assertThat(investigator.get("/cases/CO-2026-000004").body()).contains(OPEN);
        assertThat(read(investigator, "CO-2026-000004", plain)).isEqualTo(404);
        assertThat(read(investigator, "CO-2026-000005", request)).isEqualTo(404);
        var api = node.api(Role.INVESTIGATOR);
        assertThat(api.get("/api/v1/messages/" + plain + "/condition").statusCode())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/messages/" + request + "/condition").statusCode())
                .isEqualTo(404);
        assertThat(audited(request)).isNotEmpty().doesNotContain("READ_CONDITION");
    }

    @Test
    void theConditionRestsSealed() {
        arrives("CO-2026-000006");

        assertThat(node.allRows()).doesNotContain(CONDITION);
    }

    private static MessageId arrives(String reference) {
        return node.arrives(
                CO,
                Samples.alert(),
                Samples.about(MessageType.CASE_ALERT, reference, Urgency.URGENT, ChildInvolved.NO, handling()));
    }

    private static Handling handling() {
        return new Handling(HandlingCode.H3, CONDITION, Tlp.AMBER, Pap.AMBER, Evaluation.parse("B2"), List.of());
    }

    private static int read(Browser browser, String reference, MessageId id) {
        return browser.submit("/me", "/cases/" + reference + "/condition", "message", id.toString())
                .statusCode();
    }

    private static String item(MessageId id) {
        return Objects.requireNonNull(node.database()
                        .sql("select id from desk_item where message_id = ?")
                        .param(id.value())
                        .query()
                        .singleRow()
                        .get("id"))
                .toString();
    }

    private static List<String> audited(MessageId id) {
        return node.database()
                .sql("select action from audit_entry where object_id = ? order by seq")
                .param(id.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
