package org.enlace.node.drafts;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.lifecycle.Actor;
import org.enlace.lifecycle.BusinessEvent;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Condition;
import org.enlace.lifecycle.Moves;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.MessageId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Purpose;
import org.enlace.node.access.Role;
import org.enlace.node.access.Target;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What a second person does with a message: lets it go, returns it, or says what to think of it when it has left.
/// Each is one transaction with its line in the audit log, and what was decided before is not decided again.
@Component
class Releasing {
    static final int WORDS_MAX = 2_000;

    private final Releases releases;
    private final Drafts drafts;
    private final Sending sending;
    private final ReleaseReading reading;
    private final CaseFiles files;
    private final Officers officers;
    private final AccessRules rules;
    private final AuditLog audit;
    private final NewIds ids;

    Releasing(
            Releases releases,
            Drafts drafts,
            Sending sending,
            ReleaseReading reading,
            CaseFiles files,
            Officers officers,
            AccessRules rules,
            AuditLog audit,
            NewIds ids) {
        this.releases = releases;
        this.drafts = drafts;
        this.sending = sending;
        this.reading = reading;
        this.files = files;
        this.officers = officers;
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
    }

    /// Lets it go: every rule is asked again, now.
    ///
    /// @throws org.enlace.node.exchange.SendingStopped if nothing may leave this node now
    @Transactional
    public ReleaseOutcome release(MessageId message, Officer officer) {
        var pending = seen(message, officer);
        if (pending == null) {
            return new ReleaseOutcome.NotThere();
        }
        if (pending.state() == ReleaseState.RELEASED && officer.id().equals(pending.decidedBy())) {
            return new ReleaseOutcome.Done(pending);
        }
        var wanted = releases.kept(message);
        var writer = reading.writer(pending);
        var breaches = wanted.map(one -> sending.check(one, writer)).orElse(List.of());
        return switch (Moves.decide(
                from(pending), BusinessEvent.RELEASE, actors(pending, officer), met(pending, breaches, officer))) {
            case Moves.NotFromHere _ -> new ReleaseOutcome.Decided(pending);
            case Moves.NotYours _ -> new ReleaseOutcome.NotThere();
            case Moves.Missing(var conditions) ->
                conditions.contains(Condition.FOUR_EYES_OR_IMMEDIATE)
                        ? ownWork("RELEASE", message, officer)
                        : new ReleaseOutcome.Refused(breaches);
            case Moves.Allowed _ -> leaves(pending, wanted.orElseThrow(), writer, breaches, officer);
        };
    }

    private ReleaseOutcome leaves(
            Pending pending, Wanted wanted, Officer writer, List<Breach> breaches, Officer officer) {
        if (breaches.stream().anyMatch(Breach::blocks)) {
            return new ReleaseOutcome.Refused(breaches);
        }
        var steps = releases.steps(pending.message());
        if (!releases.settle(pending, ReleaseState.RELEASED, officer.id())) {
            return new ReleaseOutcome.Decided(releases.find(pending.message()).orElse(pending));
        }
        var outcome = sending.release(wanted, writer, officer);
        if (outcome instanceof Sending.Outcome.Refused(var against)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new ReleaseOutcome.Refused(against);
        }
        var draft = pending.draft();
        if (draft != null) {
            drafts.sent(draft);
        }
        file(pending, steps, officer);
        return new ReleaseOutcome.Done(releases.find(pending.message()).orElse(pending));
    }

    /// What happened before it left is part of its case.
    private void file(Pending pending, List<ReleaseStep> steps, Officer officer) {
        var entry = files.find(pending.message()).orElseThrow();
        for (var step : steps) {
            var by = officers.find(step.officer());
            var kind = switch (step.kind()) {
                case ASKED -> CaseEventKind.RELEASE_ASKED;
                case RETURNED -> CaseEventKind.RELEASE_RETURNED;
                case TAKEN_BACK -> CaseEventKind.RELEASE_TAKEN_BACK;
                case SENT_AT_ONCE -> null;
            };
            if (by.isPresent() && kind != null) {
                files.recordOwn(entry, kind, by.get(), doing(step.words()), null, step.at());
            }
        }
        files.recordOwn(entry, CaseEventKind.RELEASED, officer, Doing.PLAIN, null, ids.now());
    }

    private static Doing doing(@Nullable String words) {
        return words == null ? Doing.PLAIN : Doing.note(words);
    }

    /// Gives it back to its writer.
    @Transactional
    public ReleaseOutcome giveBack(MessageId message, String reason, Officer officer) {
        var pending = seen(message, officer);
        if (pending == null) {
            return new ReleaseOutcome.NotThere();
        }
        var words = reason.strip();
        var met = words.isEmpty() ? EnumSet.noneOf(Condition.class) : EnumSet.of(Condition.REASON_GIVEN);
        return switch (Moves.decide(from(pending), BusinessEvent.RETURN, actors(pending, officer), met)) {
            case Moves.NotFromHere _ -> new ReleaseOutcome.Decided(pending);
            case Moves.NotYours _ -> ownWork("RETURN", message, officer);
            case Moves.Missing _ -> new ReleaseOutcome.Unfit(ReleaseOutcome.Words.REASON_MISSING);
            case Moves.Allowed _ ->
                words.length() > WORDS_MAX
                        ? new ReleaseOutcome.Unfit(ReleaseOutcome.Words.WORDS_LONG)
                        : givenBack(pending, ReleaseState.RETURNED, words, officer);
        };
    }

