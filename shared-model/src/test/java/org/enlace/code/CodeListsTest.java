package org.enlace.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.RecallReason;
import org.enlace.lifecycle.TransportState;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.AnswerKind;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.CountryRole;
import org.enlace.message.IdentityAnswer;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.PermissionDecision;
import org.enlace.message.Precision;
import org.enlace.message.StatusKind;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentPurpose;
import org.enlace.person.Majority;
import org.enlace.person.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListsTest {
    private static final CodeLists LISTS = CodeLists.standard();
    private static final Set<String> LANGUAGES = Set.of("en", "es", "pt", "fr");

    static List<CodeList> everyList() {
        return List.copyOf(LISTS.all());
    }

    @ParameterizedTest
    @MethodSource("everyList")
    void everyCodeHasItsLabelInAllFourLanguages(CodeList list) {
        assertThat(list.codes()).isNotEmpty();
        for (Code code : list.codes()) {
            assertThat(code.labels().keySet())
                    .as("%s %s", list.id(), code.code())
                    .isEqualTo(LANGUAGES);
            assertThat(code.labels().values())
                    .as("%s %s", list.id(), code.code())
                    .allSatisfy(label -> assertThat(label)
                            .isNotBlank()
                            .isEqualTo(label.strip())
                            .doesNotContain("  "));
        }
    }

    @ParameterizedTest
    @MethodSource("everyList")
    void noTwoCodesOfAListLookTheSameToAReader(CodeList list) {
        for (String language : LANGUAGES) {
            assertThat(list.codes())
                    .extracting(code -> code.label(Locale.of(language)))
                    .as("%s in %s", list.id(), language)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("everyList")
    void frenchLabelsBreakNoLineBeforeATallMark(CodeList list) {
        assertThat(list.codes())
                .extracting(code -> code.label(Locale.FRENCH))
                .allSatisfy(label -> assertThat(label).doesNotContainPattern(" [:;?!»]"));
    }

    @ParameterizedTest
    @MethodSource("everyList")
    void everyListSaysWhereItComesFrom(CodeList list) {
        assertThat(list.version()).isPositive();
        assertThat(list.sourceVersion()).isNotBlank();
        assertThat(list.licence()).isNotBlank();
        assertThat(list.attribution()).isNotBlank();
        assertThat(list.codes()).allSatisfy(code -> assertThat(code.since()).isBetween(1, list.version()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | MEANS_OF_2031 (not in list v1)
                    es | MEANS_OF_2031 (no está en la lista v1)
                    pt | MEANS_OF_2031 (não consta da lista v1)
                    fr | MEANS_OF_2031 (absent de la liste v1)
                    de | MEANS_OF_2031 (not in list v1)
                    """)
    void aCodeThatWeDoNotKnowIsShownAndSaysSo(String language, String shown) {
        CodeList list = LISTS.list("palermo-means");

        assertThat(list.label("MEANS_OF_2031", Locale.of(language))).isEqualTo(shown);
        assertThat(list.find("MEANS_OF_2031")).isEmpty();
    }

    @Test
    void aReaderGetsTheirOwnLanguageWhateverTheirCountry() {
        assertThat(LISTS.list("palermo-act").label("RECRUITMENT", Locale.of("es", "GT")))
                .isEqualTo("Captación");
        assertThat(LISTS.list("palermo-act").label("RECRUITMENT", Locale.of("pt", "BR")))
                .isEqualTo("Recrutamento");
        assertThat(LISTS.list("palermo-act").label("RECRUITMENT", Locale.of("nl")))
                .isEqualTo("Recruitment");
    }

    @Test
    void everyListThatAMessageSpeaksOfExists() {
        for (String id : MessageLists.named()) {
            assertThat(LISTS.list(id).id()).isEqualTo(id);
        }
        assertThat(MessageLists.named()).hasSizeGreaterThan(30).contains("alert-kind", "situation", "volume-band");
    }

    @Test
    void aListThatDoesNotExistIsTheCallersMistake() {
        assertThatThrownBy(() -> LISTS.list("no-such-list"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-list");
    }

    @Test
    void theFixedListsHaveExactlyTheCodesOfTheProgram() {
        Map<String, List<String>> fixed = Map.ofEntries(
                Map.entry("urgency", names(Urgency.values())),
                Map.entry("handling", names(HandlingCode.values())),
                Map.entry("pap", names(Pap.values())),
                Map.entry("tlp", Arrays.stream(Tlp.values()).map(Tlp::code).toList()),
                Map.entry("source-reliability", names(Evaluation.Source.values())),
                Map.entry("message-type", names(MessageType.values())),
                Map.entry("status-kind", names(StatusKind.values())),
                Map.entry("compartment", names(Compartment.values())),
                Map.entry("transport-state", names(TransportState.values())),
                Map.entry("business-state", names(BusinessState.values())),
                Map.entry("answer-kind", names(AnswerKind.values())),
                Map.entry("permission-decision", names(PermissionDecision.values())),
                Map.entry("identity-answer", names(IdentityAnswer.values())),
                Map.entry("mode", names(Mode.values())),
                Map.entry("recall-reason", names(RecallReason.values())),
                Map.entry("majority", names(Majority.values())),
                Map.entry("risk-level", names(RiskLevel.values())),
                Map.entry("consent-purpose", names(ConsentPurpose.values())),
                Map.entry("consent-answer", names(ConsentAnswer.values())),
                Map.entry("answer", names(Answer.values())),
                Map.entry("child-involved", names(ChildInvolved.values())),
                Map.entry("country-role", names(CountryRole.Part.values())),
                Map.entry("precision", names(Precision.values())));

        fixed.forEach((id, codes) -> assertThat(LISTS.list(id).codes())
                .extracting(Code::code)
                .as(id)
                .containsExactlyInAnyOrderElementsOf(codes));
    }

    @Test
    void everyCaveatOfTheProgramIsInTheList() {
        List<Caveat> caveats = List.of(
                Caveat.VICTIM_PROTECTION_ONLY,
                Caveat.NO_CONSULAR_CONTACT,
                Caveat.NO_FAMILY_CONTACT,
                Caveat.NO_AUTO_MATCH,
                Caveat.SOURCE_PROTECT,
                Caveat.CHILD,
                Caveat.NO_ATTACHMENT_EXPORT,
                Caveat.parse("EXCLUDE(GT:POLICE)"),
                Caveat.parse("DESTROY_AFTER(2027-05-01)"));

        assertThat(caveats)
                .allSatisfy(caveat ->
                        assertThat(LISTS.list("caveat").find(caveat.code())).isPresent());
        assertThat(LISTS.list("caveat").codes()).hasSameSizeAs(caveats);
    }

    @Test
    void methodsOfControlCarryTheNamesOfTheirExport() {
        assertThat(LISTS.list("control-method").codes())
                .allSatisfy(code -> assertThat(code.map().get("ctdc")).startsWith("meansOfControl"));
        assertThat(LISTS.list("control-method").code("ThreatensChildrenFamily").map())
                .containsEntry("ctdc", "meansOfControlUsesChildren");
    }

    @Test
    void countriesAreNamedInTheReadersLanguage() {
        assertThat(CodeLists.country("BR", Locale.of("fr"))).isEqualTo("Brésil");
        assertThat(CodeLists.country("DO", Locale.of("es"))).isEqualTo("República Dominicana");
        assertThat(CodeLists.country("XXA", Locale.of("es"))).isEqualTo("XXA");
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toList());
    }
}
