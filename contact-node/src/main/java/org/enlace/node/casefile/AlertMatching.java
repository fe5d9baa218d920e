package org.enlace.node.casefile;

import java.util.EnumSet;
import java.util.List;
import org.enlace.matching.Identifier;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.Matchable;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What of our own alerts a partner may find by a private query. Nobody reads it: it goes into a function whose result
/// tells nothing to who does not know the identifier already.
@Component
public class AlertMatching {
    private final CaseMessages messages;
    private final SealedParts parts;
    private final CurrentDirectory directory;

    AlertMatching(CaseMessages messages, SealedParts parts, CurrentDirectory directory) {
        this.messages = messages;
        this.parts = parts;
        this.directory = directory;
    }

    /// The identifiers of one message of ours; none if it may not be matched, or not with that partner.
    @Transactional(readOnly = true)
    public List<Identifier> identifiers(MessageId id, NodeId partner) {
        return messages.find(id)
                .filter(message -> message.side() == Side.SENT && !message.sealed())
                .filter(message -> Matchable.allowed(parts.header(message).handling()))
                .filter(message -> !keptFrom(message.reference(), partner))
                .map(this::identifiers)
                .orElse(List.of());
    }

    private List<Identifier> identifiers(MessageEntry message) {
        return parts.read(message, EnumSet.of(Compartment.ALERT, Compartment.POLICE)) instanceof CaseAlert alert
                ? Matchable.identifiers(alert)
                : List.of();
    }

    /// Whether some message of a case is kept from that member: then nothing of the case is asked there or found by it.
    @Transactional(readOnly = true)
    public boolean keptFrom(CaseReference reference, NodeId member) {
        return messages.of(reference).stream()
                .filter(message -> !message.sealed())
                .anyMatch(message -> keptFrom(message, member));
    }

    private boolean keptFrom(MessageEntry entry, NodeId member) {
        var said = parts.read(entry, EnumSet.of(Compartment.ALERT, Compartment.PROTECTION));
        return Matchable.keptFrom(parts.header(entry), said, member, directory.current());
    }
}
