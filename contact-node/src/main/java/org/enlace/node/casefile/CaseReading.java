package org.enlace.node.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.enlace.handling.Handling;
import org.enlace.message.About;
import org.enlace.message.BreachCode;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.ReferralRules;
import org.enlace.message.VictimReferral;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.Backlog;
import org.enlace.person.ConsentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens what an officer may read. Every part that is shown is one line in the audit log, committed before anything is
/// handed out: if the line cannot be written, nothing is shown.
@Component
public class CaseReading {
    /// What a summary needs; persons are opened by a second, deliberate step.
    public static final Set<Compartment> SUMMARY = EnumSet.of(Compartment.ALERT);
    /// Everything about persons as well.
    public static final Set<Compartment> PERSONS =
            EnumSet.of(Compartment.ALERT, Compartment.PROTECTION, Compartment.POLICE, Compartment.IDENTITY);

    private static final int EVENTS_MAX = 200;
    private static final int HISTORY_MAX = 10_000;

    private final CaseMessages messages;
    private final CaseEvents events;
    private final SealedParts parts;
    private final Lives lives;
    private final Reach reach;
    private final Standings standings;
    private final Conditions conditions;
    private final Backlog backlog;
    private final Consents consents;
    private final KeptFrom keptFrom;
    private final AuditLog audit;
    private final WatchedReading readings;

    CaseReading(
            CaseMessages messages,
            CaseEvents events,
            SealedParts parts,
            Lives lives,
            Reach reach,
            Standings standings,
            Conditions conditions,
            Backlog backlog,
            Consents consents,
            KeptFrom keptFrom,
            AuditLog audit,
            WatchedReading readings) {
        this.readings = readings;
        this.messages = messages;
        this.events = events;
        this.parts = parts;
        this.lives = lives;
        this.reach = reach;
        this.standings = standings;
        this.conditions = conditions;
        this.backlog = backlog;
        this.consents = consents;
        this.keptFrom = keptFrom;
        this.audit = audit;
    }

    /// @param chosen the message to open, null for the newest
    /// @param wanted parts to open as far as the officer may
    @Transactional
    Reading<CaseContents> open(
            CaseReference reference, @Nullable MessageId chosen, Officer reader, Set<Compartment> wanted) {
        return in(reference, chosen, reader, (entry, seen) -> {
            if (entry.sealed()) {
                return new Reading.Sealed<>(entry);
            }
            if (behind(entry)) {
                return new Reading.Behind<>(entry);
            }
            var condition = conditions.unread(entry, reader);
            if (condition.isPresent()) {
                return new Reading.ConditionFirst<>(entry, condition.get());
            }
            var how = standings.of(ids(seen));
            var opened = open(entry, reader, wanted, how.get(entry.id()), true);
            return new Reading.Open<>(new CaseContents(
                    opened,
                    seen,
                    how,
                    lives.of(seen),
                    messages.recipients(entry.id()),
                    visible(events.of(reference, EVENTS_MAX), seen)));
        });
    }

    /// How far a message has come, and what people did with it, without opening any part.
    @Transactional
    Reading<CaseProgress> progress(CaseReference reference, @Nullable MessageId chosen, Officer reader) {
        return in(
                reference,
                chosen,
                reader,
                (entry, seen) -> new Reading.Open<>(new CaseProgress(
                        entry,
                        standings.of(List.of(entry.id())).get(entry.id()),
                        lives.of(entry),
                        messages.recipients(entry.id()),
                        visible(events.of(reference, EVENTS_MAX), seen))));
    }

    /// The case of a message that nobody opens: what else there is, and what happened.
    @Transactional
    Optional<SealedCase> around(MessageEntry sealed, Officer reader) {
        var sight = reach.sight(reader);
        var seen = messages.of(sealed.reference()).stream().filter(sight::sees).toList();
        if (!sight.sees(sealed)) {
            return Optional.empty();
        }
        var how = standings.of(ids(seen));
        return Optional.of(new SealedCase(
                sealed,
                seen,
                how,
                lives.of(seen),
                messages.recipients(sealed.id()),
                visible(events.of(sealed.reference(), EVENTS_MAX), seen)));
    }

