package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.adultsOnly;
import static org.enlace.message.Checks.bornIn;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Checks.codes;
import static org.enlace.message.Checks.subject;
import static org.enlace.message.Checks.what;
import static org.enlace.message.Checks.withPersons;

import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.person.Answer;
import org.enlace.person.Majority;
import org.enlace.person.PersonBlock;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every addressed desk reads: urgency, handling, subject.
class AboutRulesTest {

    @ParameterizedTest
    @EnumSource(
            value = Urgency.class,
            names = {"NORMAL", "ROUTINE"})
    void aChildRaisesTheLevel(Urgency asked) {
        for (ChildInvolved child : List.of(ChildInvolved.YES, ChildInvolved.SUSPECTED)) {
            List<Breach> breaches = check(
                    Samples.modus(),
                    AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                            .urgency(asked)
                            .child(child),
                    MX);

            assertThat(breaches)
                    .containsExactly(new Breach("about.urgency", BreachCode.CHILD_RAISES_URGENCY, List.of("URGENT")));
        }
    }

    @Test
    void aChildThatOnlyTheSealedPartKnowsOfCountsTheSame() {
        CaseAlert sealedOnly = new CaseAlert(
                adultsOnly(Samples.alert().alert()), null, new CaseAlert.IdentityPart(List.of(Samples.identity())));

        assertThat(codes(check(
                        sealedOnly, AboutBuilder.of(MessageType.CASE_ALERT).urgency(Urgency.NORMAL), MX)))
                .containsExactly(BreachCode.CHILD_NOT_DECLARED, BreachCode.CHILD_RAISES_URGENCY);
    }

    @Test
    void whoseAgeIsNotKnownMayBeAChildUnlessItIsWhoDoesIt() {
        assertThat(codes(group("UNK", null)))
                .containsExactly(BreachCode.CHILD_NOT_DECLARED, BreachCode.CHILD_RAISES_URGENCY);
        assertThat(codes(group("UNK", "ControlledIndividual")))
                .containsExactly(BreachCode.CHILD_NOT_DECLARED, BreachCode.CHILD_RAISES_URGENCY);
        assertThat(group("UNK", "Smuggler")).isEmpty();
        assertThat(codes(group("9-17", "Smuggler")))
                .containsExactly(BreachCode.CHILD_NOT_DECLARED, BreachCode.CHILD_RAISES_URGENCY);
    }

