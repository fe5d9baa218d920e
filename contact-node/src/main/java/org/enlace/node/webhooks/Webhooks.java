package org.enlace.node.webhooks;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.outside.OutsideClient;
import org.enlace.node.outside.Rounds;
import org.enlace.node.webhooks.WebhookEvent.State;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The systems that are told, each by a thread of its own: one that does not answer holds no other up.
/// Operators see how it stands with each, let one stand still, and send again what was given up.
@Component
class Webhooks implements SmartLifecycle {
    private static final int SHOWN = 50;

    /// @param pausedSince empty while it is told
    /// @param parked the first of those that are tried no more
    record Standing(
            String name,
            WebhookSettings.Webhook webhook,
            Optional<Instant> pausedSince,
            Optional<Instant> lastSentAt,
            int waiting,
            int parkedCount,
            List<WebhookEvent> parked) {}

    private final WebhookSettings settings;
    private final WebhookRows rows;
    private final Alarms alarms;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final WebhookPosting.Around around;
    private final List<Rounds> running = new ArrayList<>();
    private final List<OutsideClient> clients = new ArrayList<>();
    private volatile boolean started;

    Webhooks(
            WebhookSettings settings,
            WebhookRows rows,
            WebhookListening listening,
            CaseFiles files,
            Alarms alarms,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.alarms = alarms;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.around = new WebhookPosting.Around(rows, listening, files, alarms, transaction, clock);
        settings.webhooks().forEach((name, webhook) -> {
            var client = new OutsideClient(webhook.inside(), webhook.trust());
            var posting = new WebhookPosting(name, webhook, client, around);
            clients.add(client);
            running.add(new Rounds("webhook " + name, posting::round));
        });
    }

    /// By name.
    List<Standing> all() {
        return settings.webhooks().entrySet().stream()
                .map(one -> new Standing(
                        one.getKey(),
                        one.getValue(),
                        rows.pausedAt(one.getKey()),
                        rows.lastSentAt(one.getKey()),
                        rows.count(one.getKey(), State.WAITING),
                        rows.count(one.getKey(), State.PARKED),
                        rows.parked(one.getKey(), SHOWN)))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /// @param paused with true nothing is sent, and all is kept; with false it goes on
    /// @return false if there is no such system
    boolean pause(String name, boolean paused, Officer by) {
        return act(
                name,
                paused ? "PAUSE_WEBHOOK" : "RESUME_WEBHOOK",
                by,
                () -> rows.pause(name, paused ? clock.instant() : null));
    }

    /// @return false if there is no such system
    boolean sendAgain(String name, Officer by) {
        return act(name, "RESEND_WEBHOOK", by, () -> {
            alarms.clear(AlarmKind.WEBHOOK_PARKED, name);
            return rows.sendAgain(name, clock.instant()) > 0;
        });
    }

    private interface Act {
        boolean changes();
    }

    private boolean act(String name, String action, Officer by, Act act) {
        if (!settings.webhooks().containsKey(name)) {
            return false;
        }
        transaction.executeWithoutResult(_ -> {
            if (act.changes()) {
                audit.write(new AuditEntry(by.pseudonym(), action, name, null, AuditEntry.DONE));
            }
        });
        return true;
    }

    @Override
    public void start() {
        settings.webhooks().keySet().forEach(name -> transaction.executeWithoutResult(_ -> rows.make(name)));
        running.forEach(Rounds::start);
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        running.forEach(Rounds::stop);
        for (var client : clients) {
            try {
                client.close();
            } catch (IOException e) {
                throw new IllegalStateException("A connection to a system that is told could not be closed", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
