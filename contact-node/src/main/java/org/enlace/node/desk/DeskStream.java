package org.enlace.node.desk;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.SessionKey;
import org.enlace.node.access.Sessions;
import org.enlace.node.casefile.Reach;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Rings the desk pages that are open. An event carries a name and a number and nothing else: the page then asks for
/// what its reader may see.
@Component
class DeskStream {
    private final Sources sources;
    private final Set<DeskListener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    DeskStream(Sources sources) {
        this.sources = sources;
    }

    /// What each listener asks before each event.
    @Component
    record Sources(
            Sessions sessions, AccessRules rules, Reach reach, DeskItems items, DeskNetwork network, Clock clock) {}

    SseEmitter open(SessionKey session) {
        var emitter = new SseEmitter(0L);
        var listener = new DeskListener(session, emitter, sources);
        emitter.onCompletion(() -> leave(listener));
        emitter.onTimeout(() -> leave(listener));
        emitter.onError(_ -> leave(listener));
        if (closed) {
            emitter.complete();
            return emitter;
        }
        listeners.add(listener);
        Thread.ofVirtual().name("desk-stream").start(() -> {
            try {
                listener.listen();
            } finally {
                listeners.remove(listener);
            }
        });
        return emitter;
    }

    /// Whose desk is open now, at this replica of the node.
    Set<OfficerId> readers() {
        return listeners.stream()
                .flatMap(listener -> listener.reader().stream())
                .map(Officer::id)
                .collect(Collectors.toSet());
    }

    int listening() {
        return listeners.size();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void ring(DeskChanged change) {
        listeners.forEach(listener -> listener.hear(change));
    }

    /// Before the web server waits for open requests, so that a stop is not held up by pages that only listen.
    @EventListener
    void close(ContextClosedEvent event) {
        closed = true;
        listeners.forEach(DeskListener::stop);
    }

    private void leave(DeskListener listener) {
        listeners.remove(listener);
        listener.stop();
    }
}
