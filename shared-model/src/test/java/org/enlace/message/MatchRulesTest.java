package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.matching.IdentifierKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchRulesTest {
    private static final NodeId CO = new NodeId("CO");
    private static final NodeId HN = new NodeId("HN");

    @Test
    void aQueryIsReadAsFarAsItAsksForElementsAndForNoMoreThanSixtyFour() {
        assertThat(shown(new MatchQuery(List.of(Samples.ELEMENT), null))).isTrue();
        assertThat(shown(new MatchQuery(Collections.nCopies(64, Samples.ELEMENT), null)))
                .isTrue();
        assertThat(shown(new MatchQuery(Collections.nCopies(65, Samples.ELEMENT), null)))
                .isFalse();
        assertThat(shown(new MatchQuery(List.of(), null))).isFalse();
        assertThat(shown(new MatchQuery(List.of("+51987654321"), null))).isFalse();
        assertThat(shown(new MatchQuery(List.of("00".repeat(33)), null))).isFalse();
        assertThat(shown(new MatchQuery(List.of(Samples.ELEMENT), "my table"))).isFalse();
    }

    @Test
    void anAnswerWhoseTableIsNotTheOneItNamesIsRefused() {
        MatchAnswer.Result result = Samples.matched().result();
        assertThat(result).isNotNull();
        assertThat(shown(Samples.matched())).isTrue();
        assertThat(shown(with(result, new MatchAnswer.Table(Samples.DIGEST, true, List.of("AAAA")))))
                .isFalse();
        assertThat(shown(with(result, new MatchAnswer.Table("short", true, List.of()))))
                .isFalse();
        assertThat(shown(new MatchAnswer("EVALUATED", null, null))).isFalse();
        assertThat(shown(new MatchAnswer("CLOSED_IN_2031", null, null))).isTrue();
    }

    @Test
    void aNoticeHoldsTagsAndNoOutput() {
        assertThat(shown(new MatchHit(List.of(Samples.TAG)))).isTrue();
        assertThat(shown(new MatchHit(List.of(Samples.TAG + Samples.TAG)))).isFalse();
        assertThat(shown(new MatchHit(List.of()))).isFalse();
    }

    @Test
    void onlyThePoliceNumbersOfAnAlertAreMatched() {
        assertThat(Matchable.identifiers(Samples.alert()))
                .extracting(identifier -> identifier.kind())
                .containsExactly(IdentifierKind.PHONE, IdentifierKind.PASSPORT, IdentifierKind.PLATE);
        CaseAlert bare =
                new CaseAlert(Samples.alert().alert(), null, Samples.alert().identity());
        assertThat(Matchable.identifiers(bare)).isEmpty();
    }

    @Test
    void whatProtectsSomebodyIsNotMatched() {
        assertThat(Matchable.allowed(Handling.UNMARKED)).isTrue();
        for (Caveat caveat : List.of(Caveat.NO_AUTO_MATCH, Caveat.SOURCE_PROTECT, Caveat.VICTIM_PROTECTION_ONLY)) {
            assertThat(Matchable.allowed(marked(caveat))).as("%s", caveat).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CO", "CO:POLICE", "INVESTIGATOR"})
    void whoIsExcludedIsKeptFromTheCase(String authority) {
        assertThat(kept(about(marked(Caveat.exclude(authority))), CO)).isTrue();
        assertThat(kept(about(marked(Caveat.exclude("MX"))), CO)).isFalse();
    }

    @Test
    void theStateOfOriginIsKeptFromACaseWithoutConsularContact() {
        About about = about(marked(Caveat.NO_CONSULAR_CONTACT));

        assertThat(about.countryRoles()).contains(new CountryRole("HN", CountryRole.Part.ORIGIN));
        assertThat(kept(about, HN)).isTrue();
        assertThat(kept(about, CO)).isFalse();
        assertThat(kept(about(Handling.UNMARKED), HN)).isFalse();
    }

    private static boolean kept(About about, NodeId member) {
        return Matchable.keptFrom(about, Samples.alert(), member, Checks.DIRECTORY);
    }

    private static Handling marked(Caveat caveat) {
        Handling plain = Handling.UNMARKED;
        return new Handling(
                plain.code(), plain.h3Text(), plain.tlp(), plain.pap(), plain.evaluation(), List.of(caveat));
    }

    private static About about(Handling handling) {
        About plain = About.control(MessageType.CASE_ALERT, Samples.CASE, null, "desk-2");
        return new About(
                plain.messageType(),
                plain.schemaVersion(),
                Map.of(),
                plain.caseRef(),
                null,
                null,
                null,
                null,
                plain.urgency(),
                null,
                handling,
                List.of(),
                List.of(),
                null,
                "NODE",
                "desk-2",
                null,
                List.of(new CountryRole("HN", CountryRole.Part.ORIGIN)),
                ChildInvolved.NO,
                null,
                null,
                null,
                "x");
    }

    private static MatchAnswer with(MatchAnswer.Result result, MatchAnswer.Table table) {
        return new MatchAnswer(
                MatchAnswer.EVALUATED,
                new MatchAnswer.Result(
                        result.month(),
                        result.publicKey(),
                        result.evaluated(),
                        result.proof(),
                        table,
                        result.contactRole()),
                null);
    }

    private static boolean shown(Message message) {
        return ReceivingRules.mayBeShown(
                message,
                About.control(message.type(), Samples.CASE, Samples.ID, "officer-7K4M2Q"),
                List.of(CO),
                Samples.NOON);
    }
}
