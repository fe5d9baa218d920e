package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.NodeId;
import org.enlace.message.Reply;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What every answer has to fit: it goes to who asked, in the case and the mode of the question.
@Component
public class ReplyChecks {
    private final CaseFiles files;

    ReplyChecks(CaseFiles files) {
        this.files = files;
    }

    /// @param asked what is answered, null if the officer may see no such message
    public List<Breach> against(Reply reply, Wanted wanted, @Nullable MessageEntry asked) {
        if (asked == null) {
            return List.of();
        }
        if (!fits(reply, asked)) {
            return List.of(new Breach("about.inReplyTo", BreachCode.ANSWERS_NO_REQUEST, List.of()));
        }
        var breaches = new ArrayList<Breach>();
        if (!onlyTo(asked.partner(), wanted.recipients())) {
            breaches.add(new Breach(
                    "recipients",
                    BreachCode.RECIPIENT_DID_NOT_ASK,
                    List.of(asked.partner().value())));
        }
        breaches.addAll(place(wanted, asked));
        if (files.hasAnswered(asked)) {
            breaches.add(new Breach("about.inReplyTo", BreachCode.ALREADY_ANSWERED, List.of()));
        }
        return breaches;
    }

    /// In the case of the message that it replies to, and meant as much as that is.
    public static List<Breach> place(Wanted wanted, MessageEntry replied) {
        var breaches = new ArrayList<Breach>();
        if (!wanted.reference().equals(replied.reference())) {
            breaches.add(new Breach("about.caseRef", BreachCode.CASE_DIFFERS, List.of()));
        }
        if (wanted.mode() != replied.mode()) {
            breaches.add(new Breach(
                    "about.mode",
                    BreachCode.MODE_DIFFERS,
                    List.of(replied.mode().name())));
        }
        return breaches;
    }

    /// Whether it answers messages of that kind, and this one came to us.
    public static boolean fits(Reply reply, MessageEntry asked) {
        return asked.side() == Side.RECEIVED && asked.gist().type() == reply.asked();
    }

    /// Nobody at all is another breach.
    private static boolean onlyTo(NodeId asker, List<NodeId> recipients) {
        return recipients.stream().allMatch(asker::equals);
    }
}
