package org.enlace.exchange;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.RouteReport;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.person.PartialDate;

/// Short reports to send around.
final class Reports {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reports() {}

    static RouteReport report(String note) {
        return new RouteReport(
                List.of(),
                new RouteReport.Period(new PartialDate("2026-10"), null),
                "2-5",
                null,
                true,
                "MEDIUM",
                new RouteReport.BasedOn(4, 3),
                note);
    }

    static About about() {
        return About.control(MessageType.ROUTE_REPORT, null, null, "desk-1");
    }

    /// Of a case that can be opened.
    static About about(CaseReference reference) {
        return About.control(MessageType.ROUTE_REPORT, reference, null, "desk-1");
    }

    static MessageId newId() {
        return MessageId.next(Instant.now(), RANDOM);
    }

    static OutboundMessage to(NodeId recipient, String note) {
        return to(note, recipient);
    }

    /// A report that cannot wait.
    static OutboundMessage immediately(NodeId recipient, String note) {
        About calm = about();
        About about = new About(
                calm.messageType(),
                calm.schemaVersion(),
                calm.codeListVersions(),
                calm.caseRef(),
                calm.nationalRef(),
                calm.inReplyTo(),
                calm.supersedes(),
                calm.correctionReason(),
                Urgency.IMMEDIATE,
                calm.urgencyReason(),
                calm.handling(),
                calm.legalBasis(),
                calm.purpose(),
                calm.language(),
                calm.senderRole(),
                calm.senderOfficer(),
                calm.addressedRole(),
                calm.countryRoles(),
                calm.childInvolved(),
                calm.deadline(),
                calm.retention(),
                calm.consentRef(),
                calm.subject());
        return new OutboundMessage(
                newId(),
                report(note),
                about,
                new TreeSet<>(List.of(recipient)),
                Instant.now().plusSeconds(86_400),
                Mode.EXERCISE);
    }

    static OutboundMessage to(String note, NodeId... recipients) {
        return new OutboundMessage(
                newId(),
                report(note),
                about(),
                new TreeSet<>(Arrays.asList(recipients)),
                Instant.now().plusSeconds(86_400),
                Mode.EXERCISE);
    }
}