    private <T> Reading<T> in(
            CaseReference reference,
            @Nullable MessageId chosen,
            Officer reader,
            BiFunction<MessageEntry, List<MessageEntry>, Reading<T>> read) {
        var all = messages.of(reference);
        var seen = all.stream().filter(message -> reach.reads(reader, message)).toList();
        var entry = seen.stream()
                .filter(message -> chosen == null || message.id().equals(chosen))
                .reduce((_, later) -> later);
        if (entry.isEmpty()) {
            if (!all.isEmpty()) {
                refused(reader, reference.value());
            }
            return new Reading.NotThere<>();
        }
        return read.apply(entry.get(), seen);
    }

    /// All there is of a case for this officer, without opening any part; empty if there is nothing.
    @Transactional
    public Optional<CaseHistory> history(CaseReference reference, Officer reader) {
        var all = messages.of(reference);
        var seen = all.stream().filter(reach.sight(reader)::sees).toList();
        if (seen.isEmpty()) {
            if (!all.isEmpty()) {
                refused(reader, reference.value());
            }
            return Optional.empty();
        }
        return Optional.of(new CaseHistory(
                seen, visible(events.of(reference, HISTORY_MAX), seen).reversed()));
    }

    /// One message by itself, for what is done with it: nothing that is open through a broken glass alone.
    @Transactional
    public Reading<OpenedMessage> open(MessageId id, Officer reader, Set<Compartment> wanted) {
        var entry = messages.find(id);
        if (entry.isPresent() && !reach.sight(reader).sees(entry.get())) {
            refused(reader, id.toString());
            return new Reading.NotThere<>();
        }
        return open(entry, reader, wanted, false);
    }

    /// One message by itself, to be read here and now: through a broken glass too.
    @Transactional
    Reading<OpenedMessage> look(MessageId id, Officer reader, Set<Compartment> wanted) {
        return open(seen(id, reader), reader, wanted, true);
    }

    private Reading<OpenedMessage> open(
            Optional<MessageEntry> entry, Officer reader, Set<Compartment> wanted, boolean glass) {
        if (entry.isEmpty()) {
            return new Reading.NotThere<>();
        }
        if (entry.get().sealed()) {
            return new Reading.Sealed<>(entry.get());
        }
        if (behind(entry.get())) {
            return new Reading.Behind<>(entry.get());
        }
        var condition = conditions.unread(entry.get(), reader);
        return condition.isPresent()
                ? new Reading.ConditionFirst<>(entry.get(), condition.get())
                : new Reading.Open<>(open(
                        entry.get(),
                        reader,
                        wanted,
                        standings.of(List.of(entry.get().id())).get(entry.get().id()),
                        glass));
    }

    /// Whether an officer opens the files of a message. Whoever hands one out, or says what it is called, writes that
    /// down first with [#filesShown].
    @Transactional
    public Reading<FileAccess> files(MessageId id, Officer reader) {
        var entry = seen(id, reader);
        if (entry.isEmpty()) {
            return new Reading.NotThere<>();
        }
        var message = entry.get();
        if (message.sealed()) {
            return new Reading.Sealed<>(message);
        }
        if (behind(message)) {
            return new Reading.Behind<>(message);
        }
        var condition = conditions.unread(message, reader);
        if (condition.isPresent()) {
            return new Reading.ConditionFirst<>(message, condition.get());
        }
        var standing = standings.of(List.of(id)).get(id);
        return new Reading.Open<>(new FileAccess(
                message,
                parts.header(message).handling(),
                reach.of(reader, message, Compartment.ATTACHMENTS, standing)));
    }

