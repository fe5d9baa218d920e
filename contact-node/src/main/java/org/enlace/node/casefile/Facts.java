package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.Corroboration;
import org.enlace.message.IdentityVerificationAnswer;
import org.enlace.message.InformationRequest;
import org.enlace.message.InformationResponse;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchHit;
import org.enlace.message.MatchQuery;
import org.enlace.message.Message;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.Proposal;
import org.enlace.message.ProposalDecision;
import org.enlace.message.Recall;
import org.enlace.message.RecallAttestation;
import org.enlace.message.Receipt;
import org.enlace.message.Reply;
import org.enlace.message.RouteReport;
import org.enlace.message.StatisticsReturn;
import org.enlace.message.Status;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.VictimMessage;
import org.springframework.stereotype.Component;

/// What a message says, line by line, in the reader's language. Parts that the reader may not open are absent from the
/// message and so from the lines.
@Component
class Facts {
    private static final int NEWER_MAX = 20;
    private static final int NEWER_LENGTH_MAX = 300;

    private final Labels labels;

    Facts(Labels labels) {
        this.labels = labels;
    }

    /// What they ask of us, in the order of the message.
    List<String> asks(Message message, Locale reader) {
        return switch (message) {
            case CaseAlert alert -> AlertFacts.asks(alert.alert(), new FactSheet(labels, reader));
            case VictimMessage victim -> VictimFacts.asks(victim.alert(), new FactSheet(labels, reader));
            case InformationRequest request -> InformationFacts.asks(request.request(), new FactSheet(labels, reader));
            case UsePermissionRequest request ->
                PermissionFacts.items(request.request(), new FactSheet(labels, reader));
            case Proposal proposal -> RemarkFacts.items(proposal.proposal(), new FactSheet(labels, reader));
            case RouteReport _,
                    ModusOperandiReport _,
                    Reply _,
                    Corroboration _,
                    Receipt _,
                    Status _,
                    Recall _,
                    RecallAttestation _,
                    ConsentWithdrawal _,
                    MatchQuery _,
                    MatchAnswer _,
                    MatchHit _,
                    StatisticsReturn _ -> List.of();
        };
    }

    /// What it is about, without a person.
    List<Fact> summary(OpenedMessage open, Locale reader) {
        var sheet = new FactSheet(labels, reader);
        var about = open.about();
        switch (open.message()) {
            case CaseAlert alert -> AlertFacts.summary(alert.alert(), about, sheet);
            case VictimMessage victim -> VictimFacts.summary(victim.alert(), about, sheet);
            case InformationRequest request -> InformationFacts.summary(request.request(), about, sheet);
            case InformationResponse response -> InformationFacts.summary(response.answer(), about, sheet);
            case UsePermissionRequest request -> PermissionFacts.summary(request.request(), about, sheet);
            case UsePermissionDecision decision -> PermissionFacts.summary(decision.decision(), about, sheet);
            case Corroboration(var sighting) -> RemarkFacts.summary(sighting, about, sheet);
            case Proposal proposal -> RemarkFacts.summary(proposal.proposal(), about, sheet);
            case ProposalDecision decision -> RemarkFacts.summary(decision.decision(), about, sheet);
            case IdentityVerificationAnswer answer -> IdentityFacts.summary(answer.answer(), about, sheet);
            case RouteReport report -> ReportFacts.route(report, about, sheet);
            case ModusOperandiReport report -> ReportFacts.pattern(report.pattern(), about, sheet);
            case Receipt _,
                    Status _,
                    Recall _,
                    RecallAttestation _,
                    ConsentWithdrawal _,
                    MatchQuery _,
                    MatchAnswer _,
                    MatchHit _,
                    StatisticsReturn _ -> {}
        }
        return newer(open, EnumSet.of(Compartment.ALERT), header(about, sheet)).facts();
    }

    /// What it says about persons, as far as it was opened.
    List<Fact> persons(OpenedMessage open, Locale reader) {
        var sheet = new FactSheet(labels, reader);
        var about = open.about();
        switch (open.message()) {
            case CaseAlert alert -> AlertFacts.persons(alert, sheet);
            case VictimMessage victim -> VictimFacts.persons(victim, about, sheet);
            case InformationRequest request ->
                InformationFacts.persons(request.identity(), request.police(), about, sheet);
            case InformationResponse response ->
                InformationFacts.persons(response.identity(), response.police(), about, sheet);
            case ModusOperandiReport report -> ReportFacts.persons(report, sheet);
            case Proposal proposal -> RemarkFacts.persons(proposal, about, sheet);
            case RouteReport _,
                    IdentityVerificationAnswer _,
                    UsePermissionRequest _,
                    UsePermissionDecision _,
                    Corroboration _,
                    ProposalDecision _,
                    Receipt _,
                    Status _,
                    Recall _,
                    RecallAttestation _,
                    ConsentWithdrawal _,
                    MatchQuery _,
                    MatchAnswer _,
                    MatchHit _,
                    StatisticsReturn _ -> {}
        }
        return newer(open, EnumSet.complementOf(EnumSet.of(Compartment.ALERT)), sheet)
                .facts();
    }

    /// What the sender's version says and ours has no words for: shown as it came, never dropped.
    private static FactSheet newer(OpenedMessage open, Set<Compartment> parts, FactSheet sheet) {
        var more = new ArrayList<String>();
        Compartments.newer(open.message(), open.contents()).forEach((part, fields) -> {
            if (parts.contains(part)) {
                fields.forEach((where, value) -> more.add(shortened(where) + ": " + shortened(value)));
            }
        });
        return sheet.said("casefile.fact.newer", more.stream().limit(NEWER_MAX).toList());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= NEWER_LENGTH_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, NEWER_LENGTH_MAX)) + "…";
    }

    private static FactSheet header(About about, FactSheet sheet) {
        var evaluation = about.handling().evaluation();
        sheet.said(
                "casefile.fact.countries",
                about.countryRoles().stream()
                        .map(role -> sheet.country(role.country()) + " · "
                                + sheet.label("country-role", role.part().name()))
                        .toList());
        sheet.codes("casefile.fact.purpose", "purpose", about.purpose());
        sheet.codes("casefile.fact.legal-basis", "legal-basis", about.legalBasis());
        if (evaluation != null) {
            sheet.said(
                    "casefile.fact.evaluation",
                    List.of(
                            evaluation.code() + " · "
                                    + sheet.label(
                                            "source-reliability",
                                            evaluation.source().name()),
                            sheet.label("accuracy", Integer.toString(evaluation.accuracy()))));
        }
        sheet.code("casefile.fact.pap", "pap", about.handling().pap());
        sheet.written("casefile.fact.urgency-reason", about.urgencyReason(), about.language());
        return sheet.written("casefile.fact.national-ref", about.nationalRef(), null);
    }
}
