package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.desk.DeskUnderTest.CO;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.enlace.console.Browser;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.NetworkStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The open page of a case follows by itself what machines and people do with a message: each fact is a line of its
/// own.
class ProgressTest {
    private static DeskUnderTest.Running node;
    private static Correspondence post;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
        post = new Correspondence(node);
        await().until(() -> node.bean(NetworkStatus.class).brokerLostSince() != null);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void whatCannotLeaveSaysSinceWhen() {
        var id = post.sends("PA-2026-000001", CO);

        assertThat(progress("PA-2026-000001", id))
                .contains("Queued 02:", "Waits here: no contact with the network since 02:")
                .doesNotContain("On the network");
    }

    @Test
    void eachStepOfTheWayStaysWithItsTimeAndItsMachineOrPerson() {
        var id = post.sends("PA-2026-000002", CO);
        machine(id, "on_broker_at");
        assertThat(progress("PA-2026-000002", id))
                .contains("Queued 02:", "On the network 02:")
                .doesNotContain("Waits here")
                .doesNotContain("Stored at");

        machine(id, "stored_at");
        assertThat(progress("PA-2026-000002", id))
                .contains("Queued 02:", "On the network 02:", "Stored at Colombia 02:", "(machine)")
                .contains("No person has acknowledged yet");

        post.says(CO, id, StatusKind.ACKNOWLEDGED, null, null, null);
        post.says(CO, id, StatusKind.FORWARDED, null, "Migración Colombia", null);
        post.says(CO, id, StatusKind.DECLINED, "NOT_COMPETENT", null, "Fiscalía, mesa 4");
        assertThat(progress("PA-2026-000002", id))
                .contains("Stored at Colombia 02:", "Acknowledged by desk 2 at 02:", "(person)")
                .contains("Now with: Migración Colombia")
                .contains("Declined by desk 2", "Ground: Not competent", "To ask instead: Fiscalía, mesa 4")
                .doesNotContain("No person has acknowledged yet");
    }

    @Test
    void aPartnerThatDoesNotConfirmIsNamedWithTheNumberToCall() {
        var id = post.sends("PA-2026-000003", CO);
        machine(id, "on_broker_at");
        node.clock().forward(Duration.ofMinutes(3));

        assertThat(progress("PA-2026-000003", id)).contains("Colombia has not confirmed it since", "call: +");
    }

    @Test
    void whatAPartnerRefusesSaysWhyAndWhomToCall() {
        var id = post.sends("PA-2026-000004", CO);
        machine(id, "refused_at");
        node.database()
                .sql(
                        "update delivery set state = 'NOT_STORED', answered = true, reason = 'NOT_ADDRESSED' where msg_id = ?")
                .param(id.value())
                .update();

        assertThat(progress("PA-2026-000004", id))
                .contains("Not delivered", "Refused by the recipient (NOT_ADDRESSED)", "Call Colombia: +");
    }

    @Test
    void aPageThatIsOpenIsToldThatSomethingHasHappened() {
        var id = post.sends("PA-2026-000005", CO);
        var duty = node.browser().signIn(Role.DUTY);
        var page = duty.get("/cases/PA-2026-000005").body();
        var path = page.substring(page.indexOf("hx-get=\"/cases/") + 8);
        var again = path.substring(0, path.indexOf('"')).replace("&amp;", "&");
        assertThat(page).contains("hx-trigger=\"every 5s\"").doesNotContain("Something has happened");
        assertThat(duty.get(again).body()).doesNotContain("Something has happened");

        post.says(CO, id, StatusKind.ACKNOWLEDGED, null, null, null);

        assertThat(duty.get(again).body()).contains("Something has happened", "Acknowledged by desk 2");
    }

    @Test
    void followingOpensNothingAndIsNotInTheAuditLog() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000006", Urgency.URGENT, ChildInvolved.NO));

        assertThat(progress("CO-2026-000006", id))
                .doesNotContain("Dos adolescentes")
                .doesNotContain(Samples.WORDS);

        assertThat(node.database()
                        .sql("select count(*) from audit_entry where object_id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoMayNotSeeTheCaseFollowsNothing() {
        var id = node.arrives(
                CO, Samples.request(), Samples.requestAbout("CO-2026-000007", Urgency.URGENT, Samples.usual()));
        var investigator = node.browser().signIn(Role.INVESTIGATOR);

        assertThat(ask(investigator, "CO-2026-000007", id)).isEqualTo(404);
        assertThat(ask(investigator, "CO-2026-999999", id)).isEqualTo(404);
    }

    @Test
    void whatAPageAsksForByItselfKeepsNobodySignedIn() {
        var id = post.sends("PA-2026-000008", CO);
        var gone = node.browser().signIn(Role.DUTY).always("X-By-Itself", "true");
        var there = node.browser().signIn(Role.DUTY);
        for (var minute = 0; minute < 16; minute += 4) {
            node.clock().forward(Duration.ofMinutes(4));
            ask(gone, "PA-2026-000008", id);
            ask(there, "PA-2026-000008", id);
        }

        assertThat(ask(there, "PA-2026-000008", id)).isEqualTo(200);
        assertThat(ask(gone, "PA-2026-000008", id)).isNotEqualTo(200);
    }

    private static String progress(String reference, MessageId id) {
        return node.browser()
                .signIn(Role.DUTY)
                .get("/cases/" + reference + "/progress?message=" + id)
                .body();
    }

    private static int ask(Browser browser, String reference, MessageId id) {
        return browser.get("/cases/" + reference + "/progress?message=" + id).statusCode();
    }

    /// A machine reports a step.
    private static void machine(MessageId id, String column) {
        node.database()
                .sql("update delivery set " + column + " = ? where msg_id = ?")
                .params(OffsetDateTime.ofInstant(node.clock().instant(), ZoneOffset.UTC), id.value())
                .update();
    }
}
