package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.enlace.message.NodeId;
import org.springframework.stereotype.Component;

/// Closes holes in the stream to a partner. A message that stays unanswered may be waiting there for one before it that
/// was lost on the way and that nobody misses by itself: a receipt, or what was given up. So those are published again
/// too, a portion at a time and not all the time; to whoever has them already they are repetitions.
@Component
class CatchingUp {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int PORTION = 500;

    private final OutgoingRows rows;
    private final Clock clock;
    private final Map<NodeId, Portion> last = new ConcurrentHashMap<>();

    CatchingUp(OutgoingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// @param unanswered of which some were just published again
    void before(Collection<DeliveryRows.Open> unanswered) {
        Instant now = clock.instant();
        List<DeliveryRows.Open> highestFirst = unanswered.stream()
                .sorted(Comparator.comparingLong(DeliveryRows.Open::seq).reversed())
                .toList();
        for (DeliveryRows.Open delivery : highestFirst) {
            Portion before = last.getOrDefault(delivery.recipient(), new Portion(Instant.MIN, 0));
            if (now.isBefore(before.at()) || !now.isBefore(before.at().plus(PAUSE))) {
                last.put(delivery.recipient(), new Portion(now, publish(delivery, before.seq(), now)));
            }
        }
    }

    /// @return the last number of this portion; 0 if it was the last one
    private long publish(DeliveryRows.Open delivery, long after, Instant now) {
        List<DeliveryRows.Place> places = rows.deliveries().behind(delivery, after, PORTION);
        rows.outbox().publishAgain(places.stream().map(DeliveryRows.Place::id).toList(), now);
        return places.size() < PORTION ? 0 : places.getLast().seq();
    }

    private record Portion(Instant at, long seq) {}
}