    /// Writes down that an officer is shown the names of the files of a message, or one of them.
    ///
    /// @param act `SHOW_ATTACHMENTS` or `OPEN_FILE`
    @Transactional
    public void filesShown(FileAccess access, String act, Officer reader) {
        if (access.verdict() != Reach.Verdict.OPEN) {
            throw new IllegalStateException(
                    "Nobody opens what is closed: message " + access.message().id());
        }
        var files = EnumSet.of(Compartment.ATTACHMENTS);
        var purpose = readings.purpose(reader, access.message(), files);
        readings.count(reader, access.message(), files);
        audit.write(new AuditEntry(
                reader.pseudonym(),
                act,
                access.message().id().toString(),
                purpose.orElseGet(() -> why(access.message(), Compartment.ATTACHMENTS)),
                AuditEntry.DONE));
    }

    /// Writes down that an officer is told of which kind and how long the files of a message are, and not what they are
    /// called.
    ///
    /// @return false if they are closed to that officer
    @Transactional
    public boolean filesTold(OpenedMessage open, Officer reader) {
        var message = open.entry();
        var told = reach.of(reader, message, Compartment.ATTACHMENTS, open.standing()) == Reach.Verdict.OPEN;
        if (told) {
            readings.count(reader, message, EnumSet.of(Compartment.ATTACHMENTS));
            audit.write(new AuditEntry(
                    reader.pseudonym(),
                    "SHOW_ATTACHMENTS",
                    message.id().toString(),
                    why(message, Compartment.ATTACHMENTS),
                    AuditEntry.DONE));
        }
        return told;
    }

    /// Writes down that an officer was not shown a file.
    @Transactional
    public void filesRefused(FileAccess access, Officer reader) {
        refused(reader, access.message().id().toString());
    }

    /// The condition of a message, read or not; empty if it has none, or is not there for this officer.
    @Transactional
    Optional<Condition> condition(MessageId id, Officer reader) {
        return seen(id, reader)
                .filter(message -> !message.sealed() && !behind(message))
                .flatMap(conditions::of);
    }

    /// Remembers that the officer has read the condition of a message.
    ///
    /// @return the message; empty if it is not there for this officer or has no condition
    @Transactional
    Optional<MessageEntry> readCondition(MessageId id, Officer reader) {
        var entry = seen(id, reader)
                .filter(message -> !message.sealed() && !behind(message))
                .filter(message -> conditions.of(message).isPresent());
        entry.ifPresent(message -> conditions.read(message, reader));
        return entry;
    }

    /// Whether its sender may have taken it back without this node knowing it yet.
    private boolean behind(MessageEntry message) {
        return message.side() == Side.RECEIVED && backlog.pending(message.partner());
    }

    private Optional<MessageEntry> seen(MessageId id, Officer reader) {
        var entry = messages.find(id);
        if (entry.isPresent() && !reach.reads(reader, entry.get())) {
            refused(reader, id.toString());
            return Optional.empty();
        }
        return entry;
    }

    /// Whether an officer may add to this case: one of which this node holds nothing yet and that it may begin, or one
    /// in which the officer sees something.
    ///
    /// @param self who may begin cases of that name
    @Transactional(readOnly = true)
    public boolean mayContinue(CaseReference reference, NodeId self, Officer officer) {
        var all = messages.of(reference);
        var sight = reach.sight(officer);
        return all.isEmpty() ? reference.opener().equals(self) : all.stream().anyMatch(sight::sees);
    }

    /// A message that an officer may reply to: one that is here and not taken back, and that the officer may see.
    @Transactional(readOnly = true)
    public Optional<MessageEntry> answerable(MessageId message, Officer officer) {
        return messages.find(message).filter(found -> found.recalled() == null).filter(reach.sight(officer)::sees);
    }

    /// What became of a message at each recipient that we know of.
    @Transactional(readOnly = true)
    SortedMap<NodeId, Life> lives(MessageEntry message) {
        return lives.of(message);
    }

    /// What the recipients did with a message of ours, oldest first.
    @Transactional(readOnly = true)
    List<CaseEvent> partnersDid(MessageEntry message) {
        return events.ofPartners(message.id());
    }

    /// What people of both sides did with a message, oldest first, notes apart.
    @Transactional(readOnly = true)
    public List<CaseEvent> moves(MessageEntry message) {
        return events.moves(List.of(message.id()));
    }

