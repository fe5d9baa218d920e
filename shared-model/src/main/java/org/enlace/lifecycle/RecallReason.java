package org.enlace.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Why the owner of a message takes it back, and what follows from it at whoever holds the message.
public enum RecallReason {
    SENT_IN_ERROR,
    WRONG_RECIPIENT,
    /// It may cost somebody life or liberty.
    SAFETY,
    COURT_ORDER;

    /// A reason that only a newer version knows is taken as the gravest.
    ///
    /// @param code of list `recall-reason`
    public static RecallReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .orElse(SAFETY);
    }

    /// How long a recipient's officers have, from the moment its node has the recall.
    public Duration attestWithin() {
        return this == SAFETY ? Duration.ofHours(2) : Duration.ofHours(24);
    }

    /// Whether the recipient's node seals the message before anybody there acts. Care that had begun is not interrupted
    /// by a machine; only where somebody is in danger does it stop to read.
    ///
    /// @param acceptedAt when the recipient took the case on, null if it did not
    public boolean sealsAtOnce(Instant recallSentAt, @Nullable Instant acceptedAt) {
        return this == SAFETY || end(recallSentAt, acceptedAt) != BusinessState.WITHDRAWAL_REQUESTED;
    }

    /// What becomes of the request or referral; the same at both sides, in whichever order they hear of it.
    ///
    /// @param acceptedAt when the recipient took the case on, null if it did not
    public BusinessState end(Instant recallSentAt, @Nullable Instant acceptedAt) {
        boolean askedOnly =
                acceptedAt != null && Crossing.recalled(recallSentAt, acceptedAt) == BusinessState.WITHDRAWAL_REQUESTED;
        return askedOnly ? BusinessState.WITHDRAWAL_REQUESTED : end();
    }

    /// What it is once the recipients have attested.
    public BusinessState end() {
        return switch (this) {
            case SENT_IN_ERROR, WRONG_RECIPIENT -> BusinessState.ENTERED_IN_ERROR;
            case SAFETY, COURT_ORDER -> BusinessState.WITHDRAWN;
        };
    }
}
