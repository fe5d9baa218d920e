package org.enlace.node.remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.Corroboration;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.ProposalDecision;
import org.enlace.message.RouteReport;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Remarks;
import org.enlace.node.casefile.Side;
import org.enlace.node.drafts.ReplyChecks;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What this node knows about a message that is said about it has to fit: the version that stands is meant, and nobody
/// learns of the message who does not hold it.
@Component
class RemarkChecks {
    private final ReplyChecks replies;
    private final Remarks remarks;

    RemarkChecks(ReplyChecks replies, Remarks remarks) {
        this.replies = replies;
        this.remarks = remarks;
    }

    /// By which its owner knows the version that stands.
    MessageId standing(MessageEntry about) {
        return remarks.standing(about);
    }

    /// Who else holds a message that came to us, in their order.
    List<NodeId> others(MessageEntry about) {
        return remarks.holders(about).stream()
                .filter(holder -> !holder.equals(remarks.self()))
                .sorted()
                .toList();
    }

    /// @param about which is spoken of, null if the officer may see no such message
    List<Breach> corroborating(Wanted wanted, @Nullable MessageEntry about) {
        if (about == null || !(wanted.message() instanceof Corroboration(var sighting))) {
            return List.of();
        }
        var breaches = new ArrayList<>(spoken(wanted, about));
        if (!about.gist().type().isCorroborated()) {
            breaches.add(new Breach("about.inReplyTo", BreachCode.KIND_NOT_CORROBORATED, List.of()));
        }
        var owner = about.partner();
        if (!sighting.owner().equals(owner)) {
            breaches.add(at("sighting.owner", BreachCode.OWNER_NOT_ADDRESSED, owner));
        }
        if (!wanted.recipients().contains(owner)) {
            breaches.add(at("recipients", BreachCode.OWNER_NOT_ADDRESSED, owner));
        }
        var holders = remarks.holders(about);
        wanted.recipients().stream()
                .filter(recipient -> !holders.contains(recipient))
                .forEach(recipient -> breaches.add(at("recipients", BreachCode.RECIPIENT_IS_NO_HOLDER, recipient)));
        if (about.gist().type() == MessageType.ROUTE_REPORT) {
            breaches.addAll(coarse(sighting.period()));
        }
        return breaches;
    }

    /// A single sighting is no finer than a report that rests on one.
    private static List<Breach> coarse(RouteReport.Period period) {
        var breaches = new ArrayList<Breach>();
        if (period.from().hasDay()) {
            breaches.add(new Breach("sighting.period.from", BreachCode.TOO_EXACT_DATE, List.of()));
        }
        var to = period.to();
        if (to != null && to.hasDay()) {
            breaches.add(new Breach("sighting.period.to", BreachCode.TOO_EXACT_DATE, List.of()));
        }
        return breaches;
    }

    /// @param about which would be changed, null if the officer may see no such message
    List<Breach> proposing(Wanted wanted, @Nullable MessageEntry about) {
        if (about == null) {
            return List.of();
        }
        var breaches = new ArrayList<>(spoken(wanted, about));
        if (!about.gist().type().isCorrected()) {
            breaches.add(new Breach("about.inReplyTo", BreachCode.KIND_NOT_CORRECTED, List.of()));
        }
        if (!wanted.recipients().stream().allMatch(about.partner()::equals)) {
            breaches.add(at("recipients", BreachCode.RECIPIENT_IS_NOT_PROVIDER, about.partner()));
        }
        return breaches;
    }

    /// @param proposal that is decided, null if the officer may see no such message
    List<Breach> deciding(Wanted wanted, @Nullable MessageEntry proposal) {
        if (!(wanted.message() instanceof ProposalDecision decision)) {
            return List.of();
        }
        var breaches = new ArrayList<>(replies.against(decision, wanted, proposal));
        if (decision.outcome().equals(ProposalDecision.ACCEPTED)) {
            breaches.add(new Breach("decision.outcome", BreachCode.ACCEPTED_BY_CORRECTING, List.of()));
        }
        if (proposal != null && ReplyChecks.fits(decision, proposal)) {
            breaches.addAll(handled(wanted, proposal));
        }
        return breaches;
    }

    /// Of what came from another contact point, as it stands now, in its case, meant and handled as it is.
    private List<Breach> spoken(Wanted wanted, MessageEntry about) {
        if (about.side() == Side.SENT) {
            return List.of(new Breach("about.inReplyTo", BreachCode.NOT_PROVIDED_BY_OTHERS, List.of()));
        }
        var breaches = new ArrayList<Breach>();
        var named = Objects.requireNonNull(wanted.outline().inReplyTo());
        if (!remarks.isStanding(about, named)) {
            breaches.add(new Breach(
                    "about.inReplyTo",
                    BreachCode.CORRECTED_BEFORE,
                    List.of(remarks.standing(about).toString())));
        }
        breaches.addAll(ReplyChecks.place(wanted, about));
        breaches.addAll(handled(wanted, about));
        return breaches;
    }

    private List<Breach> handled(Wanted wanted, MessageEntry about) {
        return wanted.outline().handling().unevaluated().equals(remarks.handling(about))
                ? List.of()
                : List.of(new Breach("about.handling", BreachCode.HANDLED_AS_THAT, List.of()));
    }

    private static Breach at(String field, BreachCode code, NodeId member) {
        return new Breach(field, code, List.of(member.value()));
    }
}
