package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a writer learns about a contact point before choosing it.
class RecipientsTest {
    private static final DeskNode.Running node = DeskNode.start();

    @BeforeEach
    void nothingIsOwed() {
        node.bean(JdbcClient.class).sql("delete from delivery").update();
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aChosenContactPointShowsItsUnitItsHourItsLanguagesAndItsEmergencyPhone() {
        var page =
                Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").page().body();

        assertThat(page).contains("Mexico", "Local time 01:16", "Spanish", "Emergency phone +52");
        assertThat(page).doesNotContain("No answer since");
        // A Sunday: by the end of Monday there, wherever the writer is; of two by that of the later one.
        assertThat(page)
                .contains("Today is not a working day there. The next one is Mon, Nov 23, 2026.")
                .contains("acknowledge by Nov 24, 2026, 00:00 (06:00 UTC)");
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("BR");
        assertThat(draft.page().body()).contains("acknowledge by Nov 23, 2026, 21:00 (03:00 UTC)");
        assertThat(draft.to("MX").page().body()).contains("acknowledge by Nov 24, 2026, 00:00 (06:00 UTC)");
    }

    @Test
    void onesThatDoNotAnswerSaySinceWhenAndWhomToCallBeforeAndAfterChoosing() {
        owes("MX");
        var draft = Written.alert(node.browser(Role.INVESTIGATOR));

        assertThat(draft.page().body()).contains("Mexico – no answer since 01:11 (07:11 UTC)");
        assertThat(draft.to("MX").page().body())
                .contains("No answer since 01:11 (07:11 UTC): your message waits here. Call +52");
    }

    @Test
    void whoSpeaksWithThePersonIsOfferedFirstMarkedAndNamedWhereNobodyChosenDoes() {
        var draft = Written.begun(node.browser(Role.CONSULAR), MessageType.VICTIM_ASSISTANCE_REQUEST)
                .type("personLanguage", "fra")
                .type("interpreter", "YES")
                .to("SV");
        var page = draft.page().body();

        assertThat(page).contains("No interpreter for French listed", "Interpreters: English, Portuguese");
        assertThat(page)
                .contains("No chosen contact point lists an interpreter for the person. These do: Brazil, Mexico.");
        assertThat(page.substring(page.indexOf("id=\"recipient\""), page.indexOf("value=\"add-recipient\"")))
                .contains(">Brazil: Interpreter for French<", ">Mexico: Interpreter for French<");

        assertThat(draft.to("MX").page().body())
                .contains("Interpreter for French", "No interpreter for French listed")
                .doesNotContain("These do:");
        assertThat(draft.type("personLanguage", "tzh").side().body())
                .contains("No contact point that may have this lists an interpreter");
        assertThat(draft.type("interpreter", "NO").side().body()).doesNotContain("interpreter for the person");
    }

    @Test
    void whoMustNotHaveItIsNotNamedAsOneWhoSpeaksWithThePerson() {
        var draft = Written.begun(node.browser(Role.CONSULAR), MessageType.VICTIM_ASSISTANCE_REQUEST)
                .type("personLanguage", "fra")
                .type("interpreter", "YES")
                .type("exclude", "MX")
                .to("SV");

        assertThat(draft.side().body()).contains("These do: Brazil.");
    }

    @Test
    void onesThatCannotBeWrittenToAreNotOfferedAndTheReasonStandsThereWithThePhone() {
        try (var later = DeskNode.start()) {
            later.clock().forward(Duration.ofDays(32));

            var page = Written.alert(later.browser(Role.INVESTIGATOR)).page().body();

            assertThat(page).contains("Cannot be chosen now", "No valid key. Emergency phone +52");
            assertThat(page.substring(page.indexOf("id=\"recipient\""), page.indexOf("value=\"add-recipient\"")))
                    .contains("<option")
                    .doesNotContain("Mexico");
        }
    }

    private static void owes(String recipient) {
        var queued = Timestamp.from(node.clock().instant().minus(Duration.ofMinutes(5)));
        node.bean(JdbcClient.class)
                .sql("""
                        insert into delivery (msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash,
                            state, answered, not_after, queued_at, look_at, directory_version)
                        values (?, ?, 'CASE_ALERT', 'NORMAL', 1, 1, 'd', 'c', 'QUEUED', false, ?, ?, ?, 1)""")
                .params(UUID.randomUUID(), recipient, queued, queued, queued)
                .update();
    }
}
