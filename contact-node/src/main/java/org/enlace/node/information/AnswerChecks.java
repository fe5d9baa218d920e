package org.enlace.node.information;

import java.util.ArrayList;
import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.InformationResponse;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.UsePermissions;
import org.enlace.node.drafts.ReplyChecks;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What this node knows about a request for information that an answer has to fit.
@Component
class AnswerChecks {
    private final ReplyChecks replies;
    private final CaseReading reading;
    private final UsePermissions permissions;

    AnswerChecks(ReplyChecks replies, CaseReading reading, UsePermissions permissions) {
        this.replies = replies;
        this.reading = reading;
        this.permissions = permissions;
    }

    /// @param request what is answered, null if the officer may see no such message
    List<Breach> against(Wanted wanted, @Nullable MessageEntry request) {
        if (!(wanted.message() instanceof InformationResponse response)) {
            return List.of();
        }
        var breaches = new ArrayList<>(replies.against(response, wanted, request));
        if (request != null && ReplyChecks.fits(response, request)) {
            breaches.addAll(forwarding(response.answer().forwarded(), request));
        }
        return breaches;
    }

    /// As for a message that the desk hands on.
    private List<Breach> forwarding(InformationResponse.@Nullable Forwarded forwarded, MessageEntry request) {
        var mark = forwarded == null || permissions.letPass(request, forwarded.to())
                ? null
                : kept(reading.handling(request), forwarded.outside());
        return mark == null
                ? List.of()
                : List.of(new Breach("answer.forwarded.to", BreachCode.FORWARDING_NOT_ALLOWED, List.of(mark)));
    }

    private static @Nullable String kept(Handling handling, boolean outside) {
        if (outside && handling.code() == HandlingCode.H2) {
            return "H2";
        }
        var tlp = handling.tlp();
        return tlp == Tlp.RED || (outside && tlp == Tlp.AMBER_STRICT) ? "TLP:" + tlp.code() : null;
    }
}