    /// Its writer takes it back to change it.
    @Transactional
    public ReleaseOutcome takeBack(MessageId message, Officer writer) {
        var pending = releases.find(message).orElse(null);
        if (pending == null || !own(pending, writer)) {
            return new ReleaseOutcome.NotThere();
        }
        return pending.state() == ReleaseState.AWAITING_RELEASE
                ? givenBack(pending, ReleaseState.TAKEN_BACK, null, writer)
                : new ReleaseOutcome.Decided(pending);
    }

    private ReleaseOutcome givenBack(Pending pending, ReleaseState state, @Nullable String words, Officer by) {
        if (!releases.giveBack(pending, state, by.id())) {
            return new ReleaseOutcome.Decided(releases.find(pending.message()).orElse(pending));
        }
        var returned = state == ReleaseState.RETURNED;
        releases.note(
                pending.message(), returned ? ReleaseStep.Kind.RETURNED : ReleaseStep.Kind.TAKEN_BACK, by.id(), words);
        var draft = pending.draft();
        if (draft != null) {
            drafts.reopen(draft);
        }
        done(by, returned ? "RETURN" : "TAKE_BACK", pending);
        return new ReleaseOutcome.Done(releases.find(pending.message()).orElse(pending));
    }

    /// Writes down what a supervisor thinks of a message that left at once.
    ///
    /// @param right whether it was right that it went alone
    @Transactional
    public ReleaseOutcome review(MessageId message, boolean right, String words, Officer officer) {
        var pending = seen(message, officer);
        if (pending == null) {
            return new ReleaseOutcome.NotThere();
        }
        if (own(pending, officer)) {
            return ownWork("REVIEW", message, officer);
        }
        var said = words.strip();
        if (pending.state() != ReleaseState.REVIEW_OWED) {
            return new ReleaseOutcome.Decided(pending);
        }
        if (said.isEmpty() && !right) {
            return new ReleaseOutcome.Unfit(ReleaseOutcome.Words.REASON_MISSING);
        }
        if (said.length() > WORDS_MAX) {
            return new ReleaseOutcome.Unfit(ReleaseOutcome.Words.WORDS_LONG);
        }
        if (!releases.settle(pending, ReleaseState.REVIEWED, officer.id())) {
            return new ReleaseOutcome.Decided(releases.find(message).orElse(pending));
        }
        files.recordOwn(
                files.find(message).orElseThrow(),
                right ? CaseEventKind.REVIEWED_RIGHT : CaseEventKind.REVIEWED_NOT_ALONE,
                officer,
                doing(said.isEmpty() ? null : said),
                null,
                ids.now());
        done(officer, "REVIEW", pending);
        return new ReleaseOutcome.Done(releases.find(message).orElse(pending));
    }

    /// What the writer is told; empty for everybody else.
    @Transactional(readOnly = true)
    public Optional<Pending> ofWriter(MessageId message, Officer writer) {
        return releases.find(message).filter(pending -> own(pending, writer));
    }

    @Transactional(readOnly = true)
    public List<ReleaseStep> steps(Pending pending) {
        return releases.steps(pending.message());
    }

    private @Nullable Pending seen(MessageId message, Officer officer) {
        return reading.seen(message, officer).orElse(null);
    }

    private Set<Actor> actors(Pending pending, Officer officer) {
        var actors = EnumSet.noneOf(Actor.class);
        if (own(pending, officer)) {
            actors.add(Actor.ORIGINATOR);
        } else if (officer.is(Role.SUPERVISOR)) {
            actors.add(Actor.ORIGINATING_SUPERVISOR);
        }
        return actors;
    }

    private Set<Condition> met(Pending pending, List<Breach> breaches, Officer officer) {
        var met = EnumSet.noneOf(Condition.class);
        if (rules.decide(officer, Action.RELEASE, new Target.WrittenBy(pending.writer()), Purpose.RELEASE)
                .allowed()) {
            met.add(Condition.FOUR_EYES_OR_IMMEDIATE);
        }
        if (breaches.stream()
                .noneMatch(breach -> breach.blocks() && breach.field().startsWith("recipients"))) {
            met.add(Condition.RECIPIENTS_WITH_VALID_KEYS);
        }
        if (breaches.stream().noneMatch(breach -> breach.code() == BreachCode.MARKING_TOO_WIDE)) {
            met.add(Condition.HANDLING_NOT_WIDER_THAN_COMPARTMENTS);
        }
        return met;
    }

    private static BusinessState from(Pending pending) {
        return switch (pending.state()) {
            case AWAITING_RELEASE -> BusinessState.AWAITING_RELEASE;
            case RETURNED, TAKEN_BACK -> BusinessState.DRAFT;
            case RELEASED, REVIEW_OWED, REVIEWED -> BusinessState.SENT;
        };
    }

    private ReleaseOutcome ownWork(String action, MessageId message, Officer officer) {
        refused(officer, action, message);
        return new ReleaseOutcome.OwnWork();
    }

    private static boolean own(Pending pending, Officer officer) {
        return pending.writer().equals(officer.id());
    }

    private void done(Officer officer, String action, Pending pending) {
        audit.write(new AuditEntry(
                officer.pseudonym(),
                action,
                pending.message().toString(),
                Sight.purpose(pending.type()).name(),
                AuditEntry.DONE));
    }

    private void refused(Officer officer, String action, MessageId message) {
        audit.write(new AuditEntry(officer.pseudonym(), action, message.toString(), null, "REFUSED"));
    }
}
