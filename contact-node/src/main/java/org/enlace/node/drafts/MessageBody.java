package org.enlace.node.drafts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About.Retention;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Corroboration;
import org.enlace.message.CountryRole;
import org.enlace.message.IdentityVerification;
import org.enlace.message.IdentityVerificationAnswer;
import org.enlace.message.InformationRequest;
import org.enlace.message.InformationResponse;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.NodeId;
import org.enlace.message.Proposal;
import org.enlace.message.ProposalDecision;
import org.enlace.message.RouteReport;
import org.enlace.message.StrictJson;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.message.VictimReferral;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.UnreadableBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of a request to send. Its fields are those a client may set and no others; an unknown one is refused, so
/// that a misspelt field is never silently left out.
///
/// @param caseReference of a case that goes on; without it that of the message it replies to, or a new case
/// @param mode without it that of the message it replies to, or `ACTUAL`, on a training node `EXERCISE`
/// @param corrects the newest version of a message of ours, whose place it takes
/// @param correctionReason with it, code of list `correction-reason`
/// @param group a sharing group that is addressed as a whole; without recipients it goes to its members alone
/// @param files the set that holds the files which travel with it
/// @param takesUp the proposal that the correction accepts, if it does
/// @param handling without it what is usual for this kind of message, or that of the message it speaks of
/// @param content the parts of the message, as the record of its type has them
record MessageBody(
        MessageType type,
        @Nullable CaseReference caseReference,
        @Nullable Mode mode,
        List<NodeId> recipients,
        Urgency urgency,
        @Nullable String urgencyReason,
        @Nullable String nationalRef,
        @Nullable MessageId inReplyTo,
        @Nullable MessageId corrects,
        @Nullable String correctionReason,
        @Nullable MessageId takesUp,
        @Nullable Handling handling,
        @Nullable List<String> legalBasis,
        @Nullable List<String> purpose,
        @Nullable String language,
        @Nullable String addressedRole,
        @Nullable List<CountryRole> countryRoles,
        @Nullable ChildInvolved childInvolved,
        @Nullable Instant deadline,
        @Nullable Retention retention,
        @Nullable UUID files,
        @Nullable Named group,
        String subject,
        JsonNode content) {

    /// A list that is not there is empty, and what it lacks is for the rules to say.
    MessageBody {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    /// @param revision of the group as the client read it: if its members are others now, nothing is sent
    record Named(UUID id, int revision) {}

    /// The body, and what is particular to its type.
    record Read(MessageBody body, Message content) {}

    /// @throws UnreadableBody with everything that is wrong in the body and its content
    /// @throws ProblemFound if nobody writes such messages
    static Read read(byte[] json) {
        try {
            var tree = StrictJson.tree(json);
            var flaws = new ArrayList<>(StrictJson.flaws(MessageBody.class, tree));
            var kind = kind(tree.path("type").asString(""));
            var content = tree.path("content");
            if (kind.isPresent() && content.isObject()) {
                StrictJson.flaws(kind.get(), content).forEach(flaw -> flaws.add(flaw.within("/content")));
            }
            if (!flaws.isEmpty()) {
                throw new UnreadableBody(flaws);
            }
            var body = StrictJson.read(MessageBody.class, json);
            return new Read(body, body.content(kind.orElseThrow(MessageBody::notWrittenHere)));
        } catch (MalformedMessage e) {
            throw new UnreadableBody(e.flaws());
        }
    }

    /// Of which record the content is; empty where nobody writes such messages.
    private static Optional<Class<? extends Message>> kind(String type) {
        return switch (type) {
            case "CASE_ALERT" -> Optional.of(CaseAlert.class);
            case "VICTIM_ASSISTANCE_REQUEST" -> Optional.of(VictimAssistanceRequest.class);
            case "VICTIM_REFERRAL" -> Optional.of(VictimReferral.class);
            case "INFORMATION_REQUEST" -> Optional.of(InformationRequest.class);
            case "INFORMATION_RESPONSE" -> Optional.of(InformationResponse.class);
            case "IDENTITY_VERIFICATION" -> Optional.of(IdentityVerification.class);
            case "IDENTITY_VERIFICATION_ANSWER" -> Optional.of(IdentityVerificationAnswer.class);
            case "USE_PERMISSION_REQUEST" -> Optional.of(UsePermissionRequest.class);
            case "USE_PERMISSION_DECISION" -> Optional.of(UsePermissionDecision.class);
            case "CORROBORATION" -> Optional.of(Corroboration.class);
            case "PROPOSAL" -> Optional.of(Proposal.class);
            case "PROPOSAL_DECISION" -> Optional.of(ProposalDecision.class);
            case "ROUTE_REPORT" -> Optional.of(RouteReport.class);
            case "MODUS_OPERANDI_REPORT" -> Optional.of(ModusOperandiReport.class);
            default -> Optional.empty();
        };
    }

    private Message content(Class<? extends Message> kind) throws MalformedMessage {
        return StrictJson.read(kind, content.toString().getBytes(StandardCharsets.UTF_8));
    }

    static ProblemFound notWrittenHere() {
        return new ProblemFound(ProblemKind.KIND_NOT_WRITTEN_HERE);
    }

    /// @param usual how it is handled if it does not say so
    /// @param why it is urgent if it does not say so
    Wanted.Outline outline(Family family, Message message, Handling usual, @Nullable String why) {
        var said = family.childIn(message);
        var declared = Objects.requireNonNullElse(childInvolved, ChildInvolved.NO);
        return new Wanted.Outline(
                nationalRef,
                inReplyTo,
                corrects,
                correctionReason,
                takesUp,
                urgency,
                urgencyReason == null ? why : urgencyReason,
                Objects.requireNonNullElse(handling, usual),
                Objects.requireNonNullElse(legalBasis, List.of()),
                Objects.requireNonNullElse(purpose, List.of()),
                language,
                addressedRole,
                Objects.requireNonNullElse(countryRoles, List.of()),
                said == ChildInvolved.NO ? declared : said,
                deadline,
                retention,
                subject);
    }
}
