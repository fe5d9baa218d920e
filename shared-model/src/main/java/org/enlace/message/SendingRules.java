package org.enlace.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.enlace.code.CodeLists;
import org.enlace.directory.Directory;
import org.enlace.handling.Tlp;
import org.jspecify.annotations.Nullable;

/// Whether a message may go: everything that stands in the way, and everything that its sender should look at again, at
/// once and field by field.
public final class SendingRules {
    private static final Pattern REFUSAL = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    private final CodeLists lists;

    public SendingRules(CodeLists lists) {
        this.lists = lists;
    }

    /// @param recipients as the sender chose them, so that one that is there twice is noticed
    /// @param at when it would be sent; keys and ages are judged by it
    public List<Breach> check(
            Message message,
            About about,
            NodeId sender,
            Collection<NodeId> recipients,
            Directory directory,
            Instant at) {
        Breaches breaches = Breaches.sending(lists);
        Origins origins = Origins.of(about, message, recipients);
        RecipientRules.check(breaches, about, sender, recipients, directory, origins, at);
        WithheldRules.check(breaches, message, recipients, directory);
        marking(breaches, message, about);
        words(breaches, message, about, recipients, origins, at);
        return breaches.found();
    }

    /// Nobody passes on to a whole community what opens only for some.
    private static void marking(Breaches breaches, Message message, About about) {
        Tlp tlp = about.handling().tlp();
        if (hasGuardedParts(message) && tlp.compareTo(Tlp.AMBER) < 0) {
            breaches.add("about.handling.tlp", BreachCode.MARKING_TOO_WIDE, tlp.code());
        }
    }

    private static boolean hasGuardedParts(Message message) {
        return switch (message) {
            case CaseAlert alert -> alert.police() != null || alert.identity() != null;
            case VictimMessage victim -> victim.protection() != null || victim.identity() != null;
            case InformationRequest request -> request.police() != null || request.identity() != null;
            case InformationResponse response -> response.police() != null || response.identity() != null;
            case ModusOperandiReport report -> report.police() != null;
            case Proposal proposal ->
                proposal.protection() != null || proposal.police() != null || proposal.identity() != null;
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
                    StatisticsReturn _ -> false;
        };
    }

    /// What header and content must say, whoever is addressed.
    static void words(
            Breaches breaches,
            Message message,
            About about,
            Collection<NodeId> recipients,
            Origins origins,
            Instant at) {
        AboutRules.check(breaches, about, message, at);
        switch (message) {
            case CaseAlert alert -> AlertRules.check(breaches, alert, about);
            case VictimMessage victim ->
                VictimRules.check(breaches, victim, about, recipients, origins, Children.in(message, at), at);
            case RouteReport report -> IntelligenceRules.check(breaches, report);
            case ModusOperandiReport report -> IntelligenceRules.check(breaches, report);
            case InformationRequest request -> InformationRules.check(breaches, request, about);
            case InformationResponse response -> InformationRules.check(breaches, response, about, at);
            case UsePermissionRequest request -> PermissionRules.check(breaches, request, about);
            case UsePermissionDecision decision -> PermissionRules.check(breaches, decision, about, at);
            case Corroboration corroboration -> ProposalRules.check(breaches, corroboration, about);
            case Proposal proposal -> ProposalRules.check(breaches, proposal, about);
            case ProposalDecision decision -> ProposalRules.check(breaches, decision, about);
            case IdentityVerificationAnswer answer -> IdentityRules.check(breaches, answer, about, at);
            case Status status -> status(breaches, status);
            case Receipt receipt -> refusal(breaches, receipt.refusal());
            case Recall recall -> RecallRules.check(breaches, recall);
            case RecallAttestation attestation -> RecallRules.check(breaches, attestation);
            case ConsentWithdrawal withdrawal -> RecallRules.check(breaches, withdrawal);
            case MatchQuery query -> MatchRules.check(breaches, query, about);
            case MatchAnswer answer -> MatchRules.check(breaches, answer, about);
            case MatchHit hit -> MatchRules.check(breaches, hit, about);
            case StatisticsReturn returned -> StatisticsRules.check(breaches, returned, about, at);
        }
    }

    /// Whether nothing of this stands in the way.
    public static boolean maySend(Collection<Breach> breaches) {
        return breaches.stream().noneMatch(Breach::blocks);
    }

    private static void refusal(Breaches breaches, @Nullable String refusal) {
        if (refusal != null && !REFUSAL.matcher(refusal).matches()) {
            breaches.add("receipt.refusal", BreachCode.NOT_IN_LIST, "refusal");
        }
    }

    private static void status(Breaches breaches, Status status) {
        breaches.requiredText("status.desk", status.desk(), Breaches.PSEUDONYM_MAX);
        breaches.text("status.forwardedTo", status.forwardedTo(), Breaches.SHORT_MAX);
        breaches.text("status.alternative", status.alternative(), Breaches.TEXT_MAX);
        breaches.text("status.note", status.note(), Breaches.TEXT_MAX);
        breaches.code("status.outcome", status.outcome(), "outcome");
        breaches.code("status.escalatedTo", status.escalatedTo(), "rung");
        var files = status.files();
        if (files != null
                && (status.kind() != StatusKind.NOTE
                        || !(files.equals(Status.FILES_HERE) || files.equals(Status.FILES_WANTED)))) {
            breaches.add("status.files", BreachCode.NOT_IN_LIST, "files");
        }
        var opened = status.opened();
        if (opened != null && (status.kind() != StatusKind.NOTE || !opened.plausible())) {
            breaches.add("status.opened", BreachCode.NOT_IN_LIST, "opened");
        }
        switch (status.kind()) {
            case DECLINED -> {
                breaches.requiredCode("status.ground", status.ground(), "refusal-ground");
                required(breaches, "status.alternative", status.alternative());
            }
            case ON_HOLD -> breaches.requiredCode("status.ground", status.ground(), "pause-reason");
            case FORWARDED -> required(breaches, "status.forwardedTo", status.forwardedTo());
            case NEEDS_INFO, ANSWERED, FAILED, REOPENED, NOTE -> required(breaches, "status.note", status.note());
            case COMPLETED -> {
                required(breaches, "status.outcome", status.outcome());
                if (status.followUp() == null) {
                    breaches.add("status.followUp", BreachCode.REQUIRED);
                }
            }
            case ACKNOWLEDGED,
                    RESUMED,
                    ACCEPTED,
                    STARTED,
                    CLOSED,
                    WITHDRAWN,
                    WITHDRAWAL_REQUESTED,
                    CONSENT_WITHDRAWN,
                    ENTERED_IN_ERROR -> {
                // The kind says it all.
            }
        }
    }

    private static void required(Breaches breaches, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            breaches.add(field, BreachCode.REQUIRED);
        }
    }
}
