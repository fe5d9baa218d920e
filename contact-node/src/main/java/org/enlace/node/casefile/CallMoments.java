package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlace.lifecycle.Rung;
import org.enlace.message.MessageId;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.casefile.CaseScreen.Moment;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;

/// Who was called because nobody did what was due, in words: whom, when, how, and whether it reached them.
@Component
public class CallMoments {
    private final Callings callings;
    private final Labels labels;
    private final OfficerNames names;
    private final CurrentDirectory directory;

    CallMoments(Callings callings, Labels labels, OfficerNames names, CurrentDirectory directory) {
        this.callings = callings;
        this.labels = labels;
        this.names = names;
        this.directory = directory;
    }

    /// Oldest first.
    public List<Moment> of(Collection<MessageId> messages, Locale reader) {
        var calls = callings.of(messages);
        var named = names.of(calls.stream()
                .flatMap(call -> call.told().stream())
                .map(told -> told.officer().value())
                .distinct()
                .toList());
        var here = labels.country(directory.self().code().value(), reader);
        return calls.stream()
                // That the sender is told is an event of its own.
                .filter(call -> !call.rung().equals(Rung.SENDER.name()))
                .map(call -> moment(call, named, here, reader))
                .toList();
    }

    /// Whether it reached them, and if not, why and what to do.
    private String notice(Calling.Sent notice, Map<String, String> named, Locale reader) {
        var officer = notice.officer();
        var reason = notice.reason();
        var state = notice.state().toLowerCase(Locale.ROOT);
        return labels.text(
                reader,
                (officer == null ? "casefile.call.phone." : "casefile.call.mail.")
                        + (state.equals("waiting") && reason != null ? "again" : state),
                "name",
                officer == null ? "" : named.getOrDefault(officer.value(), ""),
                "why",
                reason == null ? "" : labels.text(reader, "casefile.call.why." + reason));
    }

    private Moment moment(Calling call, Map<String, String> named, String here, Locale reader) {
        var rung = labels.of("rung", call.rung(), reader);
        var words = new ArrayList<String>();
        if (call.late()) {
            words.add(labels.text(reader, "casefile.call.late"));
        }
        if (call.told().isEmpty()) {
            words.add(labels.text(reader, "casefile.call.nobody"));
        }
        for (var told : call.told()) {
            words.add(labels.text(
                    reader,
                    told.atDesk() ? "casefile.call.desk" : "casefile.call.away",
                    "name",
                    named.getOrDefault(told.officer().value(), "")));
        }
        call.notices().forEach(notice -> words.add(notice(notice, named, reader)));
        return new Moment(labels.text(reader, "casefile.call", "rung", rung), here, true, call.at(), words);
    }
}
