package org.enlace.node.permission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.enlace.handling.Caveat;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.MessageType;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.UsePermissions;
import org.enlace.node.drafts.ReplyChecks;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What this node knows about a message that a question about its use has to fit, and the decision.
@Component
class PermissionChecks {
    private final ReplyChecks replies;
    private final UsePermissions permissions;

    PermissionChecks(ReplyChecks replies, UsePermissions permissions) {
        this.replies = replies;
        this.permissions = permissions;
    }

    /// @param about whose use is asked for, null if the officer may see no such message
    List<Breach> asking(Wanted wanted, @Nullable MessageEntry about) {
        if (about == null) {
            return List.of();
        }
        if (!isProvided(about)) {
            return List.of(new Breach("about.inReplyTo", BreachCode.NOT_PROVIDED_BY_OTHERS, List.of()));
        }
        var breaches = new ArrayList<Breach>();
        if (!wanted.recipients().stream().allMatch(about.partner()::equals)) {
            breaches.add(new Breach(
                    "recipients",
                    BreachCode.RECIPIENT_IS_NOT_PROVIDER,
                    List.of(about.partner().value())));
        }
        breaches.addAll(ReplyChecks.place(wanted, about));
        breaches.addAll(protection(wanted, about));
        if (wanted.message() instanceof UsePermissionRequest(var asked) && permissions.takenBack(about, asked.use())) {
            breaches.add(new Breach("request.use", BreachCode.CONSENT_WITHDRAWN, List.of(asked.use())));
        }
        return breaches;
    }

    private static boolean isProvided(MessageEntry about) {
        var type = about.gist().type();
        return about.side() == Side.RECEIVED
                && about.recalled() == null
                && type != MessageType.USE_PERMISSION_REQUEST
                && type != MessageType.USE_PERMISSION_DECISION
                && type != MessageType.PROPOSAL
                && type != MessageType.PROPOSAL_DECISION;
    }

    /// @param request that is decided, null if the officer may see no such message
    List<Breach> deciding(Wanted wanted, @Nullable MessageEntry request) {
        if (!(wanted.message() instanceof UsePermissionDecision decision)) {
            return List.of();
        }
        var breaches = new ArrayList<>(replies.against(decision, wanted, request));
        if (request != null && ReplyChecks.fits(decision, request)) {
            breaches.addAll(protection(wanted, request));
            permissions.asked(request).ifPresent(asked -> {
                breaches.addAll(items(decision.decision(), asked.items().size()));
                breaches.addAll(takenBack(decision.decision(), asked, request));
            });
        }
        return breaches;
    }

    /// Each item that was asked for, and no other.
    private static List<Breach> items(UsePermissionDecision.DecisionPart decision, int asked) {
        var breaches = new ArrayList<Breach>();
        var decided = new HashSet<Integer>();
        for (var at = 0; at < decision.verdicts().size(); at++) {
            var item = decision.verdicts().get(at).item();
            decided.add(item);
            if (item < 1 || item > asked) {
                breaches.add(new Breach("decision.verdicts[" + at + "].item", BreachCode.NOT_ASKED_FOR, List.of()));
            }
        }
        for (var item = 1; item <= asked; item++) {
            if (!decided.contains(item) && !decided.isEmpty()) {
                breaches.add(new Breach("decision.verdicts", BreachCode.REQUIRED, List.of()));
                break;
            }
        }
        return breaches;
    }

    /// What the person took back nobody grants.
    private List<Breach> takenBack(UsePermissionDecision.DecisionPart decision, AskPart asked, MessageEntry request) {
        var gone = permissions
                .about(request)
                .filter(about -> permissions.takenBack(about, asked.use()))
                .isPresent();
        var granted = decision.verdicts().stream().anyMatch(UsePermissionDecision.Verdict::grants);
        return gone && granted
                ? List.of(new Breach("decision.verdicts", BreachCode.CONSENT_WITHDRAWN, List.of(asked.use())))
                : List.of();
    }

    /// What is for the protection of a person alone is spoken of in no wider circle.
    private static List<Breach> protection(Wanted wanted, MessageEntry about) {
        return about.protectionOnly() && !wanted.outline().handling().has(Caveat.VICTIM_PROTECTION_ONLY)
                ? List.of(new Breach("about.handling.caveats", BreachCode.VICTIM_PROTECTION_ONLY_MISSING, List.of()))
                : List.of();
    }
}
