package org.enlace.node.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enlace.lifecycle.AnswerOwed;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.springframework.stereotype.Component;

/// When whoever received a message must have acted: counted from when its node had it, which its receipt says, by the
/// calendar that it published in the version of the directory that the message went by. Both sides know both, so they
/// see the same moment, and no later version moves it.
@Component
class TheirClocks {
    /// As for what was done with a message: clocks differ a little, and what differs more is not believed.
    private static final Duration CLOCK_WRONG_MAX = Duration.ofMinutes(5);

    private final Deliveries deliveries;
    private final CurrentDirectory directory;

    TheirClocks(Deliveries deliveries, CurrentDirectory directory) {
        this.deliveries = deliveries;
        this.directory = directory;
    }

    /// Whether anybody must act on it at all: nobody must on intelligence, however urgent.
    boolean owed(MessageEntry message) {
        return message.urgency() != Urgency.ROUTINE
                && owed(message.gist().type()).isPresent();
    }

    /// Of what we received, as if it had come then.
    ///
    /// @param version of the directory that it went by
    Optional<Deadlines> ours(MessageEntry received, int version, Instant from) {
        return deadlines(received, directory.code(), version, from);
    }

    /// Of what we sent: the latest of the recipients that have it. Empty until one has.
    Optional<Running> of(MessageEntry sent, Instant now) {
        List<Running> all = deliveries.of(sent.id()).stream()
                .flatMap(delivery -> of(sent, delivery, now).stream())
                .toList();
        return all.stream()
                .reduce((one, other) -> new Running(
                        later(one.from(), other.from()),
                        new Deadlines(
                                later(one.due().escalate(), other.due().escalate()),
                                later(one.due().acknowledge(), other.due().acknowledge()),
                                later(one.due().answer(), other.due().answer()))));
    }

    /// Of one recipient; empty until it has the message.
    Optional<Running> of(MessageEntry sent, Delivery delivery, Instant now) {
        return Optional.ofNullable(delivery.storedAt())
                .map(at -> believed(at, sent.storedAt(), now))
                .flatMap(from -> deadlines(sent, delivery.recipient(), delivery.directoryVersion(), from)
                        .map(due -> new Running(from, due)));
    }

    /// When this recipient would have had to take it if it had had it at once: until then nobody misses its receipt.
    Optional<Instant> missed(MessageEntry sent, Delivery delivery) {
        return deadlines(sent, delivery.recipient(), delivery.directoryVersion(), sent.storedAt())
                .map(Deadlines::acknowledge);
    }

    /// The first of these moments.
    Optional<Instant> firstMissed(MessageEntry sent) {
        return deliveries.of(sent.id()).stream()
                .flatMap(delivery -> missed(sent, delivery).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Deadlines> deadlines(MessageEntry message, NodeId receiver, int version, Instant from) {
        return owed(message.gist().type())
                .flatMap(owed -> Deadlines.of(message.urgency(), owed, from, directory.calendar(receiver, version)));
    }

    private static Optional<AnswerOwed> owed(MessageType type) {
        return switch (type) {
            case VICTIM_ASSISTANCE_REQUEST -> Optional.of(AnswerOwed.VICTIM_CARE);
            case VICTIM_REFERRAL -> Optional.of(AnswerOwed.SERVICES);
            case USE_PERMISSION_REQUEST -> Optional.of(AnswerOwed.PERMISSION);
            case PROPOSAL -> Optional.of(AnswerOwed.PROPOSAL);
            case IDENTITY_VERIFICATION -> Optional.of(AnswerOwed.IDENTITY);
            case CASE_ALERT, INFORMATION_REQUEST -> Optional.of(AnswerOwed.INFORMATION);
            default -> Optional.empty();
        };
    }

    /// By the clock of the recipient. If that is far wrong: not before it was sent, and not in the future.
    private static Instant believed(Instant at, Instant sent, Instant now) {
        if (at.isBefore(sent.minus(CLOCK_WRONG_MAX))) {
            return sent;
        }
        return at.isAfter(now.plus(CLOCK_WRONG_MAX)) ? now : at;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// @param from when the last recipient that has it had it
    record Running(Instant from, Deadlines due) {}
}
