package org.enlace.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Identity;
import org.enlace.person.LanguageNeed;
import org.enlace.person.Majority;
import org.enlace.person.PartialDate;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.RiskBlock.Assessment;
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Messages of invented people, complete and allowed.
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final CaseReference CASE = new CaseReference("GT-2026-7K4M2Q");
    static final MessageId ID = MessageId.parse("019aab12-0000-7000-8000-000000000001");
    static final String DIGEST = "ab".repeat(32);
    static final String ELEMENT = "03e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b102462";
    static final String TAG = "0412e8f78b02c415ab3a288e22897837";

    private Samples() {}

    static Handling handling(MessageType type) {
        if (type == MessageType.STATISTICS_RETURN) {
            return StatisticsReturn.about("desk-2", null, null).handling();
        }
        return isAboutVictim(type)
                ? Handling.DEFAULT_VICTIM
                : new Handling(HandlingCode.H1, null, Tlp.AMBER_STRICT, Pap.RED, Evaluation.parse("B2"), List.of());
    }

    static boolean isAboutVictim(MessageType type) {
        return type.isForCare();
    }

    static CaseAlert alert() {
        return new CaseAlert(
                new CaseAlert.AlertPart(
                        "SUSPECTED_MOVEMENT",
                        "White minibus, four girls, one adult man. Leaves for the border tonight.",
                        List.of("TRANSPORTATION"),
                        List.of("DECEPTION"),
                        List.of("OTHER_SEXUAL"),
                        new Place("PE", "PE-PUN", "PEPUN", new GeoPoint(-70.0219, -15.8402), Precision.CITY),
                        new Place("BO", null, null, null, Precision.COUNTRY),
                        new CaseAlert.Window(NOON, NOON.plusSeconds(7200)),
                        List.of(new CaseAlert.PersonGroup("2-5", "9-17", "Feminine", "TransferredIndividual")),
                        List.of(new CaseAlert.Vehicle("BUS", "white", "PE")),
                        "PROTECT",
                        "desk-2"),
                new CaseAlert.PolicePart(
                        List.of(new Identity.Document("PASSPORT", "PE", Sensitive.of("P1234567"))),
                        List.of(Sensitive.of("+51900000001")),
                        List.of(new CaseAlert.Handle("Telegram", Sensitive.of("@trabajo_facil"))),
                        List.of(new CaseAlert.Plate(0, Sensitive.of("X1Y-234")))),
                new CaseAlert.IdentityPart(List.of(identity())));
    }

    static Identity identity() {
        return new Identity(
                Sensitive.of("Quispe Ñahui"),
                Sensitive.of("Ana María"),
                Sensitive.of(new PartialDate("2009-05")),
                List.of(new Identity.Document("NATIONAL_ID", "PE", Sensitive.of("00112233"))));
    }

    static VictimAssistanceRequest request() {
        return new VictimAssistanceRequest(
                new VictimAssistanceRequest.AlertPart(
                        "US",
                        "SHELTER",
                        List.of(new VictimAssistanceRequest.Need("INTERPRETATION", Urgency.URGENT)),
                        new LanguageNeed(
                                List.of(new LanguageNeed.Spoken("kek", "NATIVE", true)), Answer.YES, "Feminine")),
                protection(consent(ConsentAnswer.YES), risk(RiskLevel.MEDIUM), Answer.YES, null, List.of("GT")),
                new VictimAssistanceRequest.IdentityPart(identity(), Sensitive.of("Casa Azul, 12 Example Street")));
    }

    /// Asks Guatemala, in a case without a dependant, whether a woman is its national.
    static IdentityVerification verification() {
        VictimAssistanceRequest.AlertPart alert = request().alert();
        VictimAssistanceRequest.ProtectionPart part =
                protection(consent(ConsentAnswer.YES), risk(RiskLevel.MEDIUM), Answer.YES, null, List.of());
        return new IdentityVerification(
                new IdentityVerification.AlertPart(
                        List.of("NATIONALITY", "PERMANENT_RESIDENCE", "TRAVEL_DOCUMENT"),
                        "She wishes to return and has no document",
                        alert.host(),
                        alert.situation(),
                        alert.language()),
                new IdentityVerification.ProtectionPart(
                        part.person(),
                        part.consent(),
                        part.risk(),
                        part.documentsHeld(),
                        part.documentsWithheld(),
                        Answer.NO,
                        part.contactWithConsulateWanted(),
                        part.contactOverride(),
                        part.note(),
                        part.senderName()),
                new IdentityVerification.IdentityPart(
                        new Identity(
                                identity().familyName(),
                                identity().givenNames(),
                                Sensitive.of(new PartialDate("1999-05")),
                                identity().documents()),
                        Sensitive.of("Born in a village near the lake; her mother sold cloth")));
    }

    static IdentityVerificationAnswer verified() {
        return new IdentityVerificationAnswer(new IdentityVerificationAnswer.AnswerPart(
                "NATIONAL",
                null,
                null,
                null,
                new IdentityVerificationAnswer.TravelDocument(
                        "ISSUED", "EMERGENCY_TRAVEL_DOCUMENT", TODAY.plusDays(90), null, null)));
    }

    /// Three things of a message, in court.
    static UsePermissionRequest mayWeUse() {
        return new UsePermissionRequest(new UsePermissionRequest.AskPart(
                UsePermissionRequest.COURT,
                List.of(
                        new UsePermissionRequest.Item("POLICE", "/phones"),
                        new UsePermissionRequest.Item("ALERT", "/what"),
                        new UsePermissionRequest.Item("IDENTITY", null)),
                "Juzgado de Mayor Riesgo B, case 12/2026",
                null,
                "The trial begins in March"));
    }

    static UsePermissionDecision youMay() {
        return new UsePermissionDecision(new UsePermissionDecision.DecisionPart(
                List.of(
                        new UsePermissionDecision.Verdict(1, "GRANTED", null, null),
                        new UsePermissionDecision.Verdict(
                                2, "GRANTED_WITH_CONDITIONS", "Without naming the source", null),
                        new UsePermissionDecision.Verdict(3, "REFUSED", null, "PROTECTION_OF_PERSON")),
                TODAY.plusDays(180)));
    }

    static Corroboration notSeen() {
        return new Corroboration(new Corroboration.SightingPart(
                new NodeId("MX"),
                "NOT_SEEN",
                new RouteReport.Period(new PartialDate("2026-06"), null),
                "Nobody crossed there since June"));
    }

    /// Words, and a name that is sealed in its part.
    static Proposal shouldSay() {
        return new Proposal(
                new Proposal.AskPart(
                        List.of(
                                new Proposal.Item("ALERT", "/what", "Grey minibus"),
                                new Proposal.Item("IDENTITY", "/persons/0/familyName", null)),
                        "WAS_WRONG",
                        "Seen on a camera at the bridge"),
                null,
                null,
                new Proposal.ValuesPart(List.of(new Proposal.Value(2, Sensitive.of("Invented")))));
    }

    static ProposalDecision itStays() {
        return new ProposalDecision(new ProposalDecision.DecisionPart("REJECTED", null, "CANNOT_BE_CONFIRMED", null));
    }

    /// Of an adult with one dependant, complete for whichever kind.
    static VictimReferral referral(String kind) {
        VictimAssistanceRequest.AlertPart alert = request().alert();
        VictimAssistanceRequest.ProtectionPart part =
                protection(consent(ConsentAnswer.YES), risk(RiskLevel.MEDIUM), Answer.YES, null, List.of("GT"));
        return new VictimReferral(
                new VictimReferral.AlertPart(
                        kind,
                        alert.host(),
                        alert.situation(),
                        List.of("PSYCHOSOCIAL"),
                        alert.needs(),
                        alert.language(),
                        List.of(TODAY.plusDays(30), TODAY.plusDays(90))),
                new VictimReferral.ProtectionPart(
                        part.person(),
                        part.consent(),
                        part.risk(),
                        part.subdivision(),
                        part.documentsHeld(),
                        part.documentsWithheld(),
                        part.legalProceedings(),
                        part.reflectionPeriodUntil(),
                        part.contactWithConsulateWanted(),
                        part.contactOverride(),
                        part.note(),
                        part.senderName(),
                        new VictimReferral.SupportPlan(
                                List.of("Livelihood"), Sensitive.of("A bakery of her own"), TODAY, TODAY.plusDays(180)),
                        Sensitive.of("Casa Esperanza, Señora Ejemplo"),
                        new VictimReferral.VoluntaryReturn(
                                new VictimReferral.Statement(TODAY, "kek", Answer.YES),
                                Answer.NO,
                                Answer.YES,
                                new VictimReferral.BestInterests(
                                        TODAY, "Procuraduría de la Niñez", RiskLevel.LOW, Answer.YES))),
                new VictimReferral.IdentityPart(
                        new Identity(
                                identity().familyName(),
                                identity().givenNames(),
                                Sensitive.of(new PartialDate("1999-05")),
                                identity().documents()),
                        Sensitive.of("Casa Azul, 12 Example Street"),
                        Sensitive.of(new VictimReferral.Travel(
                                "AIR", Answer.YES, "USHOU", "GTGUA", TODAY.plusDays(7), TODAY.plusDays(9)))));
    }

    static VictimAssistanceRequest.ProtectionPart protection(
            @Nullable ConsentRecord consent,
            @Nullable RiskBlock risk,
            Answer consulate,
            VictimAssistanceRequest.@Nullable ContactOverride override,
            List<String> citizenship) {
        return new VictimAssistanceRequest.ProtectionPart(
                new PersonBlock(
                        "p-1",
                        "18-20",
                        Majority.ADULT,
                        Sensitive.of("Feminine"),
                        Sensitive.of(citizenship),
                        null,
                        "PossibleVictimOfTrafficking",
                        "NGO",
                        List.of(new PersonBlock.Dependant("p-2", Sensitive.of("CHILD"))),
                        null,
                        Sensitive.of(List.of("MOBILITY")),
                        Answer.NO,
                        new PersonBlock.ExistingStatement("Fiscalía", TODAY, "spa")),
                consent,
                risk,
                Sensitive.of("US-TX"),
                List.of("NATIONAL_ID"),
                List.of("PASSPORT"),
                "INVESTIGATION",
                TODAY.plusDays(30),
                consulate,
                override,
                Sensitive.of("Prefers to be called in the morning."),
                Sensitive.of("Lucía Example"));
    }

    static ConsentRecord consent(ConsentAnswer toConsulate) {
        return new ConsentRecord(
                "consent-1",
                "INDIVIDUAL",
                TODAY,
                "kek",
                true,
                Map.of(
                        "ASSISTANCE", ConsentAnswer.YES,
                        "SHARE_AUTHORITY", ConsentAnswer.YES,
                        "FAMILY_CONTACT", ConsentAnswer.YES,
                        "COURT_USE", ConsentAnswer.YES,
                        "SHARE_CONSULATE", toConsulate),
                List.of(new ConsentRecord.Withheld(Sensitive.of("her uncle"), "FEAR_OF_HARM")),
                ConsentRecord.Told.EVERYTHING,
                null,
                null);
    }

    static RiskBlock risk(RiskLevel retaliation) {
        return new RiskBlock(
                assessed(RiskLevel.LOW),
                List.of("TRAFFICKER"),
                assessed(retaliation),
                assessed(RiskLevel.HIGH),
                assessed(RiskLevel.MEDIUM),
                Sensitive.of("THROUGH_SHELTER"),
                Sensitive.of("evenings"));
    }

    private static Assessment assessed(RiskLevel level) {
        return new Assessment(level, TODAY, "CASE_WORKER", false);
    }

    static RouteReport route(int cases, GeoPoint point, String from) {
        return new RouteReport(
                List.of(new RouteReport.Leg(
                        new RouteReport.Stop(new Place("BO", "BO-O", null, null, Precision.ADMIN1), "Recruitment"),
                        new RouteReport.Stop(new Place("CL", null, null, point, Precision.POINT), "Transit"),
                        new RouteReport.Border("Colchane", "LAND", false),
                        "FOOT",
                        List.of("NIGHT_MOVEMENT"),
                        List.of("WITHHELD"),
                        List.of(point))),
                new RouteReport.Period(new PartialDate(from), null),
                "6-20",
                "ONE_WAY",
                true,
                "MEDIUM",
                new RouteReport.BasedOn(7, cases),
                "Groups of six, at night");
    }

    static ModusOperandiReport modus() {
        return new ModusOperandiReport(
                new ModusOperandiReport.PatternPart(
                        List.of("RECRUITMENT"),
                        List.of("FRAUD"),
                        List.of("FORCED_LABOUR_OR_SERVICES"),
                        List.of("ThroughOnlineSocialNetworks"),
                        List.of("TikTok"),
                        "Acquainted",
                        List.of("DebtBondage"),
                        List.of("ForcedLabour"),
                        List.of("A_AgricultureForestryAndFishing"),
                        List.of("FARM_RANCH"),
                        List.of("WITHHELD"),
                        "CASH",
                        null,
                        List.of("MONEY_LAUNDERING"),
                        null,
                        List.of("Travels without own telephone"),
                        "Inspection of the employer",
                        new RouteReport.Period(new PartialDate("2026-03"), new PartialDate("2026-06")),
                        List.of("MX", "GT"),
                        null),
                new ModusOperandiReport.PolicePart(
                        List.of(new ModusOperandiReport.Entity("BrokerTravelAgent", Sensitive.of("Viajes X"), "MX"))));
    }

    static InformationRequest question() {
        return new InformationRequest(
                new InformationRequest.RequestPart(
                        List.of(new InformationRequest.Question("ENTRY_EXIT", "Did the woman leave by air since May?")),
                        "Trafficking for sexual exploitation",
                        "To find her before she is moved on",
                        "She answered the offer that we look into",
                        "Her last ticket was to your capital",
                        "She crossed by land on 3 May",
                        List.of("PROTECTION"),
                        "AJ 12/2026"),
                particulars(),
                new Persons(List.of(identity())));
    }

    static InformationResponse answer() {
        return answering(new InformationResponse.AnswerPart(
                "PARTIAL",
                "She left by air on 9 May",
                "The flight is not recorded",
                null,
                "Border records since 2025",
                null,
                null,
                null,
                null));
    }

    static InformationResponse answering(InformationResponse.AnswerPart answer) {
        return new InformationResponse(answer, particulars(), new Persons(List.of(identity())));
    }

    private static Particulars particulars() {
        return new Particulars(
                List.of(new Identity.Document("PASSPORT", "PE", Sensitive.of("P1234567"))),
                List.of(Sensitive.of("+51900000001")),
                List.of(new Particulars.OnlineName("Telegram", Sensitive.of("@trabajo_facil"))),
                List.of(new Particulars.Plate("PE", Sensitive.of("X1Y-234"))),
                List.of(new Particulars.Company(Sensitive.of("Viajes X"), "PE")),
                Sensitive.of("Travels with an aunt called Lucía"));
    }

    static List<Message> all() {
        return List.of(
                alert(),
                request(),
                referral(VictimReferral.VOLUNTARY_RETURN),
                verification(),
                mayWeUse(),
                youMay(),
                verified(),
                route(3, new GeoPoint(-68.6, -19.3), "2026-05"),
                modus(),
                question(),
                answer(),
                Receipt.stored(ID, DIGEST, NOON, DIGEST),
                Receipt.stored(ID, DIGEST, NOON, DIGEST).and(List.of(new Receipt.Stored(ID, DIGEST, DIGEST))),
                Receipt.refused(ID, "SIGNATURE", DIGEST, NOON),
                new Status(ID, StatusKind.DECLINED, NOON, "desk-2", "NOT_COMPETENT", null, "Fiscalía", null),
                new Recall(ID, "SAFETY", "desk-2"),
                new RecallAttestation(
                        ID, "DESTROYED", NOON, "desk-2", 1, NOON, NOON, NOON, Answer.NO, Answer.NO, null, null),
                new ConsentWithdrawal(
                        ID, List.of("POLICE_USE", "COURT_USE"), LocalDate.of(2026, 5, 12), "kek", true, "desk-2"),
                query(),
                matched(),
                new MatchHit(List.of(TAG)),
                returned());
    }

    static StatisticsReturn returned() {
        return new StatisticsReturn(
                new NodeId("GT"),
                2025,
                Instant.parse("2026-02-01T06:00:00Z"),
                List.of(
                        new StatisticsReturn.Table(
                                "PERSONS_BY_SEX",
                                45,
                                List.of(
                                        new StatisticsReturn.Line("Feminine", 30),
                                        new StatisticsReturn.Line("Masculine", null),
                                        new StatisticsReturn.Line("NonConforming", 0),
                                        new StatisticsReturn.Line("UNKNOWN", null))),
                        new StatisticsReturn.Table(
                                "REPORTS_BY_ROUTE", null, List.of(new StatisticsReturn.Line("CO>PA", 15)))),
                List.of(),
                List.of(new StatisticsReturn.Pace("ACKNOWLEDGED_HERE", 3, Urgency.URGENT, 45, 180, 10)));
    }

    static MatchQuery query() {
        return new MatchQuery(List.of(ELEMENT), DIGEST);
    }

    static MatchAnswer matched() {
        return new MatchAnswer(
                MatchAnswer.EVALUATED,
                new MatchAnswer.Result(
                        "2026-11",
                        ELEMENT,
                        List.of(ELEMENT),
                        "0b".repeat(64),
                        new MatchAnswer.Table(DIGEST, true, List.of()),
                        "DUTY"),
                new MatchAnswer.Quota(199, 1999, NOON));
    }
}
