package org.enlace.node.casefile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.VictimMessage;
import org.enlace.node.keys.CaseKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What rests encrypted: the header and each compartment of a message, and what people wrote about it, under a
/// key of the message; what became of it, and what belongs to no message, under the key of its case.
@Repository
class SealedParts {
    private static final String HEADER = "HEADER";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final CaseKeys keys;

    SealedParts(JdbcClient database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    void add(CaseReference reference, MessageId message, About about, Map<Compartment, byte[]> compartments) {
        add(reference, message, HEADER, JSON.writeValueAsBytes(about));
        compartments.forEach((compartment, bytes) -> add(reference, message, compartment.name(), bytes));
    }

    private void add(CaseReference reference, MessageId message, String part, byte[] bytes) {
        database.sql("insert into case_part (message_id, compartment, bytes, own_key) values (?, ?, ?, true)")
                .params(message.value(), part, keys.seal(reference, message, place(message, part), bytes))
                .update();
    }

    About header(MessageEntry message) {
        return JSON.readValue(open(message, HEADER), About.class);
    }

    /// Which compartments the message has, without opening one.
    Set<Compartment> compartments(MessageId message) {
        return database
                .sql("select compartment from case_part where message_id = ? and compartment <> ?")
                .params(message.value(), HEADER)
                .query((row, _) -> Compartment.valueOf(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Compartment.class)));
    }

    /// Opens these compartments. Whoever asks has decided before who may know, or shows it to nobody.
    Map<Compartment, byte[]> open(MessageEntry message, Set<Compartment> wanted) {
        var opened = new EnumMap<Compartment, byte[]>(Compartment.class);
        for (var compartment : wanted) {
            opened.put(compartment, open(message, compartment.name()));
        }
        return opened;
    }

    /// The message, as far as those of these compartments tell that it has.
    Message read(MessageEntry message, Set<Compartment> wanted) {
        var there = EnumSet.copyOf(wanted);
        there.retainAll(compartments(message.id()));
        return joined(message, open(message, there));
    }

    /// What a message about one person in care says of the person, for a decision of this node; it is shown to nobody.
    /// Empty for every other message, and while nobody opens it.
    Optional<VictimMessage> aboutPerson(MessageEntry message) {
        if (message.sealed() || !message.gist().type().isForCare()) {
            return Optional.empty();
        }
        // A member may have left the second out.
        return read(message, EnumSet.of(Compartment.ALERT, Compartment.PROTECTION)) instanceof VictimMessage victim
                ? Optional.of(victim)
                : Optional.empty();
    }

    /// @param contents at least what everybody who has the message may know
    static Message joined(MessageEntry message, Map<Compartment, byte[]> contents) {
        try {
            return Compartments.join(message.gist().type(), contents);
        } catch (MalformedMessage e) {
            throw new IllegalStateException(
                    "Message " + message.id()
                            + " was taken in but does not read any more; restore it from its evidence",
                    e);
        }
    }

    private byte[] open(MessageEntry message, String part) {
        if (message.sealed()) {
            throw new IllegalStateException("Message " + message.id() + " was recalled; nobody opens it");
        }
        var place = place(message.id(), part);
        return database.sql("select bytes, own_key from case_part where message_id = ? and compartment = ?")
                .params(message.id().value(), part)
                .query((row, _) -> row.getBoolean("own_key")
                        ? keys.open(message.id(), place, row.getBytes("bytes"))
                        : keys.open(message.reference(), place, row.getBytes("bytes")))
                .single();
    }

    /// From here on the parts are those of an older version, and others take their place.
    void supersede(MessageEntry message, int version) {
        var all = database.sql("select compartment from case_part where message_id = ?")
                .param(message.id().value())
                .query((row, _) -> row.getString("compartment"))
                .list();
        for (var part : all) {
            var place = place(message.id(), version, part);
            database.sql("insert into case_version_part (message_id, version, compartment, bytes) values (?, ?, ?, ?)")
                    .params(
                            message.id().value(),
                            version,
                            part,
                            keys.seal(message.reference(), message.id(), place, open(message, part)))
                    .update();
        }
        database.sql("delete from case_part where message_id = ?")
                .param(message.id().value())
                .update();
    }

    /// Which compartments an older version has.
    Set<Compartment> compartments(MessageId message, int version) {
        return database
                .sql("""
                        select compartment from case_version_part
                        where message_id = ? and version = ? and compartment <> ?""")
                .params(message.value(), version, HEADER)
                .query((row, _) -> Compartment.valueOf(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Compartment.class)));
    }

    About header(MessageEntry message, int version) {
        return JSON.readValue(open(message, version, HEADER), About.class);
    }

    /// Opens these compartments of an older version. Only [VersionReading] asks, after it decided and wrote down who
    /// may.
    Map<Compartment, byte[]> open(MessageEntry message, int version, Set<Compartment> wanted) {
        var opened = new EnumMap<Compartment, byte[]>(Compartment.class);
        for (var compartment : wanted) {
            opened.put(compartment, open(message, version, compartment.name()));
        }
        return opened;
    }

    private byte[] open(MessageEntry message, int version, String part) {
        if (message.sealed()) {
            throw new IllegalStateException("Message " + message.id() + " was recalled; nobody opens it");
        }
        return database.sql("""
                        select bytes from case_version_part
                        where message_id = ? and version = ? and compartment = ?""")
                .params(message.id().value(), version, part)
                .query((row, _) -> keys.open(message.id(), place(message.id(), version, part), row.getBytes("bytes")))
                .single();
    }

    /// The codes of a message that may rest outside of its parts.
    Gist gist(MessageEntry message) {
        return Gists.of(header(message), joined(message, open(message, compartments(message.id()))));
    }

    /// Destroys the key of a message, and what rested under it: its parts, what people wrote about it and what they
    /// found. There is no way back.
    void destroy(MessageId message) {
        keys.destroy(message);
        for (var gone : List.of(
                "delete from case_part where message_id = ?",
                "delete from case_version_part where message_id = ?",
                "delete from return_assessment where message_id = ?",
                "update case_event set sealed = null where message_id = ?"
                        + " and kind not in ('CONSENT_TAKEN_BACK', 'RECALLED', 'RECALL_ANSWERED', 'FORWARDED')")) {
            database.sql(gone).param(message.value()).update();
        }
    }

    /// Whether what is written with this event goes with its message.
    static boolean hasOwnKey(CaseEvent event) {
        return event.message() != null && !event.kind().outlivesMessage();
    }

    byte[] seal(CaseEvent event) {
        var message = event.message();
        var words = JSON.writeValueAsBytes(event.words());
        return message != null && hasOwnKey(event)
                ? keys.seal(event.reference(), message, place(event), words)
                : keys.seal(event.reference(), place(event), words);
    }

    /// @param event without its words
    /// @param ownKey whether they rest under the key of the message
    CaseEvent.Words words(CaseEvent event, byte[] sealed, boolean ownKey) {
        var message = event.message();
        var words = message != null && ownKey
                ? keys.open(message, place(event), sealed)
                : keys.open(event.reference(), place(event), sealed);
        return JSON.readValue(words, CaseEvent.Words.class);
    }

    private static String place(CaseEvent event) {
        return "case_event|sealed|" + event.reference() + "|" + event.kind() + "|" + event.happenedAt();
    }

    private static String place(MessageId message, int version, String part) {
        return "case_version_part|bytes|" + message + "|" + version + "|" + part;
    }

    private static String place(MessageId message, String part) {
        return "case_part|bytes|" + message + "|" + part;
    }
}
