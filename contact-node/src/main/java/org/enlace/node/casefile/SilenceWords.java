package org.enlace.node.casefile;

import java.util.Comparator;
import java.util.List;
import org.enlace.directory.Member;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CaseScreen.Silence;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a sender is told, and can do, when nobody at a recipient acknowledged in time: whether its node says so itself,
/// or says nothing.
@Component
class SilenceWords {
    private final Labels labels;
    private final CurrentDirectory directory;

    SilenceWords(Labels labels, CurrentDirectory directory) {
        this.labels = labels;
        this.directory = directory;
    }

    /// @param done what concerns this recipient
    /// @return null while there is no silence, and once somebody there has acknowledged
    @Nullable
    Silence of(NodeId recipient, List<CaseEvent> done, @Nullable Life life, PageContext page) {
        if (life == null || life.course().state() != BusinessState.RECEIVED) {
            return null;
        }
        // What their node says under its signature counts before what ours concludes.
        return done.stream()
                .filter(event -> event.kind().isSilence())
                .min(Comparator.comparing((CaseEvent event) -> event.kind() != CaseEventKind.UNACKNOWLEDGED)
                        .thenComparing(CaseEvent::recordedAt, Comparator.reverseOrder()))
                .map(event -> silence(recipient, event, page))
                .orElse(null);
    }

    private Silence silence(NodeId recipient, CaseEvent event, PageContext page) {
        var country = page.country(recipient);
        var key = switch (event.kind()) {
            case UNACKNOWLEDGED -> "casefile.silence.said";
            case NO_RECEIPT -> "casefile.silence.no-receipt";
            default -> "casefile.silence.no-word";
        };
        var rung = event.ground() == null ? "" : labels.of("rung", event.ground(), page.locale());
        var phone = directory
                .current()
                .member(recipient)
                .map(Member::contact)
                .map(contact -> contact.emergencyPhone())
                .orElse("");
        return new Silence(
                page.text(key, "country", country, "time", page.time(event.happenedAt()), "rung", rung),
                page.text("casefile.silence.next", "country", country),
                phone,
                phone.replaceAll("[^+0-9]", ""),
                recipient);
    }
}
