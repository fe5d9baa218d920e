package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.directory.CalendarProposal;
import org.enlace.directory.PublishedCalendar;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class ContactPointsTest {
    private static final ConsoleUnderTest.Running node = ContactsNode.start();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCRIPT = "<script>alert(1)</script>";

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
                .contains("This contact point", "Directory version 3, valid until");
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
    void aContactPointSaysOnWhichDaysItDoesNotWorkInTheLanguageOfTheReader() {
        var browser = node.browser().signIn(Role.DUTY);

        assertThat(browser.get("/directory/MX").body())
                .contains("Rest days", "Friday, Saturday")
                .contains("Next holidays", "Sun, Nov 22, 2026", "Fri, Dec 25, 2026")
                .contains("Today is not a working day there. The next one is Tue, Nov 24, 2026.")
                .doesNotContain("Nov 2, 2026");
        assertThat(browser.get("/directory/GT").body())
                .contains("Saturday, Sunday", "Not published; working days are counted without Saturday and Sunday.")
                .contains("The next one is Mon, Nov 23, 2026.")
                .doesNotContain("Next holidays");
        assertThat(browser.cookie("language", "pt").get("/directory/MX").body())
                .contains("Dias de descanso", "sexta-feira, sábado", "sex., 25 de dez. de 2026");
        assertThat(JsonPath.<Object>read(api(), "$.contactPoints[?(@.member=='MX')].calendar")
                        .toString())
                .contains("\"published\":true", "[\"FRIDAY\",\"SATURDAY\"]", "2026-12-25");
        assertThat(JsonPath.<Object>read(api(), "$.contactPoints[?(@.member=='GT')].calendar")
                        .toString())
                .contains("\"published\":false", "[\"SATURDAY\",\"SUNDAY\"]", "\"holidays\":[]");
    }

    @Test
    void aSupervisorProposesTheDaysOffOfThisContactPointAndTakesThemToTheOfficersOfTheDirectory() {
        var duty = node.browser().signIn(Role.DUTY);
        assertThat(duty.get("/directory/PA").body()).doesNotContain("/directory/calendar");
        assertThat(duty.get("/directory/calendar").statusCode()).isEqualTo(403);
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/directory/PA").body()).contains("href=\"/directory/calendar\"");
        assertThat(supervisor.get("/directory/MX").body()).doesNotContain("href=\"/directory/calendar\"");
        assertThat(supervisor.get("/directory/calendar").body())
                .contains("value=\"SATURDAY\" checked", "value=\"SUNDAY\" checked")
                .doesNotContain("value=\"FRIDAY\" checked");

        var before = proposals();
        var file = proposes(supervisor, "2027-01-01\r\n\r\n 2026-12-25 ", "SATURDAY", "FRIDAY");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("calendar-PA.json"));
        assertThat(CalendarProposal.read(file.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new CalendarProposal(
                        ContactsNode.PA,
                        new PublishedCalendar(
                                List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                                List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01")))));
        assertThat(proposals()).isEqualTo(before + 1);
        // Nothing counts by it before enough officers have signed it.
        assertThat(supervisor.get("/directory/PA").body()).contains("Saturday, Sunday", "Not published");
    }

    @Test
    void whatIsNoCalendarIsRefusedFieldByFieldWithItsLineAndStaysTyped() {
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        var week = Stream.of(DayOfWeek.values()).map(DayOfWeek::name).toArray(String[]::new);
        var typed = "2026-12-25\n25.12.2026\n2026-12-25\n2026-11-21\n2029-11-22";

        var page = proposes(supervisor, typed, week);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Leave at least one day of the week free", "25.12.2026")
                .contains("Line 2 is not a date.", "Line 3 repeats a date.", "The date in line 4 has passed.")
                .contains("The date in line 5 is more than 3 years ahead.");
        var many = Stream.iterate(LocalDate.parse("2026-12-01"), day -> day.plusDays(1))
                .limit(61)
                .map(LocalDate::toString)
                .collect(Collectors.joining("\n"));
        var french = proposes(supervisor.cookie("language", "fr"), many);
        assertThat(french.statusCode()).isEqualTo(422);
        assertThat(french.body()).contains("Il y a plus de 60 jours fériés.");
    }

    @Test
    void whateverIsTypedIntoTheFormOfDaysIsRefusedForItsReasonAndNeverRun() {
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        var proposed = proposals();
        var noDate = "Line 1 is not a date.";
        var typed = Map.ofEntries(
                Map.entry(SCRIPT, noDate),
                Map.entry("\u202e2026-12-25", noDate),
                Map.entry("2026-12-25\u0000", noDate),
                Map.entry("=HYPERLINK(\"http://a.example\")", noDate),
                Map.entry("2026-02-30", noDate),
                Map.entry("2027-13-01", noDate),
                Map.entry("2027-02-29", noDate),
                Map.entry("２０２６-１２-２５", noDate),
                Map.entry("x".repeat(100_000), noDate),
                Map.entry("2026-12-25 ".repeat(9_000), noDate),
                Map.entry("9999-12-31", "The date in line 1 is more than 3 years ahead."),
                Map.entry("+999999999-12-31", "The date in line 1 is more than 3 years ahead."),
                Map.entry("0000-01-01", "The date in line 1 has passed."),
                Map.entry("-999999999-01-01", "The date in line 1 has passed."),
                Map.entry("2026-12-25\n".repeat(10_000), "There are more than 60 holidays."));
        typed.forEach((holidays, why) -> {
            var answer = proposes(supervisor, holidays, "SATURDAY");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(why).doesNotContain(SCRIPT);
        });
        for (var day : List.of("SOMEDAY", "saturday", "", "MONDAY%0a", "%3Cscript%3E", "x".repeat(100_000))) {
            var answer = proposes(supervisor, "", "SATURDAY", day.isEmpty() ? "%20" : day);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("One of the rest days is no day of the week");
        }
        assertThat(proposes(supervisor, "x".repeat(300_000)).statusCode()).isEqualTo(413);
        assertThat(supervisor
                        .send("POST", "/directory/calendar", "application/json", "{}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(proposals()).isEqualTo(proposed);
        // Whose days they are nobody types.
        var own = supervisor.submit(
                "/directory/calendar", "/directory/calendar", "member", "MX", "restDays", "SUNDAY", "holidays", "");
        assertThat(own.body()).contains("\"PA\"").doesNotContain("MX");
    }

    @Test
    void whateverIsAskedForAsTheSecretariatIsRefusedForItsReason() {
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        var program = node.browser().always("Authorization", Team.basic(Role.SUPERVISOR));
        var hostile =
                List.of(SCRIPT, "\u202eXM", "=1+1", "mx", "MX,CR", " MX", "MX\u0000", "XX", "x".repeat(100_000), "２");
        for (var member : hostile) {
            var page = supervisor.submit("/directory/secretariat", "/directory/secretariat", "member", member);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body())
                    .contains("The directory lists no such contact point.")
                    .doesNotContain(SCRIPT, "=1+1");
            var huge = member.length() > 100;
            refused(
                    program,
                    JSON.writeValueAsString(Map.of("member", member)),
                    huge ? 400 : 422,
                    huge ? "TOO_LONG" : "MEMBER_NOT_LISTED");
        }
        assertThat(supervisor
                        .submit("/directory/secretariat", "/directory/secretariat", "member", "CO")
                        .body())
                .contains("The directory does not list this contact point as active.");
        refused(program, "{\"member\":\"CO\"}", 422, "MEMBER_NOT_ACTIVE");
        for (var nothing : List.of("{}", "{\"member\":null}", "{\"member\":\" \\n\"}")) {
            refused(program, nothing, 422, "MEMBER_MISSING");
        }
        for (var broken :
                List.of("", "null", "[]", "7", "{", "{\"member\":{}}", "{\"member\":[\"MX\"]}", "[".repeat(100_000))) {
            var answer = program.send("POST", "/api/v1/directory/secretariat", "application/json", broken);
            assertThat(answer.statusCode())
                    .as(broken.length() > 20 ? "deep" : broken)
                    .isBetween(400, 422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(node.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from audit_entry where action = 'PROPOSE_SECRETARIAT' and outcome = 'DONE'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void refused(Browser program, String body, int status, String code) {
        var answer = program.send("POST", "/api/v1/directory/secretariat", "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.errors[*].pointer"))
                .containsOnly("/member");
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.errors[*].code"))
                .containsExactly(code);
    }

    private static int proposals() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from audit_entry where action = 'PROPOSE_CALENDAR'")
                .query(Integer.class)
                .single();
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

    private static HttpResponse<String> proposes(Browser browser, String holidays, String... restDays) {
        var token = Browser.token(browser.get("/directory/calendar").body());
        var body = Stream.concat(
                        Stream.of("_token=" + token, "holidays=" + URLEncoder.encode(holidays, StandardCharsets.UTF_8)),
                        Stream.of(restDays).map(day -> "restDays=" + day))
                .collect(Collectors.joining("&"));
        return browser.send("POST", "/directory/calendar", "application/x-www-form-urlencoded", body);
    }

    private static List<String> silent() {
        return JsonPath.read(api(), "$.contactPoints[?(@.silentSince != null)].member");
    }

    private static void owes(String recipient, Timestamp queued) {
        node.bean(JdbcClient.class)
                .sql("""
                        insert into delivery (msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash,
                            state, answered, not_after, queued_at, look_at, directory_version)
                        values (?, ?, 'CASE_ALERT', 'NORMAL', 1, 1, 'd', 'c', 'QUEUED', false, ?, ?, ?, 1)""")
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
