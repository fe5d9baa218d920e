package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactPointsTest {
    private static final ConsoleUnderTest.Running node = ContactsNode.start();

    @BeforeEach
    void nothingIsOwed() {
        node.bean(JdbcClient.class).sql("delete from delivery").update();
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void nobodySeesTheDirectoryWithoutSigningIn() {
        assertThat(node.browser().get("/directory").statusCode()).isEqualTo(303);
        assertThat(node.browser().get("/api/v1/directory").statusCode()).isEqualTo(401);
    }

    @Test
    void eachPartnerIsShownWithItsTimeLanguagesHoursAndPhone() {
        var page = node.browser().signIn(Role.DUTY).get("/directory").body();

        assertThat(page)
                .contains("Ciudad de México", "+52 000 0100", "Mexico")
                .contains("01:16", "Spanish, English", "Hours: 24/7")
                .contains("This contact point", "Directory version 2, valid until");
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        var browser = node.browser().signIn(Role.DUTY).cookie("language", "fr");

        assertThat(browser.get("/directory").body()).contains("Points de contact", "Mexique", "Espagnol");
    }

    @Test
    void aPartnerThatIsSuspendedCannotBeWrittenTo() {
        assertThat(node.browser().signIn(Role.DUTY).get("/directory").body())
                .containsOnlyOnce("Suspended: cannot be written to");
        assertThat(JsonPath.<List<Boolean>>read(api(), "$.contactPoints[?(@.member=='CO')].canBeWrittenTo"))
                .containsExactly(false);
        assertThat(JsonPath.<List<Boolean>>read(api(), "$.contactPoints[?(@.member=='MX')].canBeWrittenTo"))
                .containsExactly(true);
    }

    @Test
    void theListIsSearchedByCountryUnitLanguageAndFunctionWithoutRegardToAccents() {
        var browser = node.browser().signIn(Role.DUTY);

        assertThat(browser.get("/directory?words=mexico").body())
                .contains("Ciudad de México")
                .doesNotContain("id=\"CR\"");
        assertThat(browser.cookie("language", "es")
                        .get("/directory?words=MEXICO")
                        .body())
                .contains("id=\"MX\"")
                .doesNotContain("id=\"GT\"");
        assertThat(browser.get("/directory?words=atlantis").body()).contains("Ningún punto de contacto coincide");
        assertThat(browser.get("/directory?function=INVENTED").body()).contains("id=\"MX\"", "id=\"CO\"");
    }

    @Test
    void eachContactPointHasAPageWithItsPhoneAndItsKeys() {
        var browser = node.browser().signIn(Role.DUTY);

        assertThat(browser.get("/directory/MX").body())
                .contains("Call +52", "href=\"tel:+52", "Key valid for", "Signs until");
        assertThat(browser.get("/directory/XX").statusCode()).isEqualTo(404);
        assertThat(browser.get("/directory/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aPartnerThatOwesAReceiptForLongerThanItTakesIsSaidToBeSilent() {
        var since = node.clock().instant().minus(Duration.ofMinutes(3));
        owes("MX", Timestamp.from(since));
        owes("CR", Timestamp.from(node.clock().instant().minusSeconds(30)));

        assertThat(node.browser().signIn(Role.DUTY).get("/directory").body())
                .containsOnlyOnce("No answer since 02:13 (07:13 UTC)");
        assertThat(JsonPath.<List<String>>read(api(), "$.contactPoints[?(@.silentSince != null)].member"))
                .containsExactly("MX");
    }

    @Test
    void aPartnerThatWasGivenUpIsSilentUntilItIsHeardAgain() {
        var database = node.bean(JdbcClient.class);
        var gaveUp = node.clock().instant().minus(Duration.ofMinutes(5));
        owes("CO", Timestamp.from(gaveUp.minus(Duration.ofMinutes(15))));
        database.sql("""
                        update delivery set state = 'NOT_DELIVERED', answered = true, refused_at = ?
                        where recipient = 'CO'""").param(Timestamp.from(gaveUp)).update();
        assertThat(silent()).contains("CO");

        database.sql("""
                        insert into incoming_stream (sender, epoch, last_seq, last_hash, last_heard_at)
                        values ('CO', 1, 1, 'h', ?)""").param(Timestamp.from(node.clock().instant())).update();

        assertThat(silent()).doesNotContain("CO");
    }

    private static List<String> silent() {
        return JsonPath.read(api(), "$.contactPoints[?(@.silentSince != null)].member");
    }

    private static void owes(String recipient, Timestamp queued) {
        node.bean(JdbcClient.class)
                .sql("""
                        insert into delivery (msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash,
                            state, answered, not_after, queued_at, look_at)
                        values (?, ?, 'CASE_ALERT', 'NORMAL', 1, 1, 'd', 'c', 'QUEUED', false, ?, ?, ?)""")
                .params(UUID.randomUUID(), recipient, queued, queued, queued)
                .update();
    }

    private static String api() {
        var credentials = (Team.name(Role.ANALYST) + ":" + Team.PASSWORD).getBytes(StandardCharsets.UTF_8);
        var answer = node.browser()
                .always("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .get("/api/v1/directory");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
