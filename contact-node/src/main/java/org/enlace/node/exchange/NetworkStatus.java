package org.enlace.node.exchange;

import java.time.Instant;
import java.util.List;
import org.enlace.directory.Member;
import org.enlace.node.StoredTime;
import org.enlace.node.directory.CurrentDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How the node stands with the broker and with each partner.
@Component
public class NetworkStatus {
    private final JdbcClient database;
    private final BrokerContact contact;
    private final OutboxRows outbox;
    private final Quarantine quarantine;
    private final CurrentDirectory directory;

    NetworkStatus(
            JdbcClient database,
            BrokerContact contact,
            OutboxRows outbox,
            Quarantine quarantine,
            CurrentDirectory directory) {
        this.database = database;
        this.contact = contact;
        this.outbox = outbox;
        this.quarantine = quarantine;
        this.directory = directory;
    }

    /// Since when there is a connection to the broker; null while there is none.
    public @Nullable Instant brokerContactSince() {
        BrokerContact.State state = contact.state();
        return state != null && state.connected() ? state.since() : null;
    }

    /// Since when there is none; null while there is one, and before the first attempt.
    public @Nullable Instant brokerLostSince() {
        BrokerContact.State state = contact.state();
        return state != null && !state.connected() ? state.since() : null;
    }

    /// When the oldest message that the broker has not confirmed was queued.
    @Transactional(readOnly = true)
    public @Nullable Instant oldestUnsent() {
        return outbox.oldestDue().orElse(null);
    }

    /// Messages that the broker has not confirmed.
    @Transactional(readOnly = true)
    public long unsent() {
        return outbox.countDue();
    }

    /// What officers have sent and the broker has not confirmed; what nodes say to each other does not count.
    @Transactional(readOnly = true)
    public long unsentByOfficers() {
        return outbox.countDueByOfficers();
    }

    /// Records in quarantine.
    public long quarantined() {
        return quarantine.count();
    }

    /// All partners of the directory, in its order.
    @Transactional(readOnly = true)
    public List<PartnerStatus> partners() {
        return directory.partners().stream().map(this::status).toList();
    }

    private PartnerStatus status(Member partner) {
        String code = partner.code().value();
        return new PartnerStatus(
                partner.code(),
                partner.status(),
                instant(
                        "select last_heard_at from incoming_stream where sender = ? and last_heard_at is not null",
                        code),
                instant("""
                        select queued_at from delivery
                        where recipient = ? and answered = false order by queued_at limit 1""", code),
                instant("""
                        select refused_at from delivery
                        where recipient = ? and state in ('NOT_DELIVERED', 'EXPIRED') and refused_at is not null
                        order by refused_at desc limit 1""", code),
                count("select count(*) from delivery where recipient = ? and answered = false", code),
                count("select count(*) from inbox where sender = ? and state = 'HELD'", code),
                count("select count(*) from quarantine where claimed = ?", code));
    }

    private @Nullable Instant instant(String sql, String code) {
        return database.sql(sql)
                .param(code)
                .query((row, _) -> StoredTime.at(row, row.getMetaData().getColumnLabel(1)))
                .optional()
                .orElse(null);
    }

    private long count(String sql, String code) {
        return database.sql(sql).param(code).query(Long.class).single();
    }
}
