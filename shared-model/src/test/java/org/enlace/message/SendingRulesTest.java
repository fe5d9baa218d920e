package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlace.code.CodeLists;
import org.enlace.directory.ContactPoint;
import org.enlace.directory.Der;
import org.enlace.directory.Directory;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Majority;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingRulesTest {
    private static final SendingRules RULES = new SendingRules(CodeLists.standard());
    private static final NodeId US = new NodeId("US");
    private static final NodeId GT = new NodeId("GT");
    private static final NodeId MX = new NodeId("MX");
    private static final NodeId VE = new NodeId("VE");
    private static final Directory DIRECTORY = directory();

    // Complete messages

    @Test
    void nothingStandsInTheWayOfACompleteAlert() {
        assertThat(check(
                        Samples.alert(), AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES), MX))
                .isEmpty();
    }

    @Test
    void nothingStandsInTheWayOfACompleteRequestForHelp() {
        assertThat(check(Samples.request(), request().child(ChildInvolved.YES), GT))
                .extracting(Breach::code)
                .containsOnly(BreachCode.GUARDIAN_REQUIRED);
    }

    @Test
    void nothingStandsInTheWayOfReportsAndStatus() {
        assertThat(check(Samples.modus(), AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT), MX))
                .isEmpty();
        assertThat(check(
                        Samples.route(3, new GeoPoint(-68.6412, -19.2731), "2026-05-12"),
                        AboutBuilder.of(MessageType.ROUTE_REPORT),
                        MX))
                .isEmpty();
        assertThat(check(
                        new Status(Samples.ID, StatusKind.ACKNOWLEDGED, Samples.NOON, "desk-2", null, null, null, null),
                        AboutBuilder.of(MessageType.STATUS),
                        MX))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        VictimAssistanceRequest bare = new VictimAssistanceRequest(
                new VictimAssistanceRequest.AlertPart(
                        "", "", List.of(), new org.enlace.person.LanguageNeed(List.of(), Answer.UNKNOWN, null)),
                Samples.protection(null, null, Answer.NO, null, List.of("GT")),
                null);

        List<Breach> breaches = check(bare, request().urgencyReason(null).handling(Handling.UNMARKED));

        assertThat(breaches)
                .extracting(breach -> breach.field() + " " + breach.code())
                .containsExactlyInAnyOrder(
                        "recipients NO_RECIPIENT",
                        "about.urgencyReason REQUIRED",
                        "about.handling.caveats VICTIM_PROTECTION_ONLY_MISSING",
                        "alert.host REQUIRED",
                        "alert.situation REQUIRED",
                        "alert.needs REQUIRED",
                        "alert.language.languages REQUIRED",
                        "protection.consent CONSENT_MISSING",
                        "protection.risk RISK_BLOCK_MISSING",
                        "protection.contactWithConsulateWanted CONSULATE_NOT_WANTED");
        assertThat(SendingRules.maySend(breaches)).isFalse();
    }

    // Recipients

    @Test
    void nobodyTwiceAndNotOneself() {
        assertThat(codes(check(Samples.modus(), AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT), MX, MX, US)))
                .containsExactly(BreachCode.RECIPIENT_TWICE, BreachCode.RECIPIENT_IS_SENDER);
    }

    @Test
    void onlyActiveMembersWithKeysWhoArePartners() {
        List<Breach> breaches = check(
                Samples.modus(),
                AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT),
                new NodeId("AR"),
                new NodeId("BO"),
                new NodeId("CL"),
                new NodeId("CO"));

        assertThat(breaches)
                .extracting(breach -> breach.code() + " " + breach.arguments())
                .containsExactly(
                        "RECIPIENT_UNKNOWN [AR]",
                        "RECIPIENT_NOT_ACTIVE [BO]",
                        "RECIPIENT_WITHOUT_KEYS [CL]",
                        "RECIPIENT_NOT_A_PARTNER [CO]");
    }

    @Test
    void aPersonWhoRefusesContactIsNeverMadeKnownToTheStateOfOrigin() {
        VictimAssistanceRequest venezuelan = withProtection(Samples.protection(
                Samples.consent(ConsentAnswer.NO), Samples.risk(RiskLevel.HIGH), Answer.NO, null, List.of("VE")));
        AboutBuilder about = request().child(ChildInvolved.YES).handling(victims(Caveat.NO_CONSULAR_CONTACT));

        assertThat(blocking(check(venezuelan, about, MX, VE)))
                .extracting(breach -> breach.code() + " " + breach.arguments())
                .contains("RECIPIENT_IS_STATE_OF_ORIGIN [VE]")
                .doesNotContain("RECIPIENT_IS_STATE_OF_ORIGIN [MX]");
        assertThat(blocking(check(venezuelan, about, MX))).isEmpty();
    }

    @Test
    void theStateOfOriginIsKeptOutOfAlertsTooAndMustThereforeBeNamed() {
        AboutBuilder about = AboutBuilder.of(MessageType.CASE_ALERT)
                .child(ChildInvolved.YES)
                .handling(Samples.handling(MessageType.CASE_ALERT), Caveat.NO_CONSULAR_CONTACT);

        assertThat(codes(check(Samples.alert(), about, VE))).containsExactly(BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN);
        assertThat(check(Samples.alert(), about.countries(List.of()), MX))
                .extracting(Breach::field)
                .containsExactly("about.countryRoles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXCLUDE(MX)", "EXCLUDE(MX:DUTY)"})
    void anExcludedAuthorityIsNotAddressed(String caveat) {
        AboutBuilder about = AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                .handling(Samples.handling(MessageType.MODUS_OPERANDI_REPORT), Caveat.parse(caveat));

        assertThat(codes(check(Samples.modus(), about, MX))).containsExactly(BreachCode.RECIPIENT_EXCLUDED);
        assertThat(check(Samples.modus(), about, GT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXCLUDE(mx)",
                "EXCLUDE(Mexico)",
                "EXCLUDE(MX:police)",
                "EXCLUDE(MX: POLICE)",
                "EXCLUDE(MX:PROSECUTOR)",
                "EXCLUDE(MX:)",
                "EXCLUDE(MX:DUTY:GT)",
                "EXCLUDE(XA)"
            })
    void anAuthorityThatNobodyKnowsCannotBeKeptOutInSilence(String caveat) {
        AboutBuilder about = AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                .handling(Samples.handling(MessageType.MODUS_OPERANDI_REPORT), Caveat.parse(caveat));

        List<Breach> breaches = check(Samples.modus(), about, MX);

        assertThat(codes(breaches)).containsExactly(BreachCode.AUTHORITY_UNKNOWN);
        assertThat(SendingRules.maySend(breaches)).isFalse();
    }

    @Test
    void anExcludedRoleIsNotAddressedAnywhere() {
        AboutBuilder about = AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                .handling(Samples.handling(MessageType.MODUS_OPERANDI_REPORT), Caveat.exclude("DUTY"));

        assertThat(codes(check(Samples.modus(), about, MX))).containsExactly(BreachCode.ROLE_EXCLUDED);
    }

    // What every desk reads

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

    // Text

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

    // The three elements of trafficking

    @Test
    void anElementThatIsNotEstablishedWarnsAndNeverBlocks() {
        CaseAlert bare = withTriple(List.of(), List.of(), List.of());

        List<Breach> breaches =
                check(bare, AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.SUSPECTED), MX);

        assertThat(codes(breaches))
                .containsExactly(
                        BreachCode.ACT_NOT_ESTABLISHED,
                        BreachCode.MEANS_NOT_ESTABLISHED,
                        BreachCode.PURPOSE_NOT_ESTABLISHED);
        assertThat(SendingRules.maySend(breaches)).isTrue();
    }

    @Test
    void aChildNeedsNoMeans() {
        CaseAlert noMeans = withTriple(List.of("TRANSPORTATION"), List.of(), List.of("OTHER_SEXUAL"));

        assertThat(check(noMeans, AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES), MX))
                .isEmpty();
    }

    @Test
    void weSendOnlyCodesThatAreInOurLists() {
        CaseAlert odd = withTriple(List.of("RECRUITMENT", "ACT_OF_2031"), List.of("FRAUD"), List.of("OTHER"));

        assertThat(check(odd, AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES), MX))
                .containsExactly(new Breach("alert.acts[1]", BreachCode.NOT_IN_LIST, List.of("palermo-act")));
    }

    // Consent and risk

    @Test
    void aNoIsANoUnlessAnotherBasisCarriesItWithAReason() {
        assertThat(consent(Samples.consent(ConsentAnswer.NO))).containsExactly(BreachCode.CONSENT_NOT_GIVEN);
        assertThat(consent(Samples.consent(ConsentAnswer.NOT_ASKED))).containsExactly(BreachCode.CONSENT_NOT_GIVEN);
        assertThat(consent(override("VITAL_INTEREST", "Unconscious in hospital")))
                .isEmpty();
        assertThat(consent(override("VITAL_INTEREST", " "))).containsExactly(BreachCode.OVERRIDE_NEEDS_REASON);
        assertThat(consent(override(null, "Unconscious"))).containsExactly(BreachCode.OVERRIDE_NEEDS_LEGAL_BASIS);
        assertThat(consent(override("BECAUSE", "Unconscious"))).containsExactly(BreachCode.NOT_IN_LIST);
        assertThat(consent(override("BEST_INTERESTS_OF_CHILD", "Needs a guardian")))
                .containsExactly(BreachCode.OVERRIDE_ONLY_FOR_CHILD);
        assertThat(consent(null)).containsExactly(BreachCode.CONSENT_MISSING);
    }

    @Test
    void theHeaderPointsToTheConsentThatIsThere() {
        assertThat(codes(check(
                        adult(Samples.consent(ConsentAnswer.YES), Samples.risk(RiskLevel.LOW), Answer.YES),
                        request().consentRef("consent-2"),
                        GT)))
                .containsExactly(BreachCode.CONSENT_REFERENCE_DIFFERS);
    }

    @Test
    void theConsulateIsToldOnlyIfThePersonWantsItOrAReasonIsGiven() {
        VictimAssistanceRequest unwanted =
                adult(Samples.consent(ConsentAnswer.YES), Samples.risk(RiskLevel.LOW), Answer.UNKNOWN);
        assertThat(codes(check(unwanted, request(), GT))).containsExactly(BreachCode.CONSULATE_NOT_WANTED);

        VictimAssistanceRequest withReason = withoutIdentity(Samples.protection(
                Samples.consent(ConsentAnswer.YES),
                Samples.risk(RiskLevel.LOW),
                Answer.UNKNOWN,
                new VictimAssistanceRequest.ContactOverride("VITAL_INTEREST", "Unconscious"),
                List.of("GT")));
        assertThat(check(withReason, request(), GT)).isEmpty();

        VictimAssistanceRequest withoutReason = withoutIdentity(Samples.protection(
                Samples.consent(ConsentAnswer.YES),
                Samples.risk(RiskLevel.LOW),
                Answer.UNKNOWN,
                new VictimAssistanceRequest.ContactOverride("VITAL_INTEREST", ""),
                List.of("GT")));
        assertThat(codes(check(withoutReason, request(), GT))).containsExactly(BreachCode.OVERRIDE_NEEDS_REASON);
    }

    @Test
    void aRiskThatNobodyThoughtOfBlocksAndOneThatWasNotAssessedWarns() {
        RiskBlock full = Samples.risk(RiskLevel.LOW);
        RiskBlock forgotten = new RiskBlock(
                full.immediateDanger(), full.fromWhom(), null, full.testimonyRisk(), full.returnRisk(), null, null);

        assertThat(check(adult(Samples.consent(ConsentAnswer.YES), forgotten, Answer.YES), request(), GT))
                .containsExactly(new Breach("protection.risk.retaliationRisk", BreachCode.RISK_INCOMPLETE, List.of()));

        List<Breach> notAssessed = check(
                adult(Samples.consent(ConsentAnswer.YES), Samples.risk(RiskLevel.NOT_ASSESSED), Answer.YES),
                request(),
                GT);
        assertThat(codes(notAssessed)).containsExactly(BreachCode.RISK_NOT_ASSESSED);
        assertThat(SendingRules.maySend(notAssessed)).isTrue();
    }

    // Routes

    @Test
    void twoCasesAreToldCoarselyOrNotAtAll() {
        RouteReport exact = Samples.route(2, new GeoPoint(-68.6412, -19.2731), "2026-05-12");

        assertThat(check(exact, AboutBuilder.of(MessageType.ROUTE_REPORT), MX))
                .extracting(breach -> breach.field() + " " + breach.code())
                .containsExactlyInAnyOrder(
                        "legs[0].to.place.point TOO_EXACT_PLACE",
                        "legs[0].path[0] TOO_EXACT_PLACE",
                        "period.from TOO_EXACT_DATE");
    }

    @Test
    void aReportThatWasMadeCoarseMayGo() {
        RouteReport coarse =
                Samples.route(2, new GeoPoint(-68.6412, -19.2731), "2026-05-12").coarse();

        assertThat(check(coarse, AboutBuilder.of(MessageType.ROUTE_REPORT), MX)).isEmpty();
        assertThat(coarse.legs().getFirst().to().place().point()).isEqualTo(new GeoPoint(-68.6, -19.3));
        assertThat(coarse.legs().getFirst().to().place().precision()).isEqualTo(Precision.CITY);
        assertThat(coarse.period().from().value()).isEqualTo("2026-05");
    }

    @Test
    void threeCasesMayBeTold() {
        RouteReport exact = Samples.route(3, new GeoPoint(-68.6412, -19.2731), "2026-05-12");

        assertThat(exact.coarse()).isEqualTo(exact);
    }

    // Status

    @Test
    void nobodyIsTurnedAwayWithoutAGroundAndAnotherDoor() {
        Status declined = new Status(Samples.ID, StatusKind.DECLINED, Samples.NOON, "desk-2", null, null, null, null);

        assertThat(check(declined, AboutBuilder.of(MessageType.STATUS), MX))
                .extracting(Breach::field)
                .containsExactlyInAnyOrder("status.ground", "status.alternative");
    }

    @Test
    void noBreachRepeatsWhatWasWritten() {
        VictimAssistanceRequest hostile = withProtection(Samples.protection(
                Samples.consent(ConsentAnswer.NO), Samples.risk(RiskLevel.LOW), Answer.NO, null, List.of("Quispe")));

        List<Breach> breaches = check(hostile, request().subject("Ana Quispe 4711"), GT);

        assertThat(breaches).isNotEmpty();
        assertThat(breaches.toString()).doesNotContain("Quispe").doesNotContain("4711");
    }

    // Help

    private static List<Breach> check(Message message, AboutBuilder about, NodeId... recipients) {
        return RULES.check(message, about.build(), US, List.of(recipients), DIRECTORY, Samples.NOON);
    }

    private static List<Breach> blocking(List<Breach> breaches) {
        return breaches.stream().filter(Breach::blocks).toList();
    }

    private static List<BreachCode> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }

    private static List<Breach> subject(String subject) {
        return check(
                Samples.modus(),
                AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT).subject(subject),
                MX);
    }

    private static List<Breach> what(String what) {
        CaseAlert.AlertPart part = Samples.alert().alert();
        CaseAlert alert = new CaseAlert(
                new CaseAlert.AlertPart(
                        part.alertKind(),
                        what,
                        part.acts(),
                        part.means(),
                        part.purposes(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        part.askedAction(),
                        null),
                null,
                null);
        return check(alert, AboutBuilder.of(MessageType.CASE_ALERT), MX);
    }

    private static List<BreachCode> consent(@Nullable ConsentRecord consent) {
        return codes(check(adult(consent, Samples.risk(RiskLevel.LOW), Answer.YES), request(), GT));
    }

    private static ConsentRecord override(@Nullable String basis, String reason) {
        return new ConsentRecord(
                "consent-1", null, null, null, false, Map.of(), List.of(), ConsentRecord.Told.NOTHING, basis, reason);
    }

    private static AboutBuilder request() {
        return AboutBuilder.of(MessageType.VICTIM_ASSISTANCE_REQUEST);
    }

    private static Handling victims(Caveat more) {
        return new Handling(
                HandlingCode.H1, null, Tlp.AMBER_STRICT, Pap.AMBER, null, List.of(Caveat.VICTIM_PROTECTION_ONLY, more));
    }

    private static VictimAssistanceRequest withProtection(VictimAssistanceRequest.ProtectionPart protection) {
        return new VictimAssistanceRequest(
                Samples.request().alert(), protection, Samples.request().identity());
    }

    private static VictimAssistanceRequest withoutIdentity(VictimAssistanceRequest.ProtectionPart protection) {
        return new VictimAssistanceRequest(Samples.request().alert(), protection, null);
    }

    private static VictimAssistanceRequest adult(
            @Nullable ConsentRecord consent, @Nullable RiskBlock risk, Answer consulate) {
        return withoutIdentity(Samples.protection(consent, risk, consulate, null, List.of("GT")));
    }

    private static CaseAlert withTriple(List<String> acts, List<String> means, List<String> purposes) {
        CaseAlert.AlertPart part = Samples.alert().alert();
        return new CaseAlert(
                new CaseAlert.AlertPart(
                        part.alertKind(),
                        part.what(),
                        acts,
                        means,
                        purposes,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        part.askedAction(),
                        null),
                null,
                null);
    }

    private static CaseAlert.AlertPart adultsOnly(CaseAlert.AlertPart part) {
        return new CaseAlert.AlertPart(
                part.alertKind(),
                part.what(),
                part.acts(),
                part.means(),
                part.purposes(),
                null,
                null,
                null,
                List.of(new CaseAlert.PersonGroup("2-5", "21-23", null, null)),
                List.of(),
                part.askedAction(),
                null);
    }

    private static CaseAlert bornIn(String date) {
        return new CaseAlert(
                adultsOnly(Samples.alert().alert()),
                null,
                new CaseAlert.IdentityPart(List.of(new org.enlace.person.Identity(
                        null, null, Sensitive.of(new org.enlace.person.PartialDate(date)), List.of()))));
    }

    private static Directory directory() {
        Instant then = Instant.parse("2026-11-01T00:00:00Z");
        List<NodeId> partners = List.of(GT, MX, VE, new NodeId("BO"), new NodeId("CL"));
        return new Directory(
                1,
                1,
                "0".repeat(64),
                then,
                then.plusSeconds(90L * 86_400),
                1,
                "directory",
                List.of(),
                List.of(
                        member("US", MemberStatus.ACTIVE, then, partners),
                        member("GT", MemberStatus.ACTIVE, then, List.of(US)),
                        member("MX", MemberStatus.ACTIVE, then, List.of(US)),
                        member("VE", MemberStatus.ACTIVE, then, List.of(US)),
                        member("BO", MemberStatus.SUSPENDED, then, List.of(US)),
                        member("CL", MemberStatus.ACTIVE, then.minusSeconds(60L * 86_400), List.of(US)),
                        member("CO", MemberStatus.ACTIVE, then, List.of())));
    }

    private static Member member(String code, MemberStatus status, Instant keysFrom, List<NodeId> partners) {
        Der der = new Der(new byte[] {1});
        return new Member(
                new NodeId(code),
                status,
                "S1",
                List.of(),
                List.of(new EncryptionPair(
                        der, der, keysFrom, keysFrom.plusSeconds(31L * 86_400), keysFrom.plusSeconds(46L * 86_400))),
                code,
                Map.of(),
                partners,
                new ContactPoint("desk", "city", "UTC", List.of("spa"), List.of(), "+0", "24/7", List.of("DUTY")));
    }
}
