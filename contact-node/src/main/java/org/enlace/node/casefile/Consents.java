package org.enlace.node.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// Tells what persons took back of what they had agreed to. Those who keep withdrawals answer; a case asks before it
/// shows, passes on or settles anything.
public interface Consents {
    /// @return codes of list `consent-purpose`
    Set<String> withdrawn(MessageEntry message);

    /// What a person took back in a case on the day on which they agreed to something, or later.
    ///
    /// @param person by the random name that the person has in this case
    /// @param agreedOn null if nobody knows
    Set<String> takenBack(CaseReference reference, String person, @Nullable LocalDate agreedOn);

    /// The same of a message that may not be here yet.
    ///
    /// @param given the id by which the sender knows it
    Set<String> withdrawn(NodeId sender, MessageId given);

    /// Until when somebody has to say what was done about it; empty if nobody has to.
    Optional<Instant> attestBy(MessageEntry message);
}