    private static List<Breach> group(String ageBand, @Nullable String role) {
        List<CaseAlert.PersonGroup> persons = List.of(new CaseAlert.PersonGroup("2-5", ageBand, null, role));
        CaseAlert alert = new CaseAlert(withPersons(Samples.alert().alert(), persons), null, null);
        return check(alert, AboutBuilder.of(MessageType.CASE_ALERT).urgency(Urgency.NORMAL), MX);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aNumberPlateBelongsToAVehicleOfTheAlert(int vehicle) {
        CaseAlert alert = new CaseAlert(
                Samples.alert().alert(),
                new CaseAlert.PolicePart(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new CaseAlert.Plate(vehicle, Sensitive.of("X1Y-234")))),
                null);

        assertThat(check(alert, AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES), MX))
                .contains(new Breach("police.plates[0].vehicle", BreachCode.NOT_IN_LIST, List.of("alert.vehicles")));
    }

    @Test
    void whoTurnsEighteenThisMonthMayStillBeAChildAndWhoTurnedLastMonthIsNot() {
        assertThat(Children.in(bornIn("2008-11"), Samples.NOON)).isTrue();
        assertThat(Children.in(bornIn("2008-10"), Samples.NOON)).isFalse();
        assertThat(Children.in(bornIn("2008"), Samples.NOON)).isTrue();
        assertThat(Children.in(bornIn("2008-11-22"), Samples.NOON)).isFalse();
        assertThat(Children.in(bornIn("2008-11-23"), Samples.NOON)).isTrue();
    }

    @Test
    void aDisputedAgeIsAChildsAge() {
        PersonBlock disputed = new PersonBlock(
                "p-1",
                "UNK",
                Majority.DISPUTED,
                null,
                null,
                null,
                "PossibleVictimOfTrafficking",
                null,
                List.of(),
                null,
                null,
                Answer.NO,
                null);

        assertThat(Children.isChild(disputed)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Urgency.class,
            names = {"IMMEDIATE", "URGENT"})
    void hasteNeedsAReason(Urgency urgency) {
        AboutBuilder about = AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                .urgency(urgency)
                .urgencyReason(" ");

        assertThat(check(Samples.modus(), about, MX))
                .containsExactly(new Breach("about.urgencyReason", BreachCode.REQUIRED, List.of()));
        assertThat(check(Samples.modus(), about.urgency(Urgency.NORMAL).urgencyReason(null), MX))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageType.class,
            names = {"CASE_ALERT", "ROUTE_REPORT", "MODUS_OPERANDI_REPORT"})
    void alertsAndIntelligenceAreEvaluated(MessageType type) {
        Message message = Samples.all().stream()
                .filter(sample -> sample.type() == type)
                .findFirst()
                .orElseThrow();

        assertThat(codes(check(
                        message, AboutBuilder.of(type).child(ChildInvolved.YES).handling(Handling.UNMARKED), MX)))
                .containsExactly(BreachCode.EVALUATION_REQUIRED);
    }

    @Test
    void anotherRestrictionIsWrittenOut() {
        Handling h3 = new Handling(
                HandlingCode.H3,
                "",
                Tlp.RED,
                Pap.RED,
                Samples.handling(MessageType.CASE_ALERT).evaluation(),
                List.of());

        assertThat(codes(check(
                        Samples.modus(),
                        AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT).handling(h3),
                        MX)))
                .containsExactly(BreachCode.H3_NEEDS_TEXT);
    }

    @Test
    void theHeaderSpeaksOfTheContentThatIsThere() {
        assertThat(codes(check(Samples.modus(), AboutBuilder.of(MessageType.STATUS), MX)))
                .containsExactly(BreachCode.TYPE_MISMATCH);
    }

    @Test
    void aSubjectIsShortAndWarnsOfNamesAndNumbers() {
        assertThat(codes(subject("n".repeat(121)))).containsExactly(BreachCode.TOO_LONG);
        assertThat(subject("n".repeat(120))).isEmpty();
        assertThat(codes(subject("María del Carmen seen at the bridge"))).containsExactly(BreachCode.LOOKS_LIKE_NAME);
        assertThat(codes(subject("Passport 1234"))).containsExactly(BreachCode.LOOKS_LIKE_NUMBER);
        assertThat(SendingRules.maySend(subject("Ana Quispe 7"))).isTrue();
        assertThat(subject("Minibus towards Desaguadero tonight")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202E, 0x2066, 0x2069, 0x200B, 0x200E, 0x200F, 0x200D, 0x061C, 0xFEFF, 0x00AD, 0x0000, 0x001B,
                0x0085, 0x2028, 0xE000, 0xE0041
            })
    void whatHidesOrTurnsTheReadingOrderIsRefused(int hidden) {
        List<Breach> breaches = subject("bus" + Character.toString(hidden) + "stop");

        assertThat(breaches)
                .containsExactly(
                        new Breach("about.subject", BreachCode.HIDDEN_CHARACTER, List.of("U+%04X".formatted(hidden))));
    }

    @Test
    void joinersStayWhereAScriptNeedsThem() {
        assertThat(subject("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")).isEmpty();
        assertThat(codes(subject("a\u200Cb"))).containsExactly(BreachCode.HIDDEN_CHARACTER);
    }

    @Test
    void aPileOfAccentsIsRefusedAndVietnameseIsNot() {
        assertThat(codes(subject("z" + "\u0308".repeat(3) + "\u0301"))).contains(BreachCode.HIDDEN_CHARACTER);
        assertThat(subject("\u0111\u01B0\u1EDDng t\u1EDBi bi\u00EAn gi\u1EDBi")).isEmpty();
    }

    @Test
    void textIsInOneForm() {
        assertThat(codes(subject("camio\u0301n"))).containsExactly(BreachCode.NOT_NORMALISED);
        assertThat(subject("cami\u00F3n")).isEmpty();
    }

    @Test
    void halfAnEmojiIsRefusedBeforeItIsSealed() {
        assertThat(codes(subject("bus \uD83D"))).containsExactly(BreachCode.BROKEN_TEXT);
        assertThat(subject("bus \uD83D\uDE8C")).isEmpty();
    }

    @Test
    void freeTextEndsAtTwoThousandCharactersAsPeopleCountThem() {
        assertThat(what("\uD83D\uDE8C".repeat(2_000))).isEmpty();
        assertThat(what("n".repeat(2_001)))
                .containsExactly(new Breach("alert.what", BreachCode.TOO_LONG, List.of("2000", "2001")));
    }

    @Test
    void anAnswerIsAskedForByAMomentThatIsStillToCome() {
        AboutBuilder alert = AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES);

        assertThat(codes(check(Samples.alert(), alert.deadline(Samples.NOON.plusSeconds(60)), MX)))
                .isEmpty();
        assertThat(codes(check(Samples.alert(), alert.deadline(Samples.NOON), MX)))
                .containsExactly(BreachCode.DEADLINE_PASSED);
    }
}