    /// The messages of its case that are about the same person as this one, as far as the officer may see them, oldest
    /// first; empty if it is not about one person.
    @Transactional(readOnly = true)
    public List<MessageEntry> aboutSamePerson(MessageEntry message, Officer officer) {
        var person = person(message);
        return person.isEmpty()
                ? List.of()
                : messages.of(message.reference()).stream()
                        .filter(reach.sight(officer)::sees)
                        .filter(other -> person(other).equals(person))
                        .toList();
    }

    /// The same, whoever may see them: what a person took back ends in all of them. This message is always among them.
    @Transactional(readOnly = true)
    public List<MessageEntry> aboutSamePerson(MessageEntry message) {
        var person = person(message);
        return messages.of(message.reference()).stream()
                .filter(other -> other.id().equals(message.id())
                        || (person.isPresent() && person(other).equals(person)))
                .toList();
    }

    /// Whether it was said in this case that this person wants no contact with that state. Then nothing
    /// about the person goes there, whatever another message says of itself.
    ///
    /// @param person by the random name that the person has in this case
    @Transactional(readOnly = true)
    public boolean keptFrom(CaseReference reference, String person, NodeId state) {
        return keptFrom.in(reference).anyMatch(fear -> fear.person().equals(person) && fear.from(state));
    }

    /// Whether it was said of anybody in this case that they want no contact with that state. What names somebody
    /// without saying which person of the case it is may name just them.
    @Transactional(readOnly = true)
    public boolean keptFrom(CaseReference reference, NodeId state) {
        return keptFrom.in(reference).anyMatch(fear -> fear.from(state));
    }

    /// Whom a message about one person is about, by the random name that the person has in this case; empty also while
    /// nobody opens it.
    public Optional<String> person(MessageEntry entry) {
        return parts.aboutPerson(entry)
                .flatMap(victim -> Optional.ofNullable(victim.protection()))
                .map(part -> part.person().personRef());
    }

    /// How the sender allows a message to be used. It is part of the header, which shows no person.
    public Handling handling(MessageEntry message) {
        return parts.header(message).handling();
    }

    /// Where it says why a message is as urgent as it is, for another that is about it; of an answer that
    /// says nothing, where we said why we asked. Never the words: what their sender wrote would leave with
    /// what we write, and go to a court with it though nobody granted that. Empty if neither says anything
    /// that this officer may read now.
    @Transactional(readOnly = true)
    public Optional<String> urgencyReason(MessageEntry message, Officer officer) {
        return shownHeader(message, officer)
                .flatMap(about ->
                        Optional.ofNullable(about.urgencyReason()).or(() -> whyWeAsked(message, about, officer)))
                .map(_ -> "Cf. " + message.reference());
    }

    private Optional<String> whyWeAsked(MessageEntry answer, About about, Officer officer) {
        return Optional.ofNullable(about.inReplyTo())
                .filter(_ -> answer.side() == Side.RECEIVED)
                .flatMap(messages::find)
                .filter(asked -> asked.side() == Side.SENT && asked.reference().equals(answer.reference()))
                .flatMap(asked -> shownHeader(asked, officer))
                .map(About::urgencyReason);
    }

    private Optional<About> shownHeader(MessageEntry message, Officer officer) {
        return !message.sealed()
                        && !behind(message)
                        && reach.sight(officer).sees(message)
                        && conditions.unread(message, officer).isEmpty()
                ? Optional.of(parts.header(message))
                : Optional.empty();
    }

    /// Whether this contact point has taken a message on that came to it.
    @Transactional(readOnly = true)
    public boolean isTakenOn(MessageEntry entry) {
        var standing = standings.of(List.of(entry.id())).get(entry.id());
        return standing != null && standing.accepted();
    }

