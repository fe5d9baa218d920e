package org.enlace.node.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.enlace.node.audit.AuditCheck.Flaw;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// On both databases: what was written stays as it was, or the place where it does not is named.
class AuditLogTest {
    private static Databases databases;

    @BeforeAll
    static void open() {
        databases = new Databases();
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theChainHolds(DataSource source) {
        Written written = write(source, 5);

        assertThat(written.log().verify())
                .isEqualTo(new AuditCheck.Intact(
                        5, written.log().list(6, 1).getFirst().hash()));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aChangedEntryIsNamed(DataSource source) {
        Written written = write(source, 5);
        written.jdbc().update("update audit_entry set actor = 'someone else' where seq = 3");
        assertThat(written.log().verify()).isEqualTo(new AuditCheck.Broken(3, Flaw.CHANGED));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aMissingEntryIsNamed(DataSource source) {
        Written written = write(source, 5);
        written.jdbc().update("delete from audit_entry where seq = 2");
        assertThat(written.log().verify()).isEqualTo(new AuditCheck.Broken(2, Flaw.MISSING));
    }

    @ParameterizedTest
    @MethodSource("both")
    void anEntryThatWasReplacedByASoundOneIsNotChained(DataSource source) {
        Written written = write(source, 5);
        AuditedEntry third = written.log().list(4, 1).getFirst();
        AuditedEntry forged = AuditedEntry.next(3, third.at(), AuditEntry.byNode("NOTHING", "x"), third.prev());
        written.jdbc()
                .update(
                        """
                        update audit_entry set actor = ?, action = ?, object_id = ?, hash = ?, purpose = null
                        where seq = 3""",
                        forged.entry().actor(),
                        forged.entry().action(),
                        forged.entry().objectId(),
                        forged.hash());
        assertThat(written.log().verify()).isEqualTo(new AuditCheck.Broken(4, Flaw.NOT_CHAINED));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aTailThatWasCutOffIsNamed(DataSource source) {
        Written written = write(source, 5);
        written.jdbc().update("delete from audit_entry where seq > 3");
        assertThat(written.log().verify()).isEqualTo(new AuditCheck.Broken(4, Flaw.TAIL_CUT));
    }

    @ParameterizedTest
    @MethodSource("both")
    void anActWhoseEntryCannotBeWrittenDoesNotHappen(DataSource source) {
        Written written = write(source, 1);
        written.jdbc().execute("alter table audit_entry rename to audit_entry_away");
        try {
            assertThatThrownBy(() -> written.transaction().executeWithoutResult(_ -> {
                        written.jdbc().update("insert into topic_position (topic, next_offset) values ('the act', 1)");
                        written.log().write(AuditEntry.byNode("ACT", "x"));
                    }))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            written.jdbc().execute("alter table audit_entry_away rename to audit_entry");
        }
        assertThat(written.jdbc()
                        .queryForObject("select count(*) from topic_position where topic = 'the act'", Integer.class))
                .isZero();
        assertThat(written.log().verify()).isInstanceOf(AuditCheck.Intact.class);
    }

    private static Written write(DataSource source, int entries) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.update("delete from audit_entry");
        jdbc.update("update audit_head set seq = 0, hash = ?", "0".repeat(64));
        AuditLog log = new AuditLog(JdbcClient.create(jdbc), Clock.systemUTC());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        for (String object : List.of("a", "b", "c", "d", "e").subList(0, entries)) {
            transaction.executeWithoutResult(
                    _ -> log.write(new AuditEntry("officer-17", "SHOW_IDENTITY", object, "ASSIST", AuditEntry.DONE)));
        }
        return new Written(log, jdbc, transaction);
    }

    private record Written(AuditLog log, JdbcTemplate jdbc, TransactionTemplate transaction) {}
}
