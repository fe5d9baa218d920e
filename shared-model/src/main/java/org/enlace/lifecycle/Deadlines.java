package org.enlace.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When the receiver's people must have acted, counted from the moment its node stored the message.
///
/// @param escalate when the next contact is called if nobody took it
/// @param acknowledge when a named person must have taken it
/// @param answer when a substantive answer is due
/// @see <a href="https://eur-lex.europa.eu/eli/dir/2023/977/oj">Directive (EU) 2023/977 Art. 5, for 8 hours, 3 and 7
///     days; the rest is the network's own rule</a>
public record Deadlines(Instant escalate, Instant acknowledge, Instant answer) {

    /// @return empty for `ROUTINE`, which owes nothing
    public static Optional<Deadlines> of(
            Urgency urgency, AnswerOwed owed, Instant storedAt, WorkingCalendar receivers) {
        return switch (urgency) {
            case IMMEDIATE ->
                Optional.of(new Deadlines(
                        storedAt.plus(Duration.ofMinutes(15)),
                        storedAt.plus(Duration.ofMinutes(30)),
                        storedAt.plus(Duration.ofHours(8))));
            case URGENT -> {
                Instant acknowledge = storedAt.plus(Duration.ofHours(4));
                Duration answer = switch (owed) {
                    case VICTIM_CARE, IDENTITY -> Duration.ofHours(24);
                    case INFORMATION, SERVICES, PERMISSION -> Duration.ofDays(3);
                    case PROPOSAL -> Duration.ofDays(7);
                };
                yield Optional.of(new Deadlines(acknowledge, acknowledge, storedAt.plus(answer)));
            }
            case NORMAL -> {
                Instant acknowledge = receivers.oneWorkingDayAfter(storedAt);
                Duration answer = switch (owed) {
                    case VICTIM_CARE, INFORMATION, PROPOSAL -> Duration.ofDays(7);
                    case IDENTITY, PERMISSION -> Duration.ofDays(3);
                    case SERVICES -> Duration.ofDays(14);
                };
                yield Optional.of(new Deadlines(acknowledge, acknowledge, storedAt.plus(answer)));
            }
            case ROUTINE -> Optional.empty();
        };
    }

    /// The level that holds when a child is involved or may be: never below `URGENT`.
    public static Urgency raisedForChild(Urgency asked, boolean childMayBeInvolved) {
        return childMayBeInvolved && !asked.atLeast(Urgency.URGENT) ? Urgency.URGENT : asked;
    }

    /// The same deadlines after the time during which the answer's clock stood still. Taking a message is never paused.
    ///
    /// @param now until when a pause that still goes on is counted
    public Deadlines after(List<Pause> pauses, Instant now) {
        Duration stood = pauses.stream().map(pause -> pause.length(now)).reduce(Duration.ZERO, Duration::plus);
        return new Deadlines(escalate, acknowledge, answer.plus(stood));
    }

    /// @param reason code of list `pause-reason`
    /// @param until null while it goes on
    public record Pause(
            String reason, Instant since, @Nullable Instant until) {

        public Pause {
            if (until != null && until.isBefore(since)) {
                throw new IllegalArgumentException("A pause ends after it began");
            }
        }

        Duration length(Instant now) {
            Duration length = Duration.between(since, until == null ? now : until);
            return length.isNegative() ? Duration.ZERO : length;
        }
    }
}
