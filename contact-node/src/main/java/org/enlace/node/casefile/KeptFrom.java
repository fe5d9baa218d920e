package org.enlace.node.casefile;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.enlace.handling.Caveat;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.MalformedMessage;
import org.enlace.message.NodeId;
import org.enlace.message.Origins;
import org.enlace.message.StrictJson;
import org.enlace.message.VictimMessage;
import org.enlace.node.keys.CaseKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// From which states persons are kept whose messages nobody opens any more. A recall ends what was said of a person,
/// not what the person fears. Nothing else of the message stays, and this under the key of the case.
@Repository
class KeptFrom {
    private final JdbcClient database;
    private final CaseKeys keys;
    private final CaseMessages messages;
    private final SealedParts parts;

    KeptFrom(JdbcClient database, CaseKeys keys, CaseMessages messages, SealedParts parts) {
        this.database = database;
        this.keys = keys;
        this.messages = messages;
        this.parts = parts;
    }

    /// All that holds in a case: what its open messages say, and what those said that are sealed.
    Stream<One> in(CaseReference reference) {
        return Stream.concat(
                messages.of(reference).stream().flatMap(message -> said(message).stream()), sealed(reference).stream());
    }

    /// Before nobody opens it any more.
    void keep(MessageEntry message) {
        said(message).ifPresent(one -> keep(message, one));
    }

    private Optional<One> said(MessageEntry message) {
        if (message.sealed() || !message.gist().type().isForCare()) {
            return Optional.empty();
        }
        var header = parts.header(message);
        return header.handling().has(Caveat.NO_CONSULAR_CONTACT)
                ? parts.aboutPerson(message).flatMap(victim -> said(header, victim))
                : Optional.empty();
    }

    private static Optional<One> said(About header, VictimMessage victim) {
        var states =
                List.copyOf(new TreeSet<>(Origins.of(header, victim, List.of()).countries()));
        return Optional.ofNullable(victim.protection())
                .map(part -> new One(part.person().personRef(), states));
    }

    private void keep(MessageEntry message, One one) {
        var cell = StrictJson.write(one);
        database.sql("delete from case_kept_from where message_id = ?")
                .param(message.id().value())
                .update();
        database.sql("insert into case_kept_from (message_id, case_ref, sealed) values (?, ?, ?)")
                .params(
                        message.id().value(),
                        message.reference().value(),
                        keys.seal(message.reference(), place(message.reference()), cell))
                .update();
    }

    private List<One> sealed(CaseReference reference) {
        return database.sql("select sealed from case_kept_from where case_ref = ?")
                .param(reference.value())
                .query((row, _) -> open(reference, row.getBytes("sealed")))
                .list();
    }

    private One open(CaseReference reference, byte[] cell) {
        try {
            return StrictJson.read(One.class, keys.open(reference, place(reference), cell));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(
                    "From whom persons of case " + reference + " are kept was not written by this node", e);
        }
    }

    private static String place(CaseReference reference) {
        return "case_kept_from|sealed|" + reference;
    }

    /// @param person by the random name that the person has in the case
    /// @param states ISO 3166-1 alpha-2
    record One(String person, List<String> states) {
        boolean from(NodeId state) {
            return states.contains(state.value());
        }

        @Override
        public String toString() {
            return "KeptFrom.One[withheld]";
        }
    }
}
