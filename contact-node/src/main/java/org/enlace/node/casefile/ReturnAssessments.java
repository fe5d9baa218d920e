package org.enlace.node.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageType;
import org.enlace.message.StrictJson;
import org.enlace.message.VictimReferral;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.keys.CaseKeys;
import org.enlace.person.RiskLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What this contact point found about the risk of a return that another one proposes, sealed under the key of the
/// message, with which it ends. Both sides assess it before anybody returns.
@Repository
public class ReturnAssessments {
    private final JdbcClient database;
    private final CaseKeys keys;
    private final Clock clock;

    ReturnAssessments(JdbcClient database, CaseKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /// Whether the message is a return that this contact point has to assess.
    public static boolean isDue(MessageEntry message) {
        return message.side() == Side.RECEIVED
                && message.gist().type() == MessageType.VICTIM_REFERRAL
                && message.gist()
                        .first("kind")
                        .filter(VictimReferral.VOLUNTARY_RETURN::equals)
                        .isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<ReturnAssessment> of(MessageEntry message) {
        if (message.sealed()) {
            return Optional.empty();
        }
        return database.sql("select sealed, own_key from return_assessment where message_id = ?")
                .param(message.id().value())
                .query((row, _) -> open(message, row.getBytes("sealed"), row.getBoolean("own_key")))
                .optional();
    }

    /// Replaces what was found before.
    ///
    /// @param words why, for this contact point alone
    @Transactional
    public ReturnAssessment record(MessageEntry message, RiskLevel level, @Nullable String words, Officer by) {
        var found = new ReturnAssessment(level, LocalDate.now(clock.withZone(ZoneOffset.UTC)), by.pseudonym(), words);
        var cell = keys.seal(message.reference(), message.id(), place(message), StrictJson.write(found));
        database.sql("delete from return_assessment where message_id = ?")
                .param(message.id().value())
                .update();
        database.sql("""
                        insert into return_assessment (message_id, officer, assessed_at, sealed, own_key)
                        values (?, ?, ?, ?, true)""")
                .params(message.id().value(), by.id().value(), StoredTime.utc(clock.instant()), cell)
                .update();
        return found;
    }

    private ReturnAssessment open(MessageEntry message, byte[] cell, boolean ownKey) {
        try {
            var plain = ownKey
                    ? keys.open(message.id(), place(message), cell)
                    : keys.open(message.reference(), place(message), cell);
            return StrictJson.read(ReturnAssessment.class, plain);
        } catch (MalformedMessage e) {
            throw new IllegalStateException("The assessment of " + message.id() + " was not written by this node", e);
        }
    }

    private static String place(MessageEntry message) {
        return "return_assessment|sealed|" + message.id();
    }
}
