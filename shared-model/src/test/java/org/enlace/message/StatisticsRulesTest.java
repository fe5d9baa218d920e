package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enlace.directory.ContactPoint;
import org.enlace.directory.Directory;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.StatisticsReturn.Line;
import org.enlace.message.StatisticsReturn.Pace;
import org.enlace.message.StatisticsReturn.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsRulesTest {
    private static final StatisticsReturn GOOD = Samples.returned();
    private static final Line HIDDEN = new Line("Masculine", null);

    @ParameterizedTest
    @ValueSource(ints = {-5, 1, 5, 10, 11, 14, 16, 32, 1_000_000_005})
    void aNumberThatNoReleaseRuleLetsThroughIsNeitherSentNorRead(int figure) {
        refused(with(new Table("PERSONS_BY_SEX", null, List.of(new Line("Feminine", figure)))));
        refused(with(new Table("PERSONS_BY_SEX", figure, List.of(new Line("Feminine", 30)))));
    }

    @Test
    void aLineThatIsHiddenAloneIsRefusedForTheOthersTellIt() {
        refused(with(new Table("PERSONS_BY_SEX", 45, List.of(new Line("Feminine", 30), HIDDEN))));
        assertThat(read(with(new Table("PERSONS_BY_SEX", 45, List.of(HIDDEN, new Line("UNKNOWN", null))))))
                .isTrue();
    }

    @Test
    void aYearThatIsNotOverOrWasPublishedBeforeItsMonthIsRefused() {
        refused(new StatisticsReturn(GOOD.state(), 2026, GOOD.releasedAt(), GOOD.tables(), List.of(), List.of()));
        refused(new StatisticsReturn(
                GOOD.state(), 2025, Instant.parse("2026-01-31T09:59:59Z"), GOOD.tables(), List.of(), List.of()));
        refused(new StatisticsReturn(GOOD.state(), 99, GOOD.releasedAt(), GOOD.tables(), List.of(), List.of()));
        assertThat(ReceivingRules.mayBeShown(GOOD, about(null), List.of(Checks.MX), GOOD.releasedAt()))
                .isTrue();
        assertThat(ReceivingRules.mayBeShown(
                        GOOD, about(null), List.of(Checks.MX), Instant.parse("2026-01-31T09:59:59Z")))
                .isFalse();
    }

    @Test
    void whatIsThereTwiceOrIsNoNameOrHasNoBoundsIsRefused() {
        var table = GOOD.tables().getFirst();
        refused(with(table, table));
        refused(with(new Table("persons by sex", null, List.of())));
        refused(with(new Table("PERSONS_BY_SEX", null, List.of(new Line("Ana Pérez", 15)))));
        refused(with(new Table("PERSONS_BY_SEX", null, List.of(new Line("*", 15)))));
        refused(with(new Table("PERSONS_BY_SEX", null, List.of(new Line("A", 15), new Line("A", 20)))));
        refused(with(IntStream.range(0, 65)
                .mapToObj(number -> new Table("T" + number, null, List.of()))
                .toArray(Table[]::new)));
        refused(with(new Table("T", null, Collections.nCopies(2_001, new Line("A", 15)))));
    }

    @Test
    void aTimeInWhichASingleMessageCouldBeSeenIsRefused() {
        var good = GOOD.paces().getFirst();
        assertThat(read(with(good, timed(1, 120, 2880, null), timed(2, 2880, 4320, 100))))
                .isTrue();
        refused(with(good, good));
        refused(with(timed(0, 45, 180, null)));
        refused(with(timed(5, 45, 180, null)));
        for (int minutes : new int[] {-5, 0, 4, 47, 125, 179, 2885, 2940, Integer.MAX_VALUE}) {
            refused(with(timed(1, minutes, 1_440_000, null)));
            refused(with(timed(1, 5, minutes, null)));
        }
        refused(with(timed(1, 180, 45, null)));
        refused(with(timed(1, 45, 180, 7)));
        refused(with(timed(1, 45, 180, 105)));
        refused(with(new Pace("Ana Pérez", 1, Urgency.URGENT, 45, 180, null)));
        refused(with(new Pace("PERSONS_BY_SEX", 1, Urgency.URGENT, 45, 180, null)));
        refused(with(Collections.nCopies(513, good).toArray(Pace[]::new)));
    }

    private static Pace timed(int quarter, int median, int ninetieth, @Nullable Integer overdue) {
        return new Pace("ANSWERED_HERE", quarter, Urgency.NORMAL, median, ninetieth, overdue);
    }

    private static StatisticsReturn with(Pace... paces) {
        return new StatisticsReturn(
                GOOD.state(), GOOD.year(), GOOD.releasedAt(), GOOD.tables(), List.of(), List.of(paces));
    }

    @Test
    void onlyACorrectionTakesTablesBackAndNoneThatItShows() {
        var back = new StatisticsReturn(
                GOOD.state(), GOOD.year(), GOOD.releasedAt(), GOOD.tables(), List.of("PERSONS_BY_AGE"), List.of());
        refused(back);
        assertThat(ReceivingRules.mayBeShown(back, about(Samples.ID), List.of(Checks.MX), Samples.NOON))
                .isTrue();
        var both = new StatisticsReturn(
                GOOD.state(), GOOD.year(), GOOD.releasedAt(), GOOD.tables(), List.of("PERSONS_BY_SEX"), List.of());
        assertThat(ReceivingRules.mayBeShown(both, about(Samples.ID), List.of(Checks.MX), Samples.NOON))
                .isFalse();
    }

    @Test
    void itIsForTheWholeCommunityAndMarkedSo() {
        assertThat(ReceivingRules.mayBeShown(
                        GOOD,
                        About.control(MessageType.STATISTICS_RETURN, null, null, "officer-7K4M2Q"),
                        List.of(Checks.MX),
                        Samples.NOON))
                .isFalse();
    }

    @Test
    void itGoesToTheSecretariatThatTheDirectoryNamesAndToNobodyElse() {
        assertThat(sent(Checks.DIRECTORY, Checks.MX)).containsExactly(BreachCode.RECIPIENT_NOT_SECRETARIAT);
        var named = naming(MemberStatus.ACTIVE);
        assertThat(sent(named, Checks.MX)).isEmpty();
        assertThat(sent(named, Checks.GT)).containsExactly(BreachCode.RECIPIENT_NOT_SECRETARIAT);
        assertThat(sent(named, Checks.MX, Checks.GT)).containsExactly(BreachCode.RECIPIENT_NOT_SECRETARIAT);
        assertThat(sent(naming(MemberStatus.SUSPENDED), Checks.MX))
                .containsExactly(BreachCode.RECIPIENT_NOT_ACTIVE, BreachCode.RECIPIENT_NOT_SECRETARIAT);
    }

    private static List<BreachCode> sent(Directory directory, NodeId... recipients) {
        return Checks.codes(
                Checks.RULES.check(GOOD, about(null), Checks.US, List.of(recipients), directory, Samples.NOON));
    }

    /// The directory, in which Mexico is the Secretariat.
    private static Directory naming(MemberStatus status) {
        var of = Checks.DIRECTORY;
        return new Directory(
                of.v(),
                of.version(),
                of.prevHash(),
                of.issuedAt(),
                of.expiresAt(),
                of.threshold(),
                of.topic(),
                of.officers(),
                of.members().stream()
                        .map(member -> member.code().equals(Checks.MX) ? named(member, status) : member)
                        .toList());
    }

    private static Member named(Member of, MemberStatus status) {
        return new Member(
                of.code(),
                status,
                of.suite(),
                of.sig(),
                of.enc(),
                of.kafkaPrincipal(),
                of.topics(),
                of.partners(),
                of.contact().with(ContactPoint.SECRETARIAT));
    }

    private static void refused(StatisticsReturn returned) {
        assertThat(read(returned)).as("%s", returned).isFalse();
        assertThat(Checks.RULES.check(
                        returned,
                        about(null),
                        Checks.US,
                        List.of(Checks.MX),
                        naming(MemberStatus.ACTIVE),
                        Samples.NOON))
                .anyMatch(Breach::blocks);
    }

    private static boolean read(StatisticsReturn returned) {
        return ReceivingRules.mayBeShown(returned, about(null), List.of(Checks.MX), Samples.NOON);
    }

    private static About about(@Nullable MessageId supersedes) {
        return StatisticsReturn.about("officer-7K4M2Q", supersedes, supersedes == null ? null : "WAS_WRONG");
    }

    private static StatisticsReturn with(Table... tables) {
        return new StatisticsReturn(
                GOOD.state(),
                GOOD.year(),
                GOOD.releasedAt(),
                Stream.of(tables).map(Objects::requireNonNull).toList(),
                List.of(),
                List.of());
    }
}
