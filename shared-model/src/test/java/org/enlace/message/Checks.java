package org.enlace.message;

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
import org.enlace.person.Answer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.RiskBlock;
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Asks the rules for sending about messages that are complete but for one thing.
final class Checks {
    static final SendingRules RULES = new SendingRules(CodeLists.standard());
    static final NodeId US = new NodeId("US");
    static final NodeId GT = new NodeId("GT");
    static final NodeId MX = new NodeId("MX");
    static final NodeId VE = new NodeId("VE");
    static final Directory DIRECTORY = directory();

    private Checks() {}

    static List<Breach> check(Message message, AboutBuilder about, NodeId... recipients) {
        return RULES.check(message, about.build(), US, List.of(recipients), DIRECTORY, Samples.NOON);
    }

    static List<Breach> blocking(List<Breach> breaches) {
        return breaches.stream().filter(Breach::blocks).toList();
    }

    static List<BreachCode> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }

    static List<Breach> subject(String subject) {
        return check(
                Samples.modus(),
                AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT).subject(subject),
                MX);
    }

    static List<Breach> what(String what) {
        CaseAlert.AlertPart part = Samples.alert().alert();
        return check(
                saying(what, part.acts(), part.means(), part.purposes()), AboutBuilder.of(MessageType.CASE_ALERT), MX);
    }

    static List<BreachCode> consent(@Nullable ConsentRecord consent) {
        return codes(check(adult(consent, Samples.risk(RiskLevel.LOW), Answer.YES), request(), GT));
    }

    static ConsentRecord override(@Nullable String basis, String reason) {
        return new ConsentRecord(
                "consent-1", null, null, null, false, Map.of(), List.of(), ConsentRecord.Told.NOTHING, basis, reason);
    }

    static AboutBuilder request() {
        return AboutBuilder.of(MessageType.VICTIM_ASSISTANCE_REQUEST);
    }

    static Handling victims(Caveat more) {
        return new Handling(
                HandlingCode.H1, null, Tlp.AMBER_STRICT, Pap.AMBER, null, List.of(Caveat.VICTIM_PROTECTION_ONLY, more));
    }

    static VictimAssistanceRequest withProtection(VictimAssistanceRequest.ProtectionPart protection) {
        return new VictimAssistanceRequest(
                Samples.request().alert(), protection, Samples.request().identity());
    }

    static VictimAssistanceRequest withoutIdentity(VictimAssistanceRequest.ProtectionPart protection) {
        return new VictimAssistanceRequest(Samples.request().alert(), protection, null);
    }

    static VictimAssistanceRequest adult(@Nullable ConsentRecord consent, @Nullable RiskBlock risk, Answer consulate) {
        return withoutIdentity(Samples.protection(consent, risk, consulate, null, List.of("GT")));
    }

    static CaseAlert withTriple(List<String> acts, List<String> means, List<String> purposes) {
        return saying(Samples.alert().alert().what(), acts, means, purposes);
    }

    private static CaseAlert saying(String what, List<String> acts, List<String> means, List<String> purposes) {
        CaseAlert.AlertPart part = Samples.alert().alert();
        return new CaseAlert(
                new CaseAlert.AlertPart(
                        part.alertKind(),
                        what,
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

    static CaseAlert.AlertPart adultsOnly(CaseAlert.AlertPart part) {
        return withPersons(part, List.of(new CaseAlert.PersonGroup("2-5", "21-23", null, null)));
    }

    static CaseAlert.AlertPart withPersons(CaseAlert.AlertPart part, List<CaseAlert.PersonGroup> persons) {
        return new CaseAlert.AlertPart(
                part.alertKind(),
                part.what(),
                part.acts(),
                part.means(),
                part.purposes(),
                null,
                null,
                null,
                persons,
                List.of(),
                part.askedAction(),
                null);
    }

    static CaseAlert bornIn(String date) {
        return new CaseAlert(
                adultsOnly(Samples.alert().alert()),
                null,
                new CaseAlert.IdentityPart(List.of(new org.enlace.person.Identity(
                        null, null, Sensitive.of(new org.enlace.person.PartialDate(date)), List.of()))));
    }

    static Directory directory() {
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

    static Member member(String code, MemberStatus status, Instant keysFrom, List<NodeId> partners) {
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
                new ContactPoint(
                        "desk", "city", "UTC", List.of("spa"), List.of(), "+0", "24/7", List.of("DUTY"), null));
    }
}
