package org.enlace.node.drafts;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.message.About;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.Corroboration;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Proposal;
import org.enlace.message.SendingRules;
import org.enlace.message.VictimMessage;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Consents;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.ReleaseSheets;
import org.enlace.node.casefile.Remarks;
import org.enlace.node.casefile.Sight;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.person.ConsentAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one way in which a message leaves, whoever wrote it and wherever: every rule is asked, and what goes is sealed,
/// filed and audited in one transaction. What needs a second person waits here, and nothing leads past that.
@Component
public class Sending {
    /// A message that reaches nobody within this time is not delivered any more.
    static final Duration DELIVERABLE = Duration.ofDays(14);

    private final Rules rules;
    private final Families families;
    private final Outbox outbox;
    private final CaseFiles cases;
    private final CaseReading reading;
    private final Consents consents;
    private final Corrections corrected;
    private final CorrectionChecks corrections;
    private final CurrentDirectory directory;
    private final Remarks remarks;
    private final Acceptances acceptances;
    private final Releases releases;
    private final WrittenFiles files;
    private final KeptParts kept;
    private final ReleaseSheets sheets;
    private final ToGroups groups;
    private final AuditLog audit;
    private final Clock clock;

    Sending(
            Rules rules,
            Families families,
            Outbox outbox,
            CaseFiles cases,
            CaseReading reading,
            Consents consents,
            Corrections corrected,
            CorrectionChecks corrections,
            CurrentDirectory directory,
            Remarks remarks,
            Acceptances acceptances,
            Releases releases,
            WrittenFiles files,
            KeptParts kept,
            ReleaseSheets sheets,
            ToGroups groups,
            AuditLog audit,
            Clock clock) {
        this.rules = rules;
        this.families = families;
        this.outbox = outbox;
        this.cases = cases;
        this.reading = reading;
        this.consents = consents;
        this.corrected = corrected;
        this.corrections = corrections;
        this.directory = directory;
        this.remarks = remarks;
        this.acceptances = acceptances;
        this.releases = releases;
        this.files = files;
        this.kept = kept;
        this.sheets = sheets;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of it.
    public sealed interface Outcome {
        record Sent(MessageId id, CaseReference reference, List<Breach> warnings) implements Outcome {}

        /// It waits for a second person, or did not leave when it was asked for before.
        record Waits(MessageId id, CaseReference reference, ReleaseState state, List<Breach> warnings)
                implements Outcome {}

        /// Nothing was stored. All breaches at once, those that only warn included.
        record Refused(List<Breach> breaches) implements Outcome {}
    }

    /// Sends it, or asks for its release where one person is not enough: nobody who writes decides which.
    ///
    /// @param draft of the console that it comes from; null for the API
    /// @throws org.enlace.node.exchange.SendingStopped if nothing may leave this node now
    @Transactional
    public Outcome send(Wanted wanted, @Nullable UUID draft, Officer by) {
        hold(wanted);
        var breaches = check(wanted, by);
        if (!SendingRules.maySend(breaches)) {
            return new Outcome.Refused(breaches);
        }
        return switch (files.release(wanted)) {
            case ALONE -> leaves(wanted, outbound(wanted, by), by, by, breaches);
            case THEN_REVIEWED -> {
                var message = outbound(wanted, by);
                keep(wanted, message, draft, by, ReleaseState.REVIEW_OWED);
                yield leaves(wanted, message, by, by, breaches);
            }
            case BY_SECOND_PERSON -> {
                keep(wanted, outbound(wanted, by), draft, by, ReleaseState.AWAITING_RELEASE);
                audit("ASK_RELEASE", wanted, by);
                yield new Outcome.Waits(
                        wanted.id(), wanted.reference(), ReleaseState.AWAITING_RELEASE, List.copyOf(breaches));
            }
        };
    }

    /// Sends what a second person lets go. Every rule is asked again.
    ///
    /// @param writer who asked for it
    /// @param second somebody else
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome release(Wanted wanted, Officer writer, Officer second) {
        if (writer.id().equals(second.id())) {
            throw new IllegalStateException("Nobody releases what they wrote themselves: message " + wanted.id());
        }
        hold(wanted);
        var breaches = check(wanted, writer);
        if (!SendingRules.maySend(breaches)) {
            return new Outcome.Refused(breaches);
        }
        audit("RELEASE", wanted, second);
        return leaves(wanted, outbound(wanted, writer), writer, second, breaches);
    }

    /// What the rules are asked about stays as it is until the message has left, or waits.
    private void hold(Wanted wanted) {
        groups.hold(wanted);
        var corrects = wanted.outline().corrects();
        if (corrects != null) {
            corrected.hold(corrects);
        }
    }

    /// @param by whose act it is that it leaves now
    private Outcome leaves(Wanted wanted, OutboundMessage message, Officer writer, Officer by, List<Breach> breaches) {
        outbox.send(message);
        if (message.about().supersedes() == null) {
            cases.recordSent(message, writer);
        } else {
            corrected.recordSent(message, writer);
        }
        files.left(wanted.id());
        audit("SEND", wanted, by);
        groups.left(wanted, by);
        var takesUp = wanted.outline().takesUp();
        if (takesUp != null) {
            accept(acceptances.of(takesUp, message), writer);
        }
        return new Outcome.Sent(wanted.id(), wanted.reference(), breaches);
    }

    /// Whoever proposed a correction is told that it was taken up, with the correction and not without it.
    private void accept(Wanted acceptance, Officer writer) {
        var decision = outbound(acceptance, writer);
        outbox.send(decision);
        cases.recordSent(decision, writer);
        audit("SEND", acceptance, writer);
    }

    private void keep(Wanted wanted, OutboundMessage message, @Nullable UUID draft, Officer by, ReleaseState state) {
        var entry = sheets.entry(message, wanted.reference(), by.id());
        releases.keep(wanted, entry, draft, by.id(), state);
    }

    private void audit(String action, Wanted wanted, Officer by) {
        audit.write(new AuditEntry(
                by.pseudonym(),
                action,
                wanted.id().toString(),
                Sight.purpose(wanted.message().type()).name(),
                AuditEntry.DONE));
    }

    /// As it would leave now.
    OutboundMessage outbound(Wanted written, Officer writer) {
        var wanted = kept.whole(written, writer);
        var message = new OutboundMessage(
                wanted.id(),
                wanted.message(),
                about(wanted, writer),
                new TreeSet<>(wanted.recipients()),
                clock.instant().plus(DELIVERABLE),
                wanted.mode(),
                // What is said about a message travels as that does.
                replied(wanted, writer)
                        .flatMap(replied -> replied.readAs().subject())
                        .orElse(null));
        return files.ready(wanted.id()).map(message::with).orElse(message);
    }

    /// What stands in its way now, without sending it.
    public List<Breach> check(Wanted wanted, Officer by) {
        var whole = kept.whole(wanted, by);
        return kept.against(wanted, breaches(whole, about(whole, by), by), by);
    }

    /// What the network's rules say, and whether the officer may write into that case and reply to that message: their
    /// numbers came with the request.
    private List<Breach> breaches(Wanted wanted, About about, Officer by) {
        var breaches = new ArrayList<>(rules.breaches(wanted, about));
        if (!reading.mayContinue(wanted.reference(), directory.self().code(), by)) {
            breaches.add(new Breach("about.caseRef", BreachCode.CASE_UNKNOWN, List.of()));
        }
        var replied = replied(wanted, by);
        if (wanted.outline().inReplyTo() != null && replied.isEmpty()) {
            breaches.add(new Breach("about.inReplyTo", BreachCode.MESSAGE_UNKNOWN, List.of()));
        }
        breaches.addAll(families.of(wanted.message().type()).against(wanted, replied.orElse(null)));
        breaches.addAll(corrections.against(wanted, about, by));
        breaches.addAll(files.against(wanted));
        if (wanted.message() instanceof VictimMessage victim) {
            breaches.addAll(takenBack(wanted.reference(), victim));
            breaches.addAll(keptOut(wanted, victim, breaches));
            breaches.addAll(rules.interpreters(
                    wanted,
                    about,
                    state -> keptOut(wanted.to(state), victim, List.of()).isEmpty()));
        } else if (names(wanted.message())) {
            breaches.addAll(namedToWhomTheyFear(wanted));
        }
        breaches.addAll(groups.against(wanted, about, List.copyOf(breaches), by));
        return List.copyOf(breaches);
    }

    /// A message that was written before the person changed their mind carries nothing of it any more.
    private List<Breach> takenBack(CaseReference reference, VictimMessage victim) {
        var part = victim.protection();
        var consent = part == null ? null : part.consent();
        if (part == null || consent == null) {
            return List.of();
        }
        return consents.takenBack(reference, part.person().personRef(), consent.date()).stream()
                .filter(purpose -> consent.answer(purpose) == ConsentAnswer.YES)
                .map(purpose -> new Breach(
                        "protection.consent.answers." + purpose, BreachCode.CONSENT_WITHDRAWN, List.of(purpose)))
                .toList();
    }

    /// What was said once in a case holds for all that is written about the person there, before and after.
    private List<Breach> keptOut(Wanted wanted, VictimMessage victim, List<Breach> said) {
        var part = victim.protection();
        return part == null
                ? List.of()
                : wanted.recipients().stream()
                        .distinct()
                        .filter(state -> reading.keptFrom(
                                wanted.reference(), part.person().personRef(), state))
                        .map(state -> new Breach(
                                "recipients", BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN, List.of(state.value())))
                        .filter(breach -> !said.contains(breach))
                        .toList();
    }

    /// Whether it has a part of which names, documents or telephones are part: whose they are, it does not say.
    private static boolean names(Message message) {
        return Compartments.split(message).keySet().stream().anyMatch(part -> part != Compartment.ALERT);
    }

    /// What names somebody of a case does not go to a state from which a person of that case is kept.
    private List<Breach> namedToWhomTheyFear(Wanted wanted) {
        return wanted.recipients().stream()
                .distinct()
                .filter(state -> reading.keptFrom(wanted.reference(), state))
                .map(state -> new Breach("recipients", BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN, List.of(state.value())))
                .toList();
    }

    private Optional<MessageEntry> replied(Wanted wanted, Officer by) {
        return Optional.ofNullable(wanted.outline().inReplyTo()).flatMap(id -> reading.answerable(id, by));
    }

    private About about(Wanted wanted, Officer by) {
        var outline = wanted.outline();
        return new About(
                wanted.message().type(),
                About.SCHEMA_VERSION,
                rules.listVersions(),
                wanted.reference(),
                outline.nationalRef(),
                // Under the name by which its sender knows it.
                replied(wanted, by).map(replied -> named(wanted, replied)).orElse(outline.inReplyTo()),
                outline.corrects(),
                outline.correctionReason(),
                outline.urgency(),
                outline.urgencyReason(),
                outline.handling(),
                outline.legalBasis(),
                outline.purpose(),
                outline.language(),
                role(by),
                by.pseudonym(),
                outline.addressedRole(),
                outline.countryRoles(),
                outline.childInvolved(),
                outline.deadline(),
                outline.retention(),
                consentRef(wanted),
                outline.subject());
    }

    /// What is said about a message is said of the version that stands.
    private MessageId named(Wanted wanted, MessageEntry replied) {
        return switch (wanted.message()) {
            case Corroboration _, Proposal _ -> remarks.standing(replied);
            default -> replied.givenId();
        };
    }

    private static @Nullable String consentRef(Wanted wanted) {
        if (!(wanted.message() instanceof VictimMessage victim) || victim.protection() == null) {
            return null;
        }
        var consent = victim.protection().consent();
        return consent == null ? null : consent.ref();
    }

    /// The role in which an officer with several writes: the first that fits the desk.
    private static String role(Officer by) {
        return by.roles().stream().sorted().map(Role::name).findFirst().orElseThrow();
    }
}
