package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.directory.Officers.GT;
import static org.enlace.directory.Officers.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enlace.lifecycle.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// On which days a desk does not work, as its entry says.
@TestInstance(Lifecycle.PER_CLASS)
class PublishedCalendarTest {
    private static final PublishedCalendar CALENDAR = new PublishedCalendar(
            List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
            List.of(LocalDate.parse("2026-11-29"), LocalDate.parse("2027-01-01")));
    /// Never written otherwise: other implementations read it.
    private static final String FORM =
            "\"calendar\":{\"restDays\":[\"FRIDAY\",\"SATURDAY\"],\"holidays\":[\"2026-11-29\",\"2027-01-01\"]}";

    private final Officers officers = new Officers();

    @Test
    void anEntryWithACalendarIsReadAsItWasWrittenAndSurvivesTheNextVersion() {
        String json = json(publishing(CALENDAR));

        TrustedDirectories two = officers.accept(officers.trusted, officers.signedJson(json));

        assertThat(json).containsOnlyOnce(FORM);
        ContactPoint contact = two.current().content().member(GT).orElseThrow().contact();
        assertThat(contact.calendar()).isEqualTo(CALENDAR);
        assertThat(contact.workingCalendar())
                .isEqualTo(new WorkingCalendar(
                        ZoneId.of(contact.zone()),
                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                        Set.copyOf(CALENDAR.holidays())));
        assertThat(contact.with("INVENTED").calendar()).isEqualTo(CALENDAR);
    }

    @Test
    void anEntryOfTheVersionBeforeRestsOnSaturdayAndSundayAndIsWrittenAsItWas() throws IOException {
        for (int version = 1; version <= 3; version++) {
            Path file = Path.of("docs/vectors/keys/directory-" + version + ".b64");
            byte[] signed = Base64.getMimeDecoder().decode(Files.readString(file));
            Directory read = old(signed);

            assertThat(read.members()).isNotEmpty().allSatisfy(member -> {
                ContactPoint contact = member.contact();
                assertThat(contact.calendar()).isNull();
                assertThat(contact.workingCalendar()).isEqualTo(WorkingCalendar.weekdays(ZoneId.of(contact.zone())));
            });
            assertThat(new DirectoryJson().write(read))
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("calendar");
        }
    }

    @Test
    void aCalendarInAnyOtherFormIsRefused() {
        String json = json(publishing(CALENDAR));
        List<String> others = List.of(
                "\"calendar\":null",
                "\"calendar\":{}",
                "\"calendar\":[]",
                "\"calendar\":\"FRIDAY\"",
                calendar("\"FRIDAY\"", "\"2026-11-29\"").replace(",\"holidays\":[\"2026-11-29\"]", ""),
                calendar("\"FRIDAY\"", "\"2026-11-29\"").replace("\"restDays\":[\"FRIDAY\"],", ""),
                calendar("\"FRIDAY\"", "\"2026-11-29\"").replace("}", ",\"note\":\"\"}"),
                calendar("\"SATURDAY\",\"FRIDAY\"", ""),
                calendar("\"FRIDAY\",\"FRIDAY\"", ""),
                calendar("\"friday\"", ""),
                calendar("\" FRIDAY\"", ""),
                calendar("5", ""),
                calendar("null", ""),
                calendar(
                        Stream.of(DayOfWeek.values())
                                .map(day -> "\"" + day + "\"")
                                .reduce((one, other) -> one + "," + other)
                                .orElseThrow(),
                        ""),
                calendar("", "\"2027-01-01\",\"2026-11-29\""),
                calendar("", "\"2026-11-29\",\"2026-11-29\""),
                calendar("", "\"2027-02-29\""),
                calendar("", "\"2026-11-29T00:00:00\""),
                calendar("", "\" 2026-11-29\""),
                calendar("", "\"+2026-11-29\""),
                calendar("", "\"+12026-11-29\""),
                calendar("", "[2026,11,29]"),
                calendar("", "20261129"),
                calendar("", "null"),
                calendar("", "\"2026-11-29\",\"2029-11-30\""),
                calendar("", dates(PublishedCalendar.HOLIDAYS_MAX + 1)));
        for (String other : others) {
            assertThat(officers.verifier.accept(
                            officers.trusted, List.of(officers.signedJson(json.replace(FORM, other))), NOW))
                    .as(other)
                    .isEqualTo(new DirectoryVerdict.Rejected(DirectoryRejection.CONTENT, 0));
        }
    }

    @Test
    void whatFitsIsTaken() {
        for (String other : List.of(
                calendar("", ""),
                calendar("\"SATURDAY\",\"SUNDAY\"", ""),
                calendar("", dates(PublishedCalendar.HOLIDAYS_MAX)),
                calendar("", "\"2026-11-29\",\"2029-11-22\""),
                // Long over: what grew old must not keep the next version from being signed.
                calendar("", "\"2019-11-29\""))) {
            String json = json(publishing(CALENDAR)).replace(FORM, other);

            assertThat(officers.accept(officers.trusted, officers.signedJson(json))
                            .current()
                            .version())
                    .as(other)
                    .isEqualTo(2);
        }
    }

    @Test
    void aHolidayMoreThanThreeYearsAheadIsRefused() {
        PublishedCalendar far = new PublishedCalendar(List.of(), List.of(LocalDate.parse("2029-11-23")));

        officers.refuse(officers.signed(publishing(far)), DirectoryRejection.RULES);
    }

    @Test
    void theShortWayOfTwoOfficersChangesNoCalendar() {
        byte[] two = officers.signer.sign(publishing(CALENDAR), officers.all().subList(0, 2), NOW);

        officers.refuse(two, DirectoryRejection.THRESHOLD);
    }

    @Test
    void aCalendarIsMadeOfDaysInWhateverOrder() {
        assertThat(PublishedCalendar.of(
                        List.of(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                        CALENDAR.holidays().reversed()))
                .isEqualTo(CALENDAR);
        assertThatThrownBy(() -> PublishedCalendar.of(List.of(DayOfWeek.values()), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Directory publishing(PublishedCalendar calendar) {
        return Officers.with(officers.proposed(), edit -> edit.member(GT, gt -> Members.publishing(gt, calendar)));
    }

    private static String json(Directory directory) {
        return new String(new DirectoryJson().write(directory), StandardCharsets.UTF_8);
    }

    private static Directory old(byte[] signed) {
        try {
            return new DirectoryJson().read(DirectoryCms.parse(signed).json());
        } catch (RejectedDirectory e) {
            throw new AssertionError(e);
        }
    }

    private static String calendar(String restDays, String holidays) {
        return "\"calendar\":{\"restDays\":[" + restDays + "],\"holidays\":[" + holidays + "]}";
    }

    private static String dates(int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> "\"" + LocalDate.parse("2026-11-29").plusDays(day) + "\"")
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }
}
