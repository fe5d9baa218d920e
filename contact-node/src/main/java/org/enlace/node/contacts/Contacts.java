package org.enlace.node.contacts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.directory.Member;
import org.enlace.message.NodeId;
import org.enlace.node.contacts.Contact.Relation;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.NetworkStatus;
import org.enlace.node.exchange.PartnerStatus;
import org.springframework.stereotype.Component;

/// The members of the network as this node stands with them, in the order of the directory.
@Component
public class Contacts {
    private final CurrentDirectory directory;
    private final NetworkStatus network;

    Contacts(CurrentDirectory directory, NetworkStatus network) {
        this.directory = directory;
        this.network = network;
    }

    /// Those that this node exchanges messages with, whatever their status.
    public List<Contact> partners() {
        return everyone().stream()
                .filter(contact -> contact.relation() == Relation.PARTNER)
                .toList();
    }

    /// All members, this one among them.
    public List<Contact> everyone() {
        Map<NodeId, PartnerStatus> standings =
                network.partners().stream().collect(Collectors.toMap(PartnerStatus::partner, Function.identity()));
        return directory.current().members().stream()
                .map(member -> contact(member, standings))
                .toList();
    }

    public Optional<Contact> find(String code) {
        return everyone().stream()
                .filter(contact -> contact.code().value().equals(code))
                .findFirst();
    }

    private Contact contact(Member member, Map<NodeId, PartnerStatus> standings) {
        if (standings.containsKey(member.code())) {
            return new Contact(member, Relation.PARTNER, Objects.requireNonNull(standings.get(member.code())));
        }
        var self = member.code().equals(directory.self().code());
        return new Contact(
                member,
                self ? Relation.SELF : Relation.NO_PARTNER,
                new PartnerStatus(member.code(), member.status(), null, null, null, 0, 0, 0));
    }
}