    /// What the person agreed to, for a decision of this node; it is shown to nobody. Null if nothing is recorded.
    @Transactional(readOnly = true)
    public @Nullable ConsentRecord consent(MessageEntry entry) {
        return parts.aboutPerson(entry)
                .flatMap(victim -> Optional.ofNullable(victim.protection()))
                .flatMap(part -> Optional.ofNullable(part.consent()))
                .map(consent -> consent.without(Purposes.forSharing(consents.withdrawn(entry))))
                .orElse(null);
    }

    /// What keeps this contact point from taking on a referral that another member sent: the conditions under which it
    /// may be sent hold here too. Empty for every other kind of message, and for ours.
    @Transactional(readOnly = true)
    public Set<BreachCode> gaps(MessageEntry entry) {
        var gaps = EnumSet.noneOf(BreachCode.class);
        theirReferral(entry)
                .ifPresent(referral -> ReferralRules.against(referral, parts.header(entry), entry.storedAt())
                        .forEach(breach -> gaps.add(breach.code())));
        return gaps;
    }

    /// Whether a child is referred or travels along, whatever the header of another member says.
    @Transactional(readOnly = true)
    public boolean concernsChild(MessageEntry entry) {
        return entry.child()
                || theirReferral(entry)
                        .filter(referral -> ReferralRules.isOfChild(referral, entry.storedAt()))
                        .isPresent();
    }

    /// The days on which its sender wants this contact point to look how the person is.
    @Transactional(readOnly = true)
    public List<LocalDate> plannedFollowUps(MessageEntry entry) {
        return theirReferral(entry)
                .map(VictimReferral::alert)
                .map(VictimReferral.AlertPart::followUpAt)
                .orElse(List.of());
    }

    private Optional<VictimReferral> theirReferral(MessageEntry entry) {
        if (entry.side() == Side.SENT || entry.sealed() || entry.gist().type() != MessageType.VICTIM_REFERRAL) {
            return Optional.empty();
        }
        return SealedParts.joined(entry, parts.open(entry, parts.compartments(entry.id())))
                        instanceof VictimReferral referral
                ? Optional.of(referral)
                : Optional.empty();
    }

    private OpenedMessage open(
            MessageEntry entry, Officer reader, Set<Compartment> wanted, @Nullable Standing standing, boolean glass) {
        var opened = EnumSet.noneOf(Compartment.class);
        var shut = new EnumMap<Compartment, Reach.Verdict>(Compartment.class);
        var all = parts.compartments(entry.id());
        for (var part : all) {
            var verdict = glass ? reach.now(reader, entry, part, standing) : reach.of(reader, entry, part, standing);
            if (verdict != Reach.Verdict.OPEN) {
                shut.put(part, verdict);
            } else if (wanted.contains(part)) {
                opened.add(part);
            }
        }
        shown(reader, entry, opened, glass);
        var contents = parts.open(entry, opened);
        var message = SealedParts.joined(entry, contents);
        return new OpenedMessage(entry, parts.header(entry), message, contents, all, opened, shut, standing);
    }

    private void shown(Officer reader, MessageEntry entry, Set<Compartment> opened, boolean glass) {
        var purpose = glass ? readings.purpose(reader, entry, opened) : Optional.<String>empty();
        readings.count(reader, entry, opened);
        for (var part : opened) {
            audit.write(new AuditEntry(
                    reader.pseudonym(),
                    "SHOW_" + part.name(),
                    entry.id().toString(),
                    purpose.orElseGet(() -> why(entry, part)),
                    "DONE"));
        }
    }

    private static String why(MessageEntry entry, Compartment part) {
        return Sight.purpose(entry.readAs(), part).name();
    }

    private void refused(Officer reader, String object) {
        audit.write(new AuditEntry(reader.pseudonym(), "SHOW", object, null, "REFUSED"));
    }

    private static List<CaseEvent> visible(List<CaseEvent> events, List<MessageEntry> seen) {
        var ids = ids(seen);
        return events.stream()
                .filter(event -> event.message() == null || ids.contains(event.message()))
                .toList();
    }

    private static Collection<MessageId> ids(List<MessageEntry> messages) {
        return messages.stream().map(MessageEntry::id).toList();
    }
}
