package org.enlace.node.casefile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens what a message said before it was corrected, to those who open what it says now, and writes that down
/// likewise.
@Component
class VersionReading {
    private final CaseReading reading;
    private final CaseVersions versions;
    private final SealedParts parts;
    private final Reach reach;
    private final AuditLog audit;
    private final WatchedReading readings;

    VersionReading(
            CaseReading reading,
            CaseVersions versions,
            SealedParts parts,
            Reach reach,
            AuditLog audit,
            WatchedReading readings) {
        this.readings = readings;
        this.reading = reading;
        this.versions = versions;
        this.parts = parts;
        this.reach = reach;
        this.audit = audit;
    }

    /// Oldest first; empty if it was never corrected.
    List<Version> of(MessageEntry message) {
        return versions.of(message.id());
    }

    /// @param number of the version; nothing is there under that of the newest
    @Transactional
    public Reading<OpenedMessage> open(MessageId id, int number, Officer reader, Set<Compartment> wanted) {
        var now = reading.look(id, reader, CaseReading.SUMMARY);
        if (now instanceof Reading.Open<OpenedMessage>(var open)) {
            return number < 1 || number >= of(open.entry()).size()
                    ? new Reading.NotThere<>()
                    : new Reading.Open<>(older(open, number, reader, wanted));
        }
        return now;
    }

    /// @param now what the reader has opened
    @Transactional
    public OpenedMessage older(OpenedMessage now, int number, Officer reader, Set<Compartment> wanted) {
        var entry = now.entry();
        var opened = EnumSet.noneOf(Compartment.class);
        var shut = new EnumMap<Compartment, Reach.Verdict>(Compartment.class);
        var all = parts.compartments(entry.id(), number);
        for (var part : all) {
            var verdict = reach.now(reader, entry, part, now.standing());
            if (verdict != Reach.Verdict.OPEN) {
                shut.put(part, verdict);
            } else if (wanted.contains(part)) {
                opened.add(part);
                var purpose = readings.purpose(reader, entry, EnumSet.of(part));
                readings.count(reader, entry, EnumSet.of(part));
                audit.write(new AuditEntry(
                        reader.pseudonym(),
                        "SHOW_" + part.name(),
                        entry.id().toString(),
                        purpose.orElseGet(
                                () -> Sight.purpose(entry.readAs(), part).name()),
                        AuditEntry.DONE));
            }
        }
        var contents = parts.open(entry, number, opened);
        var about = parts.header(entry, number);
        return new OpenedMessage(entry, about, join(entry, contents), contents, all, opened, shut, now.standing());
    }

    private static Message join(MessageEntry entry, Map<Compartment, byte[]> contents) {
        try {
            return Compartments.join(entry.gist().type(), contents);
        } catch (MalformedMessage e) {
            throw new IllegalStateException("An older version of message " + entry.id() + " does not read any more", e);
        }
    }
}
