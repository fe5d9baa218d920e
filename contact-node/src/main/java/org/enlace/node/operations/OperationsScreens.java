package org.enlace.node.operations;

import java.time.Instant;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.SigningPair;
import org.enlace.node.Durability;
import org.enlace.node.contacts.Contact;
import org.enlace.node.contacts.Contacts;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.NetworkStatus;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what the page of operations shows.
@Component
class OperationsScreens {
    private static final int ALARMS_SHOWN = 50;

    private final NetworkStatus network;
    private final Contacts contacts;
    private final Alarms alarms;
    private final AlarmLines lines;
    private final CurrentDirectory directory;
    private final Durability durability;
    private final Disk disk;

    OperationsScreens(
            NetworkStatus network,
            Contacts contacts,
            Alarms alarms,
            AlarmLines lines,
            CurrentDirectory directory,
            Durability durability,
            Disk disk) {
        this.network = network;
        this.contacts = contacts;
        this.alarms = alarms;
        this.lines = lines;
        this.directory = directory;
        this.durability = durability;
        this.disk = disk;
    }

    @Transactional(readOnly = true)
    public OperationsScreen of(PageContext page) {
        return new OperationsScreen(
                network(),
                standing(page.now()),
                alarms.count(),
                alarms.open(ALARMS_SHOWN).stream()
                        .map(alarm -> lines.of(alarm, page))
                        .toList(),
                contacts.partners().stream()
                        .map(contact -> partner(contact, page))
                        .toList(),
                network.quarantined());
    }

    OperationsScreen.Network network() {
        return new OperationsScreen.Network(
                network.brokerContactSince(), network.brokerLostSince(), network.unsent(), network.oldestUnsent());
    }

    OperationsScreen.Standing standing(Instant now) {
        var current = directory.current();
        var self = directory.self();
        return new OperationsScreen.Standing(
                current.version(),
                current.expiresAt(),
                directory.sendingAllowed(),
                self.signingPair(now).map(SigningPair::notAfter).orElse(null),
                self.encryptionPair(now).map(EncryptionPair::encryptUntil).orElse(null),
                durability.survivesPowerLoss(),
                disk.freePercent());
    }

    private static PartnerLine partner(Contact contact, PageContext page) {
        var standing = contact.standing();
        return new PartnerLine(
                contact.code().value(),
                page.country(contact.code()),
                standing.status(),
                standing.lastHeard(),
                contact.silentSince(page.now()).orElse(null),
                standing.unanswered(),
                standing.held(),
                standing.quarantined());
    }
}
