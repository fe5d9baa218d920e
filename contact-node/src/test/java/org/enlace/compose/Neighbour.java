package org.enlace.compose;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.envelope.Verified;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.matching.Blinded;
import org.enlace.matching.Identifier;
import org.enlace.matching.IdentifierKind;
import org.enlace.matching.MatchKey;
import org.enlace.matching.Normalised.Usable;
import org.enlace.matching.Tags;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchQuery;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A contact point that asks and answers private queries as the protocol has it, played with its own keys.
final class Neighbour {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeskNode.Running node;
    private final NodeId code;
    private MatchKey key = MatchKey.generate(RANDOM);
    private @Nullable MessageId asked;
    private @Nullable Tags table;
    private List<Blinded> blinded = List.of();
    private List<Identifier> wanted = List.of();

    Neighbour(DeskNode.Running node, NodeId code) {
        this.node = node;
        this.code = code;
    }

    /// Lets the node do what it does by itself every few seconds.
    void tick() {
        node.tick();
    }

    /// What this neighbour can read of what the node sent, oldest first.
    <M extends Message> List<Verified<M>> all(Class<M> kind) {
        var type = kind.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        return node
                .bean(JdbcClient.class)
                .sql("select o.msg_id from outbox o join delivery d on d.msg_id = o.msg_id"
                        + " where o.message_type = ? and d.recipient = ? order by o.id")
                .params(type, code.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .map(id -> node.readBy(code, id.toString()).as(kind).orElseThrow())
                .toList();
    }

    <M extends Message> Verified<M> newest(Class<M> kind) {
        return all(kind).getLast();
    }

    void says(Message message, MessageId about) {
        node.arrives(code, message, About.control(message.type(), null, about, "node"));
    }

    /// Answers, with a table that holds this number.
    void answers(Verified<MatchQuery> query, String held) {
        answers(query, held, 0);
    }

    /// @param ahead by how many months it says that the key is for a later one
    void answers(Verified<MatchQuery> query, String held, int ahead) {
        var tags = Tags.filled(new TreeSet<>(List.of(tag(held))), key);
        var evaluation = key.evaluate(query.message().elements(), RANDOM);
        var result = new MatchAnswer.Result(
                YearMonth.from(node.clock().instant().atZone(ZoneOffset.UTC))
                        .plusMonths(ahead)
                        .toString(),
                evaluation.publicKey(),
                evaluation.evaluated(),
                evaluation.proof(),
                new MatchAnswer.Table(tags.digest(), true, tags.texts()),
                "DUTY");
        var left = new MatchAnswer.Quota(198, 1998, node.clock().instant().plusSeconds(3600));
        says(
                new MatchAnswer(MatchAnswer.EVALUATED, result, left),
                query.header().msgId());
    }

    String tag(String phone) {
        return key.tag(phone(phone));
    }

    void takesAnotherKey() {
        key = MatchKey.generate(RANDOM);
    }

    MatchAnswer asks(List<String> phones) {
        return asks(phones, "INVESTIGATION");
    }

    /// Asks the node, and reads its answer.
    MatchAnswer asks(List<String> phones, String purpose) {
        wanted = phones.stream().map(Neighbour::phone).toList();
        blinded = wanted.stream().map(one -> Blinded.of(one, RANDOM)).toList();
        var known = table == null ? null : table.digest();
        asked = node.arrives(
                code, new MatchQuery(blinded.stream().map(Blinded::element).toList(), known), about(purpose));
        tick();
        var answer = newest(MatchAnswer.class).message();
        var result = answer.result();
        if (result != null && !result.table().tags().isEmpty()) {
            table = Tags.read(result.table().tags()).orElseThrow();
        }
        return answer;
    }

    MessageId asked() {
        return Objects.requireNonNull(asked);
    }

    boolean finds(String phone) {
        return found(asks(List.of(phone))).getFirst();
    }

    /// Which of what it asked about it finds in the table.
    List<Boolean> found(MatchAnswer answer) {
        return tags(answer).stream().map(Objects.requireNonNull(table)::holds).toList();
    }

    String foundTag(MatchAnswer answer) {
        return tags(answer).getFirst();
    }

    private List<String> tags(MatchAnswer answer) {
        var evaluation = Objects.requireNonNull(answer.result()).evaluation();
        return Blinded.tags(wanted.subList(0, evaluation.evaluated().size()), blinded, evaluation)
                .orElseThrow();
    }

    private static Identifier phone(String number) {
        if (Identifier.of(IdentifierKind.PHONE, null, Sensitive.of(number)) instanceof Usable(var identifier)) {
            return identifier;
        }
        throw new IllegalArgumentException("No telephone");
    }

    private About about(String purpose) {
        return new About(
                MessageType.MATCH_QUERY,
                About.SCHEMA_VERSION,
                Map.of(),
                new CaseReference(code + "-2026-7K4M2Q"),
                null,
                null,
                null,
                null,
                Urgency.ROUTINE,
                null,
                Handling.UNMARKED,
                List.of("PALERMO_PROTOCOL"),
                List.of(purpose),
                null,
                "INVESTIGATOR",
                "officer-7K4M2Q",
                null,
                List.of(),
                ChildInvolved.NO,
                null,
                null,
                null,
                "MATCH_QUERY");
    }
}
