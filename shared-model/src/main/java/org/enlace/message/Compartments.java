package org.enlace.message;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.enlace.message.MalformedMessage.Reason;
import org.jspecify.annotations.Nullable;

/// Takes a message apart by who may open what, and puts it together again from the parts a reader has.
public final class Compartments {

    private Compartments() {}

    /// The parts that the message has, as the JSON that is sealed.
    public static SortedMap<Compartment, byte[]> split(Message message) {
        Map<Compartment, byte[]> parts = new EnumMap<>(Compartment.class);
        switch (message) {
            case CaseAlert(var alert, var police, var identity) -> {
                put(parts, Compartment.ALERT, alert);
                put(parts, Compartment.POLICE, police);
                put(parts, Compartment.IDENTITY, identity);
            }
            case VictimAssistanceRequest(var alert, var protection, var identity) -> {
                put(parts, Compartment.ALERT, alert);
                put(parts, Compartment.PROTECTION, protection);
                put(parts, Compartment.IDENTITY, identity);
            }
            case VictimReferral(var alert, var protection, var identity) -> {
                put(parts, Compartment.ALERT, alert);
                put(parts, Compartment.PROTECTION, protection);
                put(parts, Compartment.IDENTITY, identity);
            }
            case IdentityVerification(var alert, var protection, var identity) -> {
                put(parts, Compartment.ALERT, alert);
                put(parts, Compartment.PROTECTION, protection);
                put(parts, Compartment.IDENTITY, identity);
            }
            case UsePermissionRequest(var request) -> put(parts, Compartment.ALERT, request);
            case UsePermissionDecision(var decision) -> put(parts, Compartment.ALERT, decision);
            case Corroboration(var sighting) -> put(parts, Compartment.ALERT, sighting);
            case Proposal(var proposal, var protection, var police, var identity) -> {
                put(parts, Compartment.ALERT, proposal);
                put(parts, Compartment.PROTECTION, protection);
                put(parts, Compartment.POLICE, police);
                put(parts, Compartment.IDENTITY, identity);
            }
            case ProposalDecision(var decision) -> put(parts, Compartment.ALERT, decision);
            case IdentityVerificationAnswer(var answer) -> put(parts, Compartment.ALERT, answer);
            case ModusOperandiReport(var pattern, var police) -> {
                put(parts, Compartment.ALERT, pattern);
                put(parts, Compartment.POLICE, police);
            }
            case InformationRequest(var request, var police, var identity) -> {
                put(parts, Compartment.ALERT, request);
                put(parts, Compartment.POLICE, police);
                put(parts, Compartment.IDENTITY, identity);
            }
            case InformationResponse(var answer, var police, var identity) -> {
                put(parts, Compartment.ALERT, answer);
                put(parts, Compartment.POLICE, police);
                put(parts, Compartment.IDENTITY, identity);
            }
            case RouteReport report -> put(parts, Compartment.ALERT, report);
            case Receipt receipt -> put(parts, Compartment.ALERT, receipt);
            case Status status -> put(parts, Compartment.ALERT, status);
            case Recall recall -> put(parts, Compartment.ALERT, recall);
            case RecallAttestation attestation -> put(parts, Compartment.ALERT, attestation);
            case ConsentWithdrawal withdrawal -> put(parts, Compartment.ALERT, withdrawal);
            case MatchQuery query -> put(parts, Compartment.ALERT, query);
            case MatchAnswer answer -> put(parts, Compartment.ALERT, answer);
            case MatchHit hit -> put(parts, Compartment.ALERT, hit);
            case StatisticsReturn returned -> put(parts, Compartment.ALERT, returned);
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /// The message as far as these parts tell it; a part that is not there is null. Parts that its kind does not have
    /// are left alone.
    ///
    /// @throws MalformedMessage if a part has the wrong shape, `ALERT` is missing, or the kind has no record yet
    public static Message join(MessageType type, Map<Compartment, byte[]> parts) throws MalformedMessage {
        return switch (type) {
            case CASE_ALERT ->
                new CaseAlert(
                        alert(parts, CaseAlert.AlertPart.class),
                        part(parts, Compartment.POLICE, CaseAlert.PolicePart.class),
                        part(parts, Compartment.IDENTITY, CaseAlert.IdentityPart.class));
            case VICTIM_ASSISTANCE_REQUEST ->
                new VictimAssistanceRequest(
                        alert(parts, VictimAssistanceRequest.AlertPart.class),
                        part(parts, Compartment.PROTECTION, VictimAssistanceRequest.ProtectionPart.class),
                        part(parts, Compartment.IDENTITY, VictimAssistanceRequest.IdentityPart.class));
            case VICTIM_REFERRAL ->
                new VictimReferral(
                        alert(parts, VictimReferral.AlertPart.class),
                        part(parts, Compartment.PROTECTION, VictimReferral.ProtectionPart.class),
                        part(parts, Compartment.IDENTITY, VictimReferral.IdentityPart.class));
            case IDENTITY_VERIFICATION ->
                new IdentityVerification(
                        alert(parts, IdentityVerification.AlertPart.class),
                        part(parts, Compartment.PROTECTION, IdentityVerification.ProtectionPart.class),
                        part(parts, Compartment.IDENTITY, IdentityVerification.IdentityPart.class));
            case IDENTITY_VERIFICATION_ANSWER ->
                new IdentityVerificationAnswer(alert(parts, IdentityVerificationAnswer.AnswerPart.class));
            case MODUS_OPERANDI_REPORT ->
                new ModusOperandiReport(
                        alert(parts, ModusOperandiReport.PatternPart.class),
                        part(parts, Compartment.POLICE, ModusOperandiReport.PolicePart.class));
            case INFORMATION_REQUEST ->
                new InformationRequest(
                        alert(parts, InformationRequest.RequestPart.class),
                        part(parts, Compartment.POLICE, Particulars.class),
                        part(parts, Compartment.IDENTITY, Persons.class));
            case INFORMATION_RESPONSE ->
                new InformationResponse(
                        alert(parts, InformationResponse.AnswerPart.class),
                        part(parts, Compartment.POLICE, Particulars.class),
                        part(parts, Compartment.IDENTITY, Persons.class));
            case ROUTE_REPORT -> alert(parts, RouteReport.class);
            case RECEIPT -> alert(parts, Receipt.class);
            case STATUS -> alert(parts, Status.class);
            case USE_PERMISSION_REQUEST -> new UsePermissionRequest(alert(parts, UsePermissionRequest.AskPart.class));
            case USE_PERMISSION_DECISION ->
                new UsePermissionDecision(alert(parts, UsePermissionDecision.DecisionPart.class));
            case CORROBORATION -> new Corroboration(alert(parts, Corroboration.SightingPart.class));
            case PROPOSAL ->
                new Proposal(
                        alert(parts, Proposal.AskPart.class),
                        part(parts, Compartment.PROTECTION, Proposal.ValuesPart.class),
                        part(parts, Compartment.POLICE, Proposal.ValuesPart.class),
                        part(parts, Compartment.IDENTITY, Proposal.ValuesPart.class));
            case PROPOSAL_DECISION -> new ProposalDecision(alert(parts, ProposalDecision.DecisionPart.class));
            case RECALL -> alert(parts, Recall.class);
            case RECALL_ATTESTATION -> alert(parts, RecallAttestation.class);
            case CONSENT_WITHDRAWAL -> alert(parts, ConsentWithdrawal.class);
            case MATCH_QUERY -> alert(parts, MatchQuery.class);
            case MATCH_ANSWER -> alert(parts, MatchAnswer.class);
            case MATCH_HIT -> alert(parts, MatchHit.class);
            case STATISTICS_RETURN -> alert(parts, StatisticsReturn.class);
            case CORRECTION, DIRECTORY_ENTRY, KEY_CHANGE, ROSTER, CHECKPOINT, HEARTBEAT ->
                throw new MalformedMessage(Reason.KIND_UNKNOWN);
        };
    }

    /// What these parts hold beyond what this version knows, for a reader who is told that there is more.
    ///
    /// @param message that was joined from them
    /// @return by part, JSON pointer to the value's JSON text, with characters that hide or turn something escaped;
    /// a part that holds no more is not there
    public static SortedMap<Compartment, Map<String, String>> newer(Message message, Map<Compartment, byte[]> parts) {
        SortedMap<Compartment, Map<String, String>> found = new TreeMap<>();
        split(message).forEach((compartment, ours) -> {
            byte[] theirs = parts.get(compartment);
            Map<String, String> more = theirs == null ? Map.of() : StrictJson.newer(theirs, ours);
            if (!more.isEmpty()) {
                found.put(compartment, more);
            }
        });
        return found;
    }

    private static void put(Map<Compartment, byte[]> parts, Compartment compartment, @Nullable Object part) {
        if (part != null) {
            parts.put(compartment, StrictJson.write(part));
        }
    }

    private static <T> T alert(Map<Compartment, byte[]> parts, Class<T> type) throws MalformedMessage {
        T alert = part(parts, Compartment.ALERT, type);
        if (alert == null) {
            throw new MalformedMessage(Reason.PART_MISSING);
        }
        return alert;
    }

    private static <T> @Nullable T part(Map<Compartment, byte[]> parts, Compartment compartment, Class<T> type)
            throws MalformedMessage {
        byte[] json = parts.get(compartment);
        return json == null ? null : StrictJson.read(type, json);
    }
}
