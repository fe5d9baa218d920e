package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.CountryRole;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.groups.GroupChoice;
import org.jspecify.annotations.Nullable;

/// A message that an officer wants to send, before any rule was asked.
///
/// @param id fixed by the draft or request, so that a repetition is the same message
/// @param reference of its case, a new one or one that goes on
/// @param recipients all of them, those of the group included
/// @param keeps the parts of what it corrects that its writer cannot read: they leave again as they stand
/// @param group the sharing group that is addressed as a whole, as it was chosen; null if none is
public record Wanted(
        MessageId id,
        CaseReference reference,
        Mode mode,
        List<NodeId> recipients,
        Outline outline,
        Message message,
        Set<Compartment> keeps,
        @Nullable GroupChoice group) {
    public Wanted {
        recipients = List.copyOf(recipients);
        keeps = Set.copyOf(keeps);
    }

    /// The same, to that member alone.
    Wanted to(NodeId recipient) {
        return new Wanted(id, reference, mode, List.of(recipient), outline, message, keeps, null);
    }

    Wanted with(Message whole) {
        return new Wanted(id, reference, mode, recipients, outline, whole, keeps, group);
    }

    /// What the officer says about the message; the node adds the rest of the header.
    ///
    /// @param nationalRef own file number
    /// @param corrects the version of a message that this one takes the place of
    /// @param correctionReason with it, code of list `correction-reason`
    /// @param takesUp the proposal that it accepts by correcting, if it does
    /// @param urgencyReason required with `IMMEDIATE` and `URGENT`
    /// @param legalBasis codes of list `legal-basis`
    /// @param purpose codes of list `purpose`
    /// @param language of the free text, ISO 639-3
    /// @param addressedRole code of list `role`
    /// @param deadline until when an answer is needed, where that is sooner than the urgency says
    /// @param retention how long recipients keep it
    /// @param subject at most 120 characters, no names
    public record Outline(
            @Nullable String nationalRef,
            @Nullable MessageId inReplyTo,
            @Nullable MessageId corrects,
            @Nullable String correctionReason,
            @Nullable MessageId takesUp,
            Urgency urgency,
            @Nullable String urgencyReason,
            Handling handling,
            List<String> legalBasis,
            List<String> purpose,
            @Nullable String language,
            @Nullable String addressedRole,
            List<CountryRole> countryRoles,
            ChildInvolved childInvolved,
            @Nullable Instant deadline,
            About.@Nullable Retention retention,
            String subject) {}
}
