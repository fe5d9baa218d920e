package org.enlace.node.drafts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What an officer does with drafts.
@Component
class DraftDesk {
    private final Drafts drafts;
    private final Sending sending;
    private final CaseFiles files;
    private final CaseReading reading;
    private final Releases releases;
    private final WrittenFiles written;
    private final KeptParts parts;
    private final Families families;
    private final NewIds ids;
    private final NodeSettings settings;

    DraftDesk(
            Drafts drafts,
            Sending sending,
            CaseFiles files,
            CaseReading reading,
            Releases releases,
            WrittenFiles written,
            KeptParts parts,
            Families families,
            NewIds ids,
            NodeSettings settings) {
        this.written = written;
        this.parts = parts;
        this.families = families;
        this.settings = settings;
        this.drafts = drafts;
        this.sending = sending;
        this.files = files;
        this.reading = reading;
        this.releases = releases;
        this.ids = ids;
    }

    /// A new draft in a new case, with the handling that is usual for its kind.
    Draft begin(Family family, Officer officer) {
        var draft = fresh(family, family.usualHandling(), officer);
        drafts.add(draft);
        return draft;
    }

    /// The same in a case that is there, begun with these values.
    Draft begin(Family family, CaseReference reference, Map<String, List<String>> begun, Officer officer) {
        var draft = fresh(family, family.usualHandling(), officer);
        var values = draft.values();
        for (var one : begun.entrySet()) {
            values = values.with(one.getKey(), one.getValue());
        }
        var filed = new Draft(
                draft.id(),
                draft.owner(),
                draft.type(),
                draft.message(),
                reference,
                values,
                draft.savedAt(),
                false,
                false);
        drafts.add(filed);
        return filed;
    }

    private Draft fresh(Family family, Handling usual, Officer officer) {
        var values = new Values(Map.of(
                "handling", List.of(usual.code().name()),
                "h3Text", Stream.ofNullable(usual.h3Text()).toList(),
                "tlp", List.of(usual.tlp().code()),
                "pap", List.of(usual.pap().name()),
                "caveat", usual.caveats().stream().map(Caveat::code).toList(),
                "exclude", arguments(usual, "EXCLUDE"),
                "destroyAfter", arguments(usual, "DESTROY_AFTER")));
        return new Draft(
                ids.draft(),
                officer.id(),
                family.type(),
                ids.message(),
                ids.reference(),
                values,
                ids.now(),
                false,
                false);
    }

    private static List<String> arguments(Handling handling, String caveat) {
        return handling.caveats().stream()
                .filter(one -> one.code().equals(caveat))
                .flatMap(one -> Stream.ofNullable(one.argument()))
                .toList();
    }

    /// A new draft that replies to a message: in its case, to whom it came from, as urgent as it is.
    ///
    /// @param holder who shall have what is replied to, if that is what is asked for
    Draft reply(Family family, OpenedMessage replied, @Nullable String holder, Officer officer) {
        var about = replied.about();
        var draft = fresh(family, family.handlingOf(replied), officer);
        var values = draft.values()
                .with(Draft.IN_REPLY_TO, List.of(replied.entry().id().toString()))
                .with("recipients", List.of(replied.entry().partner().value()))
                .with("urgency", List.of(replied.entry().urgency().name()))
                .with("child", List.of(about.childInvolved().name()))
                .with("subject", List.of(about.subject()))
                .with("purpose", about.purpose())
                .with(Draft.HANDLED, family.handledAsReplied() ? List.of("yes") : List.of())
                .with(Draft.URGENCY_REASON, why(family, replied.entry(), officer));
        for (var begun : family.begun(replied, holder).entrySet()) {
            values = values.with(begun.getKey(), begun.getValue());
        }
        var reply = new Draft(
                draft.id(),
                draft.owner(),
                draft.type(),
                draft.message(),
                replied.entry().reference(),
                values,
                draft.savedAt(),
                false,
                false);
        drafts.add(reply);
        return reply;
    }

    private List<String> why(Family family, MessageEntry replied, Officer officer) {
        return family.saysWhyUrgent()
                ? reading.urgencyReason(replied, officer).stream().toList()
                : List.of();
    }

    /// A new draft filled with what was sent, to take its place: in its case, to those who have it, handled as it is.
    ///
    /// @param standing what was sent, as it stands now
    /// @param takesUp the proposal that it accepts; null if it does not
    /// @return empty if the form cannot hold all of it that its officer may read, or asks for what they may not
    /// beside that: nothing is left out in silence
    Optional<Draft> correct(
            Family family,
            Corrections.Standing standing,
            OpenedMessage sent,
            @Nullable OpenedMessage takesUp,
            Officer officer) {
        var about = standing.about();
        var form = new Prefilled(settings.zone());
        Outlines.typed(about, ids.now(), form);
        var evaluation = about.handling().evaluation();
        if (evaluation != null) {
            form.put("source", evaluation.source().name()).put("accuracy", evaluation.accuracy());
        }
        var shut = sent.shut().keySet();
        return family.typed(sent.message(), form)
                .filter(_ ->
                        shut.stream().noneMatch(part -> family.askingFor(part).isEmpty()))
                .map(typed -> filled(family, standing, typed, officer))
                .map(draft -> draft.with(draft.values()
                        .with(Draft.KEEPS, shut.stream().map(Compartment::name).toList())))
                .filter(draft -> family.assemble(Answers.to(draft.values(), settings.zone()))
                        .equals(sent.message()))
                .map(draft -> takesUp == null ? draft : draft.with(Proposals.typed(draft.values(), takesUp, family)))
                .map(draft -> {
                    drafts.add(draft);
                    return draft;
                });
    }

