package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.access.OfficerId;

/// A message that is being written. The id of the message and its case are fixed from the start, so that sending twice
/// sends once.
///
/// @param waiting for a second person; nobody changes it meanwhile
public record Draft(
        UUID id,
        OfficerId owner,
        MessageType type,
        MessageId message,
        CaseReference reference,
        Values values,
        Instant savedAt,
        boolean sent,
        boolean waiting) {
    /// Under which the values hold the id of the message that this one replies to. No form changes it.
    public static final String IN_REPLY_TO = "inReplyTo";

    /// Under which they hold the id of the version that this one takes the place of; likewise.
    static final String CORRECTS = "corrects";

    /// Under which they hold the parts of that version that its corrector cannot read, and that stay; likewise.
    static final String KEEPS = "keeps";

    /// Under which they hold the id of the proposal that a correction takes up; likewise.
    static final String TAKES_UP = "takesUp";

    /// Under which they hold whose message a reply speaks of, where that is part of what it says; likewise.
    public static final String OWNER = "owner";

    /// Set where how it is handled is not asked, since that is as the message it replies to is; likewise.
    static final String HANDLED = "handled";

    /// Under which they hold the sharing group that was chosen, with the revision and the members that it had then.
    static final String GROUP = "group";

    static final String GROUP_REVISION = "groupRevision";
    static final String GROUP_MEMBERS = "groupMembers";

    /// Under which they hold whom the officer took out of a group that was chosen, and so chose the others one by one.
    static final String SINGLED = "groupSingled";

    static final String URGENCY_REASON = "urgencyReason";

    private static final String SUBJECT = "subject";

    Set<Compartment> keeps() {
        return values.all(KEEPS).stream().map(Compartment::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    Draft with(Values typed) {
        return new Draft(id, owner, type, message, reference, typed, savedAt, sent, waiting);
    }

    /// Without what was taken over from the message that it replies to.
    Draft withoutTheirWords() {
        return with(values.with(SUBJECT, List.of()).with(URGENCY_REASON, List.of()));
    }
}
