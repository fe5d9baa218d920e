package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.enlace.message.About;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Remarks;
import org.enlace.node.casefile.Side;
import org.springframework.stereotype.Component;

/// A correction takes the place of the newest version of a message of ours, and goes to exactly those who have that.
/// Nobody is added by it, and nothing is opened.
@Component
class CorrectionChecks {
    private static final String SUPERSEDES = "about.supersedes";

    private final Corrections corrections;
    private final CaseReading reading;
    private final Remarks remarks;

    CorrectionChecks(Corrections corrections, CaseReading reading, Remarks remarks) {
        this.corrections = corrections;
        this.reading = reading;
        this.remarks = remarks;
    }

    List<Breach> against(Wanted wanted, About about, Officer by) {
        var corrects = wanted.outline().corrects();
        var takesUp = wanted.outline().takesUp();
        if (corrects == null) {
            return takesUp == null ? List.of() : List.of(noProposal());
        }
        var found = corrections.ours(corrects, by);
        if (found.isEmpty()
                || found.get().message().gist().type() != wanted.message().type()) {
            return List.of(new Breach(SUPERSEDES, BreachCode.MESSAGE_UNKNOWN, List.of()));
        }
        var standing = found.get();
        var breaches = new ArrayList<Breach>();
        if (!standing.newest().equals(corrects)) {
            breaches.add(new Breach(
                    SUPERSEDES,
                    BreachCode.CORRECTED_BEFORE,
                    List.of(standing.newest().toString())));
        }
        if (!Set.copyOf(wanted.recipients()).equals(standing.recipients())) {
            breaches.add(stays("recipients"));
        }
        if (wanted.mode() != standing.message().mode()) {
            breaches.add(stays("about.mode"));
        }
        if (!about.handling().equals(standing.about().handling())) {
            breaches.add(stays("about.handling"));
        }
        if (!wanted.reference().equals(standing.message().reference())
                || !Objects.equals(about.inReplyTo(), standing.about().inReplyTo())) {
            breaches.add(stays("about.caseRef"));
        }
        if (!corrections.samePerson(standing.message(), wanted.message())) {
            breaches.add(stays("protection.person.personRef"));
        }
        if (takesUp != null && !isOpen(takesUp, standing.message(), by)) {
            breaches.add(noProposal());
        }
        return breaches;
    }

    /// Whether somebody else corrected, in the meantime, what this would correct.
    static boolean overtaken(List<Breach> breaches) {
        return breaches.stream()
                .anyMatch(breach -> breach.code() == BreachCode.CORRECTED_BEFORE
                        && breach.field().equals(SUPERSEDES));
    }

    /// Whether it is a proposal to change that message on which nobody has decided.
    private boolean isOpen(MessageId proposal, MessageEntry message, Officer by) {
        return reading.answerable(proposal, by)
                .filter(found -> found.side() == Side.RECEIVED && found.gist().type() == MessageType.PROPOSAL)
                .filter(found -> remarks.decision(found).isEmpty())
                .flatMap(remarks::about)
                .filter(about -> about.id().equals(message.id()))
                .isPresent();
    }

    private static Breach noProposal() {
        return new Breach("about.takesUp", BreachCode.NO_OPEN_PROPOSAL, List.of());
    }

    private static Breach stays(String field) {
        return new Breach(field, BreachCode.STAYS_AS_SENT, List.of());
    }
}