    private Draft filled(
            Family family, Corrections.Standing standing, Map<String, List<String>> typed, Officer officer) {
        var draft = fresh(family, standing.about().handling(), officer);
        var values = draft.values();
        for (var one : typed.entrySet()) {
            values = values.with(one.getKey(), one.getValue());
        }
        values = values.with(
                        "recipients",
                        standing.recipients().stream()
                                .map(NodeId::value)
                                .sorted()
                                .toList())
                .with(Draft.CORRECTS, List.of(standing.newest().toString()));
        return new Draft(
                draft.id(),
                draft.owner(),
                draft.type(),
                draft.message(),
                standing.message().reference(),
                values,
                draft.savedAt(),
                false,
                false);
    }

    /// As it was kept, whether or not its officer may read it now.
    Optional<Draft> kept(UUID id, Officer officer) {
        return drafts.find(id, officer);
    }

    Optional<Draft> find(UUID id, Officer officer) {
        return drafts.find(id, officer).map(this::shown).flatMap(draft -> open(draft, officer));
    }

    private Optional<Draft> open(Draft draft, Officer officer) {
        return draft.sent() ? Optional.of(draft) : parts.open(draft, families.of(draft.type()), officer);
    }

    List<Draft> of(Officer officer, MessageType type) {
        return drafts.of(officer, type).stream().map(this::shown).toList();
    }

    /// Those of all other kinds.
    List<Draft> ofOthers(Officer officer, List<MessageType> types) {
        return drafts.ofOthers(officer, types);
    }

    /// A reply to what was taken back since shows nothing of it either.
    private Draft shown(Draft draft) {
        var replied = draft.values().one(Draft.IN_REPLY_TO);
        return replied != null
                        && files.find(MessageId.parse(replied))
                                .filter(MessageEntry::sealed)
                                .isPresent()
                ? draft.withoutTheirWords()
                : draft;
    }

    /// What became of what was typed.
    sealed interface Keeping {
        record Kept(Draft draft) implements Keeping {}

        /// Another page has saved the draft since this one was shown. Nothing of this one is kept.
        ///
        /// @param typed the draft as this page has it
        /// @param now the draft as it stands
        record Overtaken(Draft typed, Draft now) implements Keeping {}
    }

    /// Saves what was typed. A page saves by itself while its officer presses a button: of two that come at once
    /// the second goes on from what the first has kept, or a recipient that was removed would be back. What comes
    /// from a page that was overtaken, by a button of its own or by another page, is kept only if it says the same.
    ///
    /// @param typed what the draft holds after this, made of what it holds now
    /// @param byItself whether the page saves without its officer having pressed anything
    @Transactional
    public Keeping keep(
            Draft draft, @Nullable Stand stand, boolean byItself, UnaryOperator<Values> typed, Officer officer) {
        var now = drafts.hold(draft.id(), officer)
                .flatMap(held -> open(held, officer))
                .orElse(draft);
        var values = typed.apply(now.values());
        if (stand != null && stand.isOvertaken(drafts.stand(draft.id()))) {
            return values.saysTheSame(now.values())
                    ? new Keeping.Kept(now)
                    : new Keeping.Overtaken(now.with(values), now);
        }
        var kept = new Draft(
                draft.id(),
                officer.id(),
                draft.type(),
                draft.message(),
                draft.reference(),
                values,
                ids.now(),
                false,
                false);
        drafts.save(kept, byItself && stand != null ? stand.page() : null);
        return new Keeping.Kept(kept);
    }

    /// For a page that shows it now.
    Stand stand(Draft draft) {
        return Stand.fresh(drafts.stand(draft.id()));
    }

    @Transactional
    public void delete(Draft draft, Officer officer) {
        if (drafts.delete(draft.id(), officer)) {
            releases.drop(draft.id());
            written.drop(draft.message());
        }
    }

    /// Sends it and closes the draft, or asks for its release and holds it; both or neither. A draft that was sent
    /// before is not sent again.
    @Transactional
    public Sending.Outcome send(Draft draft, Wanted wanted, Officer officer) {
        if (!drafts.claim(draft.id())) {
            return drafts.find(draft.id(), officer).filter(Draft::waiting).isPresent()
                    ? new Sending.Outcome.Waits(
                            draft.message(), draft.reference(), ReleaseState.AWAITING_RELEASE, List.of())
                    : new Sending.Outcome.Sent(draft.message(), draft.reference(), List.of());
        }
        var outcome = sending.send(wanted, draft.id(), officer);
        switch (outcome) {
            case Sending.Outcome.Sent _ -> drafts.sent(draft.id());
            case Sending.Outcome.Waits _ -> {
                // Held until somebody decides.
            }
            case Sending.Outcome.Refused _ ->
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }
}
