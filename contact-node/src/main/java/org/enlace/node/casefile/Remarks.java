package org.enlace.node.casefile;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.envelope.Header;
import org.enlace.envelope.Verified;
import org.enlace.handling.Handling;
import org.enlace.message.Compartment;
import org.enlace.message.Corroboration;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Proposal;
import org.enlace.message.Proposal.AskPart;
import org.enlace.message.ProposalDecision;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What holders of a message say about it: that they met with what it tells of, and what it should say. Each speaks of
/// one version, stands in the case of the message, is read by its readers, and goes when it is taken back.
@Component
public class Remarks {
    private static final String REMARKS = """
            select m.*, r.given_id as version_id from message_remark r join case_message m on m.id = r.remark_id
            where r.message_id = ? order by m.stored_at, m.id""";

    private final JdbcClient database;
    private final CaseMessages messages;
    private final CaseVersions versions;
    private final CaseEvents events;
    private final SealedParts parts;
    private final Surroundings around;

    Remarks(
            JdbcClient database,
            CaseMessages messages,
            CaseVersions versions,
            CaseEvents events,
            SealedParts parts,
            Surroundings around) {
        this.database = database;
        this.messages = messages;
        this.versions = versions;
        this.events = events;
        this.parts = parts;
        this.around = around;
    }

    /// What was said about a message, oldest first.
    @Transactional(readOnly = true)
    public List<Remark> of(MessageEntry message) {
        return database.sql(REMARKS)
                .param(message.id().value())
                .query((row, _) ->
                        new Remark(CaseMessages.entry(row), new MessageId(row.getObject("version_id", UUID.class))))
                .list();
    }

    /// The message of which this one speaks.
    @Transactional(readOnly = true)
    public Optional<MessageEntry> about(MessageEntry remark) {
        return database.sql("select message_id from message_remark where remark_id = ?")
                .param(remark.id().value())
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(messages::find);
    }

    /// What a message proposes, as far as it stands in the open; empty if it proposes nothing.
    @Transactional(readOnly = true)
    public Optional<AskPart> proposed(MessageEntry message) {
        if (message.sealed() || message.gist().type() != MessageType.PROPOSAL) {
            return Optional.empty();
        }
        return SealedParts.joined(message, parts.open(message, EnumSet.of(Compartment.ALERT)))
                        instanceof Proposal proposal
                ? Optional.of(proposal.proposal())
                : Optional.empty();
    }

    /// What the owner of a message decided about a proposal: the first decision stands, while it is not taken back.
    @Transactional(readOnly = true)
    public Optional<MessageEntry> decision(MessageEntry proposal) {
        return database.sql("""
                        select m.* from case_event e join case_message m on m.id = e.answer_id
                        where e.message_id = ? and e.kind = 'FINAL_ANSWER' order by e.id fetch first 1 rows only""")
                .param(proposal.id().value())
                .query((row, _) -> CaseMessages.entry(row))
                .optional()
                .filter(decision -> decision.recalled() == null);
    }

    /// By which its owner knows the version of a message that stands.
    @Transactional(readOnly = true)
    public MessageId standing(MessageEntry message) {
        return versions.newest(message);
    }

    /// Whether this is how an officer names the version that stands.
    @Transactional(readOnly = true)
    public boolean isStanding(MessageEntry message, MessageId named) {
        return versions.newest(message).equals(named)
                || (versions.of(message.id()).isEmpty() && message.id().equals(named));
    }

    /// Who has a message, its owner too.
    @Transactional(readOnly = true)
    public Set<NodeId> holders(MessageEntry message) {
        var all = new HashSet<>(messages.recipients(message.id()));
        all.add(message.partner());
        return all;
    }

    /// Who this contact point is.
    public NodeId self() {
        return around.directory().self().code();
    }

    /// How a message is handled, and so what is said about it. How far to believe each is told with each.
    @Transactional(readOnly = true)
    public Handling handling(MessageEntry message) {
        return parts.header(message).handling().unevaluated();
    }

    /// The message of which an arriving sighting speaks, at its owner or at another of its holders.
    ///
    /// @throws UnknownMessage if no such message is here
    /// @throws NotAsked if its sender does not hold it, others would learn of it, or nobody says so of such a
    /// message
    MessageEntry seen(Verified<Corroboration> received) {
        var header = received.header();
        var sender = header.sender();
        var owner = received.message().sighting().owner();
        var side = owner.equals(self()) ? Side.SENT : Side.RECEIVED;
        var about = named(side, owner, header);
        if (owner.equals(sender)
                || !about.gist().type().isCorroborated()
                || !holders(about).containsAll(header.recipients())
                || !header.recipients().contains(owner)) {
            throw new NotAsked(sender);
        }
        return about;
    }

