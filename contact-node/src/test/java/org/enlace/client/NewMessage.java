package org.enlace.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About.Retention;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.CountryRole;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message as a case system gives it to its node; what is left out the node fills in.
///
/// @param group a sharing group that is addressed as a whole
/// @param content as the record of its type has it
public record NewMessage(
        MessageType type,
        @Nullable CaseReference caseReference,
        @Nullable Mode mode,
        List<NodeId> recipients,
        Urgency urgency,
        @Nullable String urgencyReason,
        @Nullable String nationalRef,
        @Nullable UUID inReplyTo,
        @Nullable UUID corrects,
        @Nullable String correctionReason,
        @Nullable UUID takesUp,
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
        @Nullable ToGroup group,
        String subject,
        JsonNode content) {

    /// @param revision of the group as it was read: if its members are others now, nothing is sent
    public record ToGroup(UUID id, long revision) {}

    /// A message with these parts and nothing that may be left out.
    public static NewMessage of(
            MessageType type, List<NodeId> recipients, Urgency urgency, String subject, Message content) {
        return new NewMessage(
                type,
                null,
                null,
                recipients,
                urgency,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                subject,
                tree(content));
    }

    /// As it stands in a document.
    public static NewMessage read(String json) {
        try {
            return StrictJson.readExactly(NewMessage.class, json.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalArgumentException("No message: " + e.flaws(), e);
        }
    }

    /// The same as an answer to, or a word about, another.
    public NewMessage about(UUID message) {
        return new NewMessage(
                type,
                caseReference,
                mode,
                recipients,
                urgency,
                urgencyReason,
                nationalRef,
                message,
                corrects,
                correctionReason,
                takesUp,
                handling,
                legalBasis,
                purpose,
                language,
                addressedRole,
                countryRoles,
                childInvolved,
                deadline,
                retention,
                files,
                group,
                subject,
                content);
    }

    private static JsonNode tree(Message content) {
        try {
            return StrictJson.tree(StrictJson.write(content));
        } catch (MalformedMessage e) {
            throw new IllegalStateException("What the shared model writes it reads", e);
        }
    }
}
