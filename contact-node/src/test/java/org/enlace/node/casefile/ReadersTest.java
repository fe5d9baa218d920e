package org.enlace.node.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Role;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The rows that a search walks along for an officer lead to what that officer sees, and to nothing else.
class ReadersTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:16:00Z");
    private static final List<Set<Role>> SHUT_OUT = List.of(
            Set.of(),
            Set.of(Role.INVESTIGATOR),
            Set.of(Role.ANALYST, Role.INVESTIGATOR),
            Set.of(Role.CASE_WORKER, Role.DUTY),
            EnumSet.allOf(Role.class));

    private final AccessRules rules = BeanUtils.instantiateClass(AccessRules.class);
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:readers;DB_CLOSE_DELAY=-1"));
    private final Readers readers = new Readers(database, rules);

    @Test
    void whoeverSeesAMessageAndNobodyElseGoesByItsReaders() {
        for (var message : messages()) {
            for (var roles : officers()) {
                var officer = new Officer(new OfficerId("0".repeat(32)), "officer-7K4M2Q", "Ana", roles, null);

                assertThat(Readers.admits(readers.of(message), officer))
                        .as("%s reads %s, closed to %s", roles, message.readAs(), message.closedTo())
                        .isEqualTo(new Sight(officer, rules).sees(message));
            }
        }
    }

    /// If this fails, who reads what has changed: a migration has to write it anew, as V77 did.
    @Test
    void theMigrationWritesTheReadersOfWhatWasThere() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:readers;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).target("76").load().migrate();
        var messages = messages();
        messages.forEach(this::store);

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(messages)
                .allSatisfy(message -> assertThat(database.sql("select readers from case_term where message_id = ?")
                                .param(message.id().value())
                                .query(String.class)
                                .single())
                        .isEqualTo(readers.of(message)));
        assertThat(database.sql("select count(*) from case_code where code = 'any'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(messages.size());
        var analyst = new Officer(new OfficerId("0".repeat(32)), "officer-7K4M2Q", "Ana", Set.of(Role.ANALYST), null);
        assertThat(readers.of(analyst)).isNotEmpty().allMatch(word -> word.contains("A"));
    }

    private static List<Set<Role>> officers() {
        var officers = new ArrayList<Set<Role>>();
        for (var one : Role.values()) {
            for (var other : Role.values()) {
                officers.add(EnumSet.of(one, other));
            }
        }
        return officers;
    }

    private static List<MessageEntry> messages() {
        var messages = new ArrayList<MessageEntry>();
        for (var type : MessageType.values()) {
            for (var closed : SHUT_OUT) {
                for (var guarded : List.of(true, false)) {
                    messages.add(message(messages.size(), type, closed, guarded));
                }
            }
        }
        return messages;
    }

    private static MessageEntry message(int number, MessageType readAs, Set<Role> closed, boolean guarded) {
        var id = new MessageId(new UUID(0x7000L, Long.MIN_VALUE + number));
        return new MessageEntry(
                id,
                id,
                new CaseReference("CO-2026-R%05d".formatted(number)),
                Side.RECEIVED,
                new NodeId("CO"),
                Urgency.NORMAL,
                false,
                guarded,
                closed,
                Mode.ACTUAL,
                Gist.of(MessageType.CASE_ALERT, Map.of()),
                readAs,
                null,
                "officer-7K4M2Q",
                null,
                AT,
                AT,
                null);
    }

    private void store(MessageEntry message) {
        var at = message.storedAt().atOffset(java.time.ZoneOffset.UTC);
        database.sql("insert into case_file (reference, opened_at, changed_at) values (?, ?, ?)")
                .params(message.reference().value(), at, at)
                .update();
        database.sql("""
                        insert into case_message (id, given_id, reference, side, partner, type, read_as, urgency, child,
                            protection_only, closed_to, mode, codes, author_name, sent_at, stored_at)
                        values (?, ?, ?, 'RECEIVED', 'CO', 'CASE_ALERT', ?, 'NORMAL', false, ?, ?, 'ACTUAL', '{}', 'o', ?, ?)""")
                .params(Arrays.asList(
                        message.id().value(),
                        message.id().value(),
                        message.reference().value(),
                        message.readAs().name(),
                        message.protectionOnly(),
                        Sight.column(message.closedTo()),
                        at,
                        at))
                .update();
        database.sql("insert into case_term (term, message_id, reference, stored_at) values ('country.CO', ?, ?, ?)")
                .params(message.id().value(), message.reference().value(), at)
                .update();
    }
}