    /// The message of ours that an arriving proposal would change.
    ///
    /// @throws UnknownMessage if no such message is here
    /// @throws NotAsked if its sender does not hold it, or such a message is not changed
    MessageEntry changed(Verified<Proposal> received) {
        var header = received.header();
        var about = named(Side.SENT, self(), header);
        if (!about.gist().type().isCorrected() || !Set.of(self()).equals(Set.copyOf(header.recipients()))) {
            throw new NotAsked(header.sender());
        }
        return about;
    }

    private MessageEntry named(Side side, NodeId owner, Header header) {
        var given = header.about().inReplyTo();
        if (given == null) {
            throw new NotAsked(header.sender());
        }
        var about = versions.root(side, owner, given).orElseThrow(() -> new UnknownMessage(given));
        if (!messages.recipients(about.id()).contains(header.sender()) || about.mode() != header.mode()) {
            throw new NotAsked(header.sender());
        }
        return about;
    }

    /// A partner accepts a proposal of ours: the correction that says it has to be here, and be one of that message.
    ///
    /// @throws UnknownMessage if it is not here
    /// @throws NotAsked if it corrects something else
    void checkAccepted(ProposalDecision decision, MessageEntry proposal, NodeId owner) {
        var correction = decision.decision().correction();
        if (!decision.outcome().equals(ProposalDecision.ACCEPTED)) {
            return;
        }
        if (correction == null) {
            throw new NotAsked(owner);
        }
        var corrected =
                versions.root(Side.RECEIVED, owner, correction).orElseThrow(() -> new UnknownMessage(correction));
        var first = corrected.givenId().equals(correction);
        if (first
                || about(proposal)
                        .filter(one -> one.id().equals(corrected.id()))
                        .isEmpty()) {
            throw new NotAsked(owner);
        }
    }

    /// The message of which one of ours speaks that is being sent.
    Optional<MessageEntry> spokenOf(OutboundMessage sent) {
        return switch (sent.message()) {
            case Corroboration(var sighting) ->
                root(List.of(sighting.owner()), sent.about().inReplyTo());
            case Proposal _ -> root(sent.recipients(), sent.about().inReplyTo());
            default -> Optional.empty();
        };
    }

    private Optional<MessageEntry> root(Collection<NodeId> owners, @Nullable MessageId given) {
        return given == null
                ? Optional.empty()
                : owners.stream()
                        .flatMap(owner -> versions.root(Side.RECEIVED, owner, given).stream())
                        .findFirst();
    }

    /// Files it with the message of which it speaks, whose timeline tells of it.
    ///
    /// @param code what it says, for that line
    /// @param by our officer who sent it, null if it came
    void add(MessageEntry remark, MessageEntry about, MessageId version, String code, @Nullable String by) {
        database.sql("insert into message_remark (remark_id, message_id, given_id) values (?, ?, ?)")
                .params(remark.id().value(), about.id().value(), version.value())
                .update();
        var sighting = remark.gist().type() == MessageType.CORROBORATION;
        events.addAnswer(
                new CaseEvent(
                        about.reference(),
                        about.id(),
                        sighting ? CaseEventKind.CORROBORATED : CaseEventKind.PROPOSED,
                        by == null ? remark.partner() : null,
                        null,
                        Objects.requireNonNullElse(by, remark.authorName()),
                        code,
                        remark.sentAt(),
                        remark.storedAt(),
                        CaseEvent.Words.NONE),
                remark.id(),
                false);
        var recalled = about.recalled();
        if (recalled != null) {
            goesWith(remark, recalled);
        }
        if (recalled != null && recalled.sealedAt() != null) {
            // It came after the message was sealed: nothing of it is kept either.
            destroy(remark);
        }
    }

    /// A message was taken back, and what was said about it with it: nobody decides about it any more, and where the
    /// message is sealed, that is sealed too.
    void goWith(MessageEntry message, Recalled how) {
        for (var remark : of(message)) {
            var before = remark.entry().recalled();
            if (before == null || (before.sealedAt() == null && how.sealedAt() != null)) {
                goesWith(remark.entry(), how);
            }
        }
        if (how.sealedAt() != null) {
            about(message).ifPresent(about -> events.forgetRemark(about.id(), message.id()));
        }
    }

    private void goesWith(MessageEntry remark, Recalled how) {
        messages.recalled(remark, how);
        around.events().publishEvent(Settled.gone(remark.with(how)));
        if (how.sealedAt() != null) {
            about(remark).ifPresent(about -> events.forgetRemark(about.id(), remark.id()));
        }
    }

    /// Destroys what was said about a message that is destroyed.
    void destroyWith(MessageEntry message) {
        of(message).forEach(remark -> destroy(remark.entry()));
    }

    private void destroy(MessageEntry remark) {
        parts.destroy(remark.id());
        around.events().publishEvent(new MessageDestroyed(remark.id()));
    }
}
