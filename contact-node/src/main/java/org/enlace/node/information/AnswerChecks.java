package org.enlace.node.information;

import java.util.ArrayList;
import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.InformationResponse;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What this node knows about a request that an answer has to fit.
@Component
class AnswerChecks {
    private final CaseFiles files;
    private final CaseReading reading;

    AnswerChecks(CaseFiles files, CaseReading reading) {
        this.files = files;
        this.reading = reading;
    }

    /// @param request what is answered, null if the officer may see no such message
    List<Breach> against(Wanted wanted, @Nullable MessageEntry request) {
        if (request == null) {
            return List.of();
        }
        if (request.side() != Side.RECEIVED || request.gist().type() != MessageType.INFORMATION_REQUEST) {
            return List.of(new Breach("about.inReplyTo", BreachCode.ANSWERS_NO_REQUEST, List.of()));
        }
        var breaches = new ArrayList<Breach>();
        if (!onlyTo(request.partner(), wanted.recipients())) {
            breaches.add(new Breach(
                    "recipients",
                    BreachCode.RECIPIENT_DID_NOT_ASK,
                    List.of(request.partner().value())));
        }
        if (!wanted.reference().equals(request.reference())) {
            breaches.add(new Breach("about.caseRef", BreachCode.CASE_DIFFERS, List.of()));
        }
        if (wanted.mode() != request.mode()) {
            breaches.add(new Breach(
                    "about.mode",
                    BreachCode.MODE_DIFFERS,
                    List.of(request.mode().name())));
        }
        if (files.hasAnswered(request)) {
            breaches.add(new Breach("about.inReplyTo", BreachCode.ALREADY_ANSWERED, List.of()));
        }
        if (wanted.message() instanceof InformationResponse response) {
            breaches.addAll(forwarding(response.answer().forwarded(), reading.handling(request)));
        }
        return breaches;
    }

    /// Nobody at all is another breach.
    private static boolean onlyTo(NodeId asker, List<NodeId> recipients) {
        return recipients.stream().allMatch(asker::equals);
    }

    /// As for a message that the desk hands on.
    private static List<Breach> forwarding(InformationResponse.@Nullable Forwarded forwarded, Handling handling) {
        var mark = forwarded == null ? null : kept(handling, forwarded.outside());
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
