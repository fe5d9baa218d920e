package org.enlace.node.exchange;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.enlace.envelope.Claim;
import org.enlace.envelope.Link;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Opening;
import org.enlace.envelope.Refusal;
import org.enlace.envelope.Refused;
import org.enlace.envelope.Verified;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.stream.Decision;
import org.enlace.stream.IncomingStream;
import org.enlace.stream.StreamState;
import org.springframework.stereotype.Component;

/// Gives each proven message its place in the stream of its sender: acts on it, holds it, knows it
/// again, or keeps it as evidence. Runs inside the transaction of its record, with the stream locked.
@Component
class Placing {
    private final StreamRows streams;
    private final InboxRows inbox;
    private final Acting acting;
    private final Receipts receipts;
    private final Quarantine quarantine;
    private final Parking parking;
    private final Alarms alarms;
    private final Clock clock;

    Placing(
            StreamRows streams,
            InboxRows inbox,
            Acting acting,
            Receipts receipts,
            Quarantine quarantine,
            Parking parking,
            Alarms alarms,
            Clock clock) {
        this.streams = streams;
        this.inbox = inbox;
        this.acting = acting;
        this.receipts = receipts;
        this.quarantine = quarantine;
        this.parking = parking;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// A message of which everything is proven.
    ///
    /// @return whether others that waited for it are next
    boolean take(InboxRows.Row row, Verified<Message> message) {
        Place place = new Place(
                message.sender(), message.header().msgId(), message.link(), message.digest(), message.chainHash());
        return place(row, place, () -> {
            if (acting.anotherUnderThisId(place)) {
                equivocation(row, place);
            } else {
                acting.on(row, message);
                quarantine.release(row);
                inbox.done(row, place.id());
            }
        });
    }

    /// A message that is proven to be its sender's, but must not be acted on. It still counts in the stream.
    ///
    /// @return whether others that waited for it are next
    boolean refuse(InboxRows.Row row, Refusal why, Refused.Proven proven) {
        Place place = new Place(proven.sender(), proven.msgId(), proven.link(), proven.digest(), proven.chainHash());
        return place(row, place, () -> {
            inbox.refuse(row);
            quarantine.put(row, QuarantineReason.of(why));
            receipts.refused(row, place, why.name());
        });
    }

    /// A message that is refused because its sender's keys were not valid. A proven one that follows it may be waiting.
    void refuse(InboxRows.Row row, Refusal why, Claim claim) {
        inbox.refuse(row);
        quarantine.put(row, QuarantineReason.of(why));
        if (claim.sender().equals(row.sender())) {
            inbox.claims(row, claim.link(), claim.chainHash());
            inbox.releaseFirst(row.sender(), claim.link().epoch());
        }
    }

    /// A record that this node could not act on. If it is sound, it waits with its bytes and the stream goes on.
    void park(InboxRows.Row row, Opening opening, QuarantineReason reason) {
        if (!row.accounted() && opening instanceof Opened(var message)) {
            Link link = message.link();
            StreamState state = streams.lockIncoming(row.sender());
            if (IncomingStream.decide(state, seq -> known(row, link, seq), link, message.chainHash())
                    instanceof Decision.Deliver(var next)) {
                advance(row, next);
            }
        }
        parking.park(row, true, reason);
    }

    private boolean place(InboxRows.Row row, Place place, Runnable act) {
        if (row.accounted()) {
            act.run();
            return false;
        }
        Link link = place.link();
        StreamState state = pastRefused(row, streams.lockIncoming(place.sender()), link);
        switch (IncomingStream.decide(state, seq -> known(row, link, seq), link, place.chainHash())) {
            case Decision.Deliver(var next) -> {
                boolean followed = advance(row, next);
                act.run();
                return followed;
            }
            case Decision.Hold _ -> {
                quarantine.release(row);
                inbox.hold(row, link, place.chainHash());
            }
            case Decision.Duplicate _ -> {
                quarantine.release(row);
                receipts.answerAgain(place.sender(), place.id());
                inbox.done(row, place.id());
            }
            case Decision.Fork _ -> equivocation(row, place);
            case Decision.TooFarAhead(long from, long to) -> {
                alarms.raise(AlarmKind.GAP, place.sender().value(), "from=" + from + " to=" + to);
                inbox.awaits(row, link);
                parking.park(row, false, QuarantineReason.TOO_FAR_AHEAD);
            }
            case Decision.UnknownEpoch _ -> {
                inbox.refuse(row);
                quarantine.put(row, QuarantineReason.UNKNOWN_EPOCH);
            }
        }
        return false;
    }

    /// A record whose keys were not valid is refused and counts for nothing by itself. When a proven message
    /// names it as the one before, its place is filled: otherwise all that follows would wait for it for ever.
    private StreamState pastRefused(InboxRows.Row row, StreamState state, Link link) {
        Deque<StreamState> refused = new ArrayDeque<>();
        String before = link.prev();
        for (long seq = link.seq() - 1; link.epoch() == state.epoch() && seq > state.lastSeq(); seq--) {
            Optional<String> prev = inbox.claimed(row.sender(), link.epoch(), seq, before);
            if (prev.isEmpty()) {
                return state;
            }
            refused.addFirst(new StreamState(link.epoch(), seq, before));
            before = prev.get();
        }
        if (refused.isEmpty() || !before.equals(state.lastHash())) {
            return state;
        }
        refused.forEach(next -> streams.advance(row.sender(), next, clock.instant()));
        return refused.getLast();
    }

    private Optional<String> known(InboxRows.Row row, Link link, long seq) {
        return streams.known(row.sender(), link.epoch(), seq, row.id());
    }

    private boolean advance(InboxRows.Row row, StreamState next) {
        streams.advance(row.sender(), next, clock.instant());
        return inbox.release(row.sender(), next.epoch(), next.lastSeq() + 1);
    }

    /// The first one counts; the other is evidence.
    private void equivocation(InboxRows.Row row, Place place) {
        alarms.raise(
                AlarmKind.EQUIVOCATION,
                place.sender().value(),
                "message=" + place.id() + " epoch=" + place.link().epoch() + " seq="
                        + place.link().seq());
        inbox.refuse(row);
        quarantine.put(row, QuarantineReason.EQUIVOCATION);
    }

    /// What is certain about a message, acted on or not.
    record Place(NodeId sender, MessageId id, Link link, String digest, String chainHash) {}
}
