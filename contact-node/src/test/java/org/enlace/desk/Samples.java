package org.enlace.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.CountryRole;
import org.enlace.message.InformationRequest;
import org.enlace.message.InformationResponse;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Place;
import org.enlace.message.Precision;
import org.enlace.message.RouteReport;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Identity;
import org.enlace.person.LanguageNeed;
import org.enlace.person.Majority;
import org.enlace.person.PartialDate;
import org.enlace.person.PersonBlock;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Messages as partners write them. Names and places in them are canaries: they may be shown to those who may
/// read them, and must be found nowhere else.
final class Samples {
    static final String NAME = "Ximena Quetzalcanary";
    static final String FAMILY = "Canarioapellido";
    static final String ADDRESS = "Calle Canario 77, tercer piso";
    static final String PHONE = "+5076661112223";
    static final String NOTE = "Nota canaria sobre la hermana";
    static final String WORDS = "Palabras canarias del remitente";

    private Samples() {}

    static Handling handling(HandlingCode code, Tlp tlp, Caveat... caveats) {
        return new Handling(code, null, tlp, Pap.AMBER, Evaluation.parse("B2"), List.of(caveats));
    }

    static Handling usual() {
        return handling(HandlingCode.H1, Tlp.AMBER);
    }

    static InformationRequest question() {
        return new InformationRequest(
                new InformationRequest.RequestPart(
                        List.of(new InformationRequest.Question("PHONE", WORDS)),
                        null,
                        "Para encontrarla",
                        "Es la titular",
                        "Compró allí el billete",
                        "Cruzó por tierra",
                        List.of("PROTECTION"),
                        null),
                null,
                null);
    }

    static InformationResponse answer(String kind) {
        return new InformationResponse(
                new InformationResponse.AnswerPart(kind, WORDS, null, null, null, null, null, null, null), null, null);
    }

    static About answerAbout(String reference, @Nullable MessageId request) {
        return about(
                about(MessageType.INFORMATION_RESPONSE, reference, Urgency.NORMAL, ChildInvolved.NO, usual()),
                request,
                null);
    }

    /// The same, about a message that was there before.
    ///
    /// @param supersedes the version that it corrects, if it does
    static About about(About usual, @Nullable MessageId inReplyTo, @Nullable MessageId supersedes) {
        return new About(
                usual.messageType(),
                usual.schemaVersion(),
                usual.codeListVersions(),
                usual.caseRef(),
                null,
                inReplyTo,
                supersedes,
                supersedes == null ? null : "WAS_WRONG",
                usual.urgency(),
                null,
                usual.handling(),
                List.of(),
                List.of(),
                usual.language(),
                usual.senderRole(),
                usual.senderOfficer(),
                null,
                usual.countryRoles(),
                usual.childInvolved(),
                null,
                null,
                null,
                usual.subject());
    }

    static About about(MessageType type, String reference, Urgency urgency, ChildInvolved child, Handling handling) {
        return new About(
                type,
                About.SCHEMA_VERSION,
                Map.of(),
                new CaseReference(reference),
                null,
                null,
                null,
                null,
                urgency,
                null,
                handling,
                List.of(),
                List.of(),
                "spa",
                "INVESTIGATOR",
                "officer-CO7",
                null,
                List.of(
                        new CountryRole("CO", CountryRole.Part.ORIGIN),
                        new CountryRole("PA", CountryRole.Part.DESTINATION)),
                child,
                null,
                null,
                null,
                WORDS);
    }

    static About alertAbout(String reference, Urgency urgency, ChildInvolved child) {
        return about(MessageType.CASE_ALERT, reference, urgency, child, usual());
    }

    static About requestAbout(String reference, Urgency urgency, Handling handling) {
        return about(MessageType.VICTIM_ASSISTANCE_REQUEST, reference, urgency, ChildInvolved.NO, handling);
    }

    static CaseAlert alert() {
        var identity = new Identity(
                Sensitive.of(FAMILY), Sensitive.of(NAME), Sensitive.of(new PartialDate("2010")), List.of());
        return new CaseAlert(
                new CaseAlert.AlertPart(
                        "SUSPECTED_MOVEMENT",
                        "Dos adolescentes viajan con una mujer adulta. " + WORDS,
                        List.of("TRANSPORTATION"),
                        List.of("DECEPTION"),
                        List.of("OTHER_SEXUAL"),
                        new Place("CO", "CO-NSA", null, null, Precision.ADMIN1),
                        new Place("PA", null, "PAPTY", null, Precision.CITY),
                        new CaseAlert.Window(
                                Instant.parse("2026-11-22T10:00:00Z"), Instant.parse("2026-11-22T11:00:00Z")),
                        List.of(new CaseAlert.PersonGroup("2-5", "9-17", null, null)),
                        List.of(),
                        "STOP_AND_PROTECT",
                        "desk 2"),
                new CaseAlert.PolicePart(List.of(), List.of(Sensitive.of(PHONE)), List.of(), List.of()),
                new CaseAlert.IdentityPart(List.of(identity)));
    }

    static VictimAssistanceRequest request() {
        return request(null);
    }

    /// @param answer of the person to sharing with other authorities
    static ConsentRecord consent(ConsentAnswer answer, String... withheld) {
        return new ConsentRecord(
                "c1",
                "PERSON",
                LocalDate.parse("2026-11-20"),
                "spa",
                false,
                Map.of("SHARE_AUTHORITY", answer),
                Arrays.stream(withheld)
                        .map(from -> new ConsentRecord.Withheld(Sensitive.of(from), "FEAR_OF_HARM"))
                        .toList(),
                ConsentRecord.Told.EVERYTHING,
                null,
                null);
    }

    static VictimAssistanceRequest request(@Nullable ConsentRecord consent) {
        var person = new PersonBlock(
                "p1",
                "24-26",
                Majority.ADULT,
                null,
                Sensitive.of(List.of("GT")),
                null,
                "PossibleVictimOfTrafficking",
                null,
                List.of(),
                null,
                null,
                Answer.NO,
                null);
        return new VictimAssistanceRequest(
                new VictimAssistanceRequest.AlertPart(
                        "CO",
                        "SHELTER",
                        List.of(new VictimAssistanceRequest.Need("TRAVEL_DOCUMENT", Urgency.URGENT)),
                        new LanguageNeed(List.of(new LanguageNeed.Spoken("kek", null, true)), Answer.YES, "Feminine")),
                new VictimAssistanceRequest.ProtectionPart(
                        person,
                        consent,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        Answer.YES,
                        null,
                        Sensitive.of(NOTE),
                        null),
                new VictimAssistanceRequest.IdentityPart(
                        new Identity(Sensitive.of(FAMILY), Sensitive.of(NAME), null, List.of()),
                        Sensitive.of(ADDRESS)));
    }

    static RouteReport route() {
        var from = new RouteReport.Stop(new Place("CO", null, null, null, Precision.COUNTRY), "Recruitment");
        var to = new RouteReport.Stop(new Place("PA", null, null, null, Precision.COUNTRY), "Transit");
        return new RouteReport(
                List.of(new RouteReport.Leg(from, to, null, "BOAT", List.of(), List.of(), List.of())),
                new RouteReport.Period(new PartialDate("2026-05"), null),
                "6-20",
                null,
                true,
                "MEDIUM",
                new RouteReport.BasedOn(7, 3),
                null);
    }
}
