package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.regex.Pattern;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an auditor of a whole node finds out, and what stays closed to them.
class AuditPagesTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static String sent = "";

    @BeforeAll
    static void somethingHappens() {
        var answer = node.program(Role.INVESTIGATOR)
                .always("Idempotency-Key", "audited")
                .send(
                        "POST",
                        "/api/v1/messages",
                        "application/json",
                        Documented.immediate(MessageType.CASE_ALERT).toString());
        assertThat(answer.statusCode()).isEqualTo(201);
        sent = JsonPath.read(answer.body(), "$.message");
        node.browser(Role.DUTY);
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void whoSentWhatAndWhyIsListedByPseudonymAndNothingOfTheContentIs() {
        var page = node.browser(Role.AUDITOR).get("/audit?object=" + sent).body();

        assertThat(page).contains("Send a message", sent, "Investigation", "Done");
        assertThat(pseudonym("SEND")).matches("officer-[0-9A-Z]{6}");
        assertThat(page)
                .contains(pseudonym("SEND"))
                .doesNotContain("Minibus", "Ejemplo", "minibus", "P-123XYZ", "5555")
                .doesNotContain("Ramírez Ortega</td>");
    }

    @Test
    void theListIsNarrowedByOfficerActObjectAndDay() {
        var auditor = node.browser(Role.AUDITOR);

        assertThat(rows(auditor.get("/audit?object=" + sent).body())).hasSize(1);
        assertThat(rows(auditor.get("/audit?deed=SEND").body())).hasSize(1);
        assertThat(rows(auditor.get("/audit?deed=SEND&officer=" + pseudonym("SEND"))
                        .body()))
                .hasSize(1);
        assertThat(rows(auditor.get("/audit?deed=SEND&officer=officer-000000").body()))
                .isEmpty();
        assertThat(rows(auditor.get("/audit?deed=SEND&from=2026-11-22&until=2026-11-22")
                        .body()))
                .hasSize(1);
        assertThat(auditor.get("/audit?deed=SEND&until=2026-11-21").body()).contains("Nothing in this period");
        assertThat(auditor.get("/audit?object=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .contains("Nothing in this period")
                .doesNotContain("<script>alert");
    }

    @Test
    void aDayThatIsNoneIsRefusedAndWhatWasTypedStays() {
        var answer = node.browser(Role.AUDITOR).get("/audit?from=yesterday&object=abc");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Write the day as 2026-11-22", "value=\"yesterday\"", "value=\"abc\"");
    }

    @Test
    void moreThanOnePageIsReadFromTheNewestBackwardsWithoutAGap() {
        for (int i = 0; i < 60; i++) {
            node.bean(AuditLog.class).write(AuditEntry.byNode("RECEIVE", "page-" + i));
        }
        var auditor = node.browser(Role.AUDITOR);
        var first = auditor.get("/audit?deed=RECEIVE").body();
        assertThat(rows(first)).hasSize(50);
        assertThat(first).contains("page-59", "page-10<").doesNotContain("page-9<");

        var older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        var second = auditor.get(older.group(1).replace("&amp;", "&")).body();
        assertThat(rows(second)).hasSize(10);
        assertThat(second).contains("page-9<", "page-0<", "Newest entries");
    }

    @Test
    void theProofOfCompletenessHoldsUntilSomebodyTouchesAnEntryAndThenNamesIt() {
        var auditor = node.browser(Role.AUDITOR);
        assertThat(auditor.get("/audit/verify").body()).contains("Unbroken up to entry");
        assertThat((boolean) JsonPath.read(verification(), "$.unbroken")).isTrue();

        var database = node.bean(JdbcClient.class);
        var object = database.sql("select object_id from audit_entry where seq = 1")
                .query(String.class)
                .single();
        database.sql("update audit_entry set object_id = 'somebody else' where seq = 1")
                .update();
        try {
            assertThat(auditor.get("/audit/verify").body())
                    .contains("Broken at entry 1", "was changed after it was written");
            assertThat((int) JsonPath.read(verification(), "$.brokenAt")).isEqualTo(1);
            assertThat((String) JsonPath.read(verification(), "$.flaw")).isEqualTo("CHANGED");
        } finally {
            database.sql("update audit_entry set object_id = ? where seq = 1")
                    .param(object)
                    .update();
        }
        assertThat((boolean) JsonPath.read(verification(), "$.unbroken")).isTrue();
        assertThat(JsonPath.<List<String>>read(
                        node.program(Role.AUDITOR)
                                .get("/api/v1/audit?action=AUDIT_VERIFY")
                                .body(),
                        "$.entries[*].outcome"))
                .contains("DONE", "BROKEN_AT_1");
    }

    @Test
    void aRowThatTheAdministratorDeletedIsMissed() {
        try (var other = DeskNode.start()) {
            other.browser(Role.DUTY);
            other.browser(Role.DUTY);
            var auditor = other.browser(Role.AUDITOR);
            other.bean(JdbcClient.class)
                    .sql("delete from audit_entry where seq = 2")
                    .update();

            assertThat(auditor.get("/audit/verify").body())
                    .contains("Broken at entry 2", "Entry 2 is missing: the next one there does not follow entry 1");
        }
    }

    @Test
    void anAuditorOpensNoContentAnywhere() {
        var auditor = node.browser(Role.AUDITOR);
        assertThat(List.of("/desk", "/cases", "/alerts", "/assistance", "/reports", "/cases/GT-2026-7K4M2Q"))
                .allSatisfy(path ->
                        assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(403));
        assertThat(node.program(Role.AUDITOR).get("/api/v1/messages/" + sent).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theListSpeaksTheLanguageOfTheReader() {
        var auditor = node.browser(Role.AUDITOR);

        assertThat(auditor.cookie("language", "es").get("/audit").body())
                .contains("Enviar un mensaje", "Investigación");
        assertThat(auditor.cookie("language", "fr").get("/audit").body()).contains("Envoyer un message", "Enquête");
        assertThat(auditor.cookie("language", "pt").get("/audit/verify").body()).contains("Íntegro até a entrada");
    }

    private static List<String> rows(String page) {
        return Pattern.compile("<th class=\"cp-num\" scope=\"row\">")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String pseudonym(String action) {
        return JsonPath.<List<String>>read(
                        node.program(Role.AUDITOR)
                                .get("/api/v1/audit?action=" + action)
                                .body(),
                        "$.entries[*].officer")
                .getFirst();
    }

    private static String verification() {
        return node.program(Role.AUDITOR).get("/api/v1/audit/verification").body();
    }
}
