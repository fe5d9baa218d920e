package org.enlace.node.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.enlace.lifecycle.AnswerOwed;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.WorkingCalendar;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.springframework.stereotype.Component;

/// When whoever received a message must have acted: counted from when its node had it, by the calendar that it
/// publishes, so that both sides see the same moment.
@Component
class TheirClocks {
    private final Deliveries deliveries;
    private final CurrentDirectory directory;
    private final NodeSettings settings;

    TheirClocks(Deliveries deliveries, CurrentDirectory directory, NodeSettings settings) {
        this.deliveries = deliveries;
        this.directory = directory;
        this.settings = settings;
    }

    /// As if we had received it when it was stored here. Empty if it owes no answer: intelligence, however urgent.
    Optional<Deadlines> ours(MessageEntry message) {
        return ours(message, message.storedAt());
    }

    /// As if we had received it then.
    Optional<Deadlines> ours(MessageEntry message, Instant from) {
        return deadlines(message, directory.code(), from);
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
                // By the clock of the recipient, which may be wrong: not before it was sent, and not in the future.
                .map(at -> later(at, sent.storedAt()))
                .map(at -> at.isAfter(now) ? now : at)
                .flatMap(from -> deadlines(sent, delivery.recipient(), from).map(due -> new Running(from, due)));
    }

    /// As if it had been stored there then.
    Optional<Deadlines> deadlines(MessageEntry message, NodeId receiver, Instant from) {
        return owed(message.gist().type())
                .flatMap(owed -> Deadlines.of(message.urgency(), owed, from, calendar(receiver)));
    }

    private WorkingCalendar calendar(NodeId receiver) {
        return WorkingCalendar.weekdays(directory
                .current()
                .member(receiver)
                .map(member -> ZoneId.of(member.contact().zone()))
                .orElse(settings.zone()));
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

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// @param from when the last recipient that has it had it
    record Running(Instant from, Deadlines due) {}
}
