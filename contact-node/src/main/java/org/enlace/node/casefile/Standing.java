package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.lifecycle.BusinessState;
import org.jspecify.annotations.Nullable;

/// How far a message has come at this contact point, or at the recipients of what we sent.
///
/// @param item its item on the desk
/// @param state name of the business state
/// @param accepted whether this contact point took it on, which is what opens names and addresses
/// @param owner id of our officer who has it
/// @param due the clock that runs now, null when nothing is owed
/// @param answers that stand to a message that asks, codes of the list for its kind
/// @param untold whether its sender does not know yet what was done here
public record Standing(
        UUID item,
        String state,
        boolean accepted,
        @Nullable String owner,
        @Nullable Instant takenAt,
        @Nullable Instant ackDue,
        @Nullable Instant answerDue,
        @Nullable Instant due,
        Instant clockFrom,
        List<String> answers,
        boolean untold) {

    public Standing {
        answers = List.copyOf(answers);
    }

    /// Of what never was on the desk, that it was sent or came.
    public static String stateOf(MessageEntry message, @Nullable Standing standing) {
        if (standing != null) {
            return standing.state();
        }
        return message.side() == Side.SENT ? BusinessState.SENT.name() : BusinessState.RECEIVED.name();
    }

    public static List<String> answersOf(@Nullable Standing standing) {
        return standing == null ? List.of() : standing.answers();
    }
}
