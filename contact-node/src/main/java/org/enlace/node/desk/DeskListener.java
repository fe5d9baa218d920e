package org.enlace.node.desk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.SessionKey;
import org.enlace.node.casefile.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open desk page. Before each event, and every second, it asks whether its reader is still signed in and still has
/// the desk; if not, it ends. It also notices what other replicas and time have changed, and that the network is lost
/// or back.
final class DeskListener {
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration CHECK = Duration.ofSeconds(1);
    /// A page that is behind by more refreshes once; what it misses is the same list.
    private static final int PENDING_MAX = 16;

    private final SessionKey session;
    private final SseEmitter emitter;
    private final DeskStream.Sources sources;
    private final BlockingQueue<DeskChanged> pending = new ArrayBlockingQueue<>(PENDING_MAX);
    private volatile boolean stopped;
    private @Nullable Heard seen;
    private Instant spokeAt = Instant.EPOCH;

    DeskListener(SessionKey session, SseEmitter emitter, DeskStream.Sources sources) {
        this.session = session;
        this.emitter = emitter;
        this.sources = sources;
    }

    void hear(DeskChanged change) {
        if (!pending.offer(change) && change.arrival()) {
            // Room for what cannot wait; the others only say that the list is another one.
            pending.poll();
            pending.offer(change);
        }
    }

    void stop() {
        stopped = true;
    }

    void listen() {
        try {
            var officer = reader();
            if (officer.isPresent()) {
                seen = heard(sources.reach().sight(officer.get()));
                say("hello", seen);
            }
            while (!stopped && officer.isPresent()) {
                var changes = changes();
                officer = reader();
                if (!stopped && officer.isPresent()) {
                    speak(officer.get(), changes);
                }
            }
            emitter.complete();
        } catch (IOException | RuntimeException e) {
            // The page went away, or the database did for a moment. Nothing is lost: a page whose stream has ended
            // asks again, one whose stream stays open and silent would not.
            emitter.completeWithError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    /// All that has changed since the last look: a page that looks once sees all of it.
    private List<DeskChanged> changes() throws InterruptedException {
        var first = pending.poll(CHECK.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var changes = new ArrayList<>(List.of(first));
        pending.drainTo(changes);
        return changes;
    }

    private void speak(Officer officer, List<DeskChanged> changes) throws IOException {
        var sight = sources.reach().sight(officer);
        var now = heard(sight);
        if (changes.stream().anyMatch(change -> change.arrival() && sight.sees(change.message()))) {
            seen = now;
            say("arrival", now);
        } else if (!now.equals(seen)) {
            seen = now;
            say("queue", now);
        } else if (Duration.between(spokeAt, sources.clock().instant()).compareTo(BEAT) >= 0) {
            say("beat", now);
        }
    }

    /// Whoever reads the page now; empty once they may not any more.
    Optional<Officer> reader() {
        return sources.sessions()
                .officer(session)
                .filter(officer -> sources.rules().mayOpen(officer, Action.READ_DESK));
    }

    private Heard heard(Sight sight) {
        var items = sources.items().pulse(sight, sources.clock().instant());
        return new Heard(items, sources.network().lostSince(), sources.network().contactSince());
    }

    /// Each event says how many sound the alarm until someone takes them; whatever else has changed, the page asks for.
    private void say(String event, Heard now) throws IOException {
        spokeAt = sources.clock().instant();
        emitter.send(
                SseEmitter.event().name(event).data(Integer.toString(now.items().immediate())));
    }

    /// What a page would show otherwise than before. Both times, because contact may break and heal between two looks
    /// while the page asked in the middle.
    private record Heard(
            DeskItems.Pulse items,
            @Nullable Instant networkLostSince,
            @Nullable Instant contactSince) {}
}
