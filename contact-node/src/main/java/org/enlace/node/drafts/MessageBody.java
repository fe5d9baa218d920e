package org.enlace.node.drafts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.CountryRole;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.NodeId;
import org.enlace.message.RouteReport;
import org.enlace.message.StrictJson;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/// The body of a request to send. Its fields are those a client may set and no others; an unknown one is refused, so
/// that a misspelt field is never silently left out.
///
/// @param caseReference of a case that goes on; a new case without it
/// @param mode without it `ACTUAL`, on a training node `EXERCISE`
/// @param handling what is usual for this kind of message without it
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
        @Nullable Handling handling,
        @Nullable List<String> legalBasis,
        @Nullable List<String> purpose,
        @Nullable String language,
        @Nullable String addressedRole,
        @Nullable List<CountryRole> countryRoles,
        @Nullable ChildInvolved childInvolved,
        String subject,
        JsonNode content) {

    /// @throws ProblemFound if this is not such a body
    static MessageBody read(byte[] json) {
        return strictly(MessageBody.class, json, "");
    }

    /// @throws ProblemFound if the content is not that of its type
    Message message() {
        var json = content.toString().getBytes(StandardCharsets.UTF_8);
        return switch (type) {
            case CASE_ALERT -> strictly(CaseAlert.class, json, "/content");
            case VICTIM_ASSISTANCE_REQUEST -> strictly(VictimAssistanceRequest.class, json, "/content");
            case ROUTE_REPORT -> strictly(RouteReport.class, json, "/content");
            case MODUS_OPERANDI_REPORT -> strictly(ModusOperandiReport.class, json, "/content");
            default -> throw new ProblemFound(HttpStatus.UNPROCESSABLE_CONTENT, "kind-not-written-here");
        };
    }

    Wanted.Outline outline(Family family, Message message) {
        var said = family.childIn(message);
        var declared = Objects.requireNonNullElse(childInvolved, ChildInvolved.NO);
        return new Wanted.Outline(
                nationalRef,
                inReplyTo,
                urgency,
                urgencyReason,
                Objects.requireNonNullElse(handling, family.usualHandling()),
                Objects.requireNonNullElse(legalBasis, List.of()),
                Objects.requireNonNullElse(purpose, List.of()),
                language,
                addressedRole,
                Objects.requireNonNullElse(countryRoles, List.of()),
                said == ChildInvolved.NO ? declared : said,
                subject);
    }

    private static <T> T strictly(Class<T> type, byte[] json, String at) {
        try {
            var value = StrictJson.read(type, json);
            var unknown = StrictJson.newer(type, json).keySet();
            if (!unknown.isEmpty()) {
                throw new ProblemFound(
                        HttpStatus.BAD_REQUEST,
                        "unknown-field",
                        unknown.stream()
                                .map(field -> new Problem.Wrong(at + field, "unknown"))
                                .toList());
            }
            return value;
        } catch (MalformedMessage e) {
            throw new ProblemFound(
                    HttpStatus.BAD_REQUEST,
                    "not-readable",
                    List.of(new Problem.Wrong(
                            at.isEmpty() ? "/" : at,
                            e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        }
    }
}
