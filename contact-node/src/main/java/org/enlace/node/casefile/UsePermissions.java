package org.enlace.node.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.node.NodeSettings;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was asked about the use of a message beyond its handling, and what its provider decided: the first decision
/// stands, and only the provider's.
@Component
public class UsePermissions {
    private final JdbcClient database;
    private final CaseMessages messages;
    private final SealedParts parts;
    private final Consents consents;
    private final Surroundings around;
    private final NodeSettings settings;

    UsePermissions(
            JdbcClient database,
            CaseMessages messages,
            SealedParts parts,
            Consents consents,
            Surroundings around,
            NodeSettings settings) {
        this.database = database;
        this.messages = messages;
        this.parts = parts;
        this.consents = consents;
        this.around = around;
        this.settings = settings;
    }

    /// Whether its provider lets all of this message go to exactly that unit today, whatever its handling says.
    @Transactional(readOnly = true)
    public boolean letPass(MessageEntry message, String unit) {
        var today = LocalDate.ofInstant(around.clock().instant(), settings.zone());
        return message.side() == Side.RECEIVED
                && !takenBack(message, UsePermissionRequest.PASS_ON)
                && of(message).stream().anyMatch(permission -> permission.letsPass(unit, today));
    }

    /// The last question whether all of this message may go to exactly that unit; empty if nobody has asked.
    @Transactional(readOnly = true)
    public Optional<UsePermission> lastAsked(MessageEntry message, String unit) {
        return of(message).stream()
                .filter(permission -> permission.asksFor(unit))
                .reduce((_, later) -> later);
    }

    /// Whether its provider lets all of this message be used in court today, whatever its handling says.
    @Transactional(readOnly = true)
    public boolean letUseInCourt(MessageEntry message) {
        var today = LocalDate.ofInstant(around.clock().instant(), settings.zone());
        return !takenBack(message, UsePermissionRequest.COURT)
                && of(message).stream().anyMatch(permission -> permission.letsUseInCourt(today));
    }

    /// What of a message may be used in court today; empty also where the person does not agree to that any more.
    @Transactional(readOnly = true)
    public List<UsePermission.Granted> inCourt(MessageEntry message) {
        var today = LocalDate.ofInstant(around.clock().instant(), settings.zone());
        return takenBack(message, UsePermissionRequest.COURT)
                ? List.of()
                : of(message).stream()
                        .flatMap(permission -> permission.inCourt(today).stream())
                        .toList();
    }

    /// Whether the person whom a message is about no longer agrees to such a use, whatever its provider says.
    ///
    /// @param use code of list `permission-use`
    @Transactional(readOnly = true)
    public boolean takenBack(MessageEntry message, String use) {
        return message.gist().type().isForCare()
                && !Collections.disjoint(consents.withdrawn(message), Purposes.of(use));
    }

    /// What was asked about the use of a message, and what was decided.
    List<MessageEntry> around(MessageEntry message) {
        return rows(message.id()).stream()
                .flatMap(row -> Stream.of(Optional.of(row.request()), Optional.ofNullable(row.decision())))
                .flatMap(Optional::stream)
                .flatMap(id -> messages.find(id).stream())
                .toList();
    }

    /// The message whose use is asked for.
    @Transactional(readOnly = true)
    public Optional<MessageEntry> about(MessageEntry request) {
        return database.sql("select message_id from use_permission where request_id = ?")
                .param(request.id().value())
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(messages::find);
    }

    /// What was asked about a message, oldest first. What was taken back is not there.
    @Transactional(readOnly = true)
    public List<UsePermission> of(MessageEntry message) {
        var found = new ArrayList<UsePermission>();
        for (var row : rows(message.id())) {
            var request = messages.find(row.request()).filter(entry -> entry.recalled() == null);
            request.flatMap(this::asked)
                    .ifPresent(asked -> found.add(new UsePermission(request.orElseThrow(), asked, decided(row))));
        }
        return found;
    }

    /// What a message asks, if it asks for the use of another.
    @Transactional(readOnly = true)
    public Optional<AskPart> asked(MessageEntry request) {
        return !request.sealed() && content(request) instanceof UsePermissionRequest(var asked)
                ? Optional.of(asked)
                : Optional.empty();
    }

    private UsePermissionDecision.@Nullable DecisionPart decided(Row row) {
        var id = row.decision();
        return id == null
                ? null
                : messages.find(id)
                        .filter(entry -> entry.recalled() == null)
                        .map(this::content)
                        .map(content -> content instanceof UsePermissionDecision(var decided) ? decided : null)
                        .orElse(null);
    }

    private Message content(MessageEntry entry) {
        return SealedParts.joined(entry, parts.open(entry, EnumSet.of(Compartment.ALERT)));
    }

    /// The message of ours whose use a partner asks for.
    ///
    /// @throws UnknownMessage if no such message is here
    /// @throws NotAsked if it never went to that partner
    MessageEntry provided(@Nullable MessageId message, NodeId holder) {
        if (message == null) {
            throw new NotAsked(holder);
        }
        var found = messages.find(message).orElseThrow(() -> new UnknownMessage(message));
        if (found.side() != Side.SENT || !messages.recipients(message).contains(holder)) {
            throw new NotAsked(holder);
        }
        return found;
    }

    /// The partner's message that one of ours speaks of.
    Optional<MessageEntry> received(Iterable<NodeId> partners, @Nullable MessageId given) {
        if (given != null) {
            for (var partner : partners) {
                var found = messages.received(partner, given);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    void asked(MessageEntry request, MessageEntry about) {
        database.sql("insert into use_permission (request_id, message_id) values (?, ?)")
                .params(request.id().value(), about.id().value())
                .update();
    }

    /// With the decision that stands: the first final answer that was not taken back.
    private List<Row> rows(MessageId message) {
        return database.sql("""
                        select p.request_id, (select e.answer_id from case_event e where e.message_id = p.request_id
                            and e.kind = 'FINAL_ANSWER' order by e.id fetch first 1 rows only) as decision_id
                        from use_permission p where p.message_id = ? order by p.request_id""")
                .param(message.value())
                .query((row, _) -> {
                    var decision = row.getObject("decision_id", UUID.class);
                    return new Row(
                            new MessageId(row.getObject("request_id", UUID.class)),
                            decision == null ? null : new MessageId(decision));
                })
                .list();
    }

    private record Row(MessageId request, @Nullable MessageId decision) {}
}
