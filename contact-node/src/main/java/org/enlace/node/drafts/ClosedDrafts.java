package org.enlace.node.drafts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.message.MessageId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.access.Target;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.Sight;
import org.springframework.stereotype.Component;

/// Drafts that their own writer may not read now: since they were begun a function was taken from the writer, or a part
/// or a message was closed. They are kept and said to be there, and nothing of them is shown.
@Component
class ClosedDrafts {
    private final Families families;
    private final KeptParts parts;
    private final CaseFiles files;
    private final Corrections corrections;
    private final AccessRules rules;

    ClosedDrafts(Families families, KeptParts parts, CaseFiles files, Corrections corrections, AccessRules rules) {
        this.families = families;
        this.parts = parts;
        this.files = files;
        this.corrections = corrections;
        this.rules = rules;
    }

    enum Why {
        /// No function of the writer writes such messages any more.
        ROLE,
        /// The form asks for a part that is closed beside what is not.
        PART,
        /// It is about a message that the writer does not see any more.
        MESSAGE
    }

    /// Empty if its writer may read it.
    Optional<Why> why(Draft draft, Officer writer) {
        return Optional.ofNullable(why(List.of(draft), writer).get(draft.id()));
    }

    /// Those of these drafts of one writer that are closed.
    Map<UUID, Why> why(List<Draft> drafts, Officer writer) {
        var about = files.find(drafts.stream().flatMap(ClosedDrafts::about).collect(Collectors.toSet()));
        var sight = new Sight(writer, rules);
        var closed = new HashMap<UUID, Why>();
        for (var draft : drafts) {
            if (!mayWrite(draft, writer)) {
                closed.put(draft.id(), Why.ROLE);
            } else if (about(draft)
                            .flatMap(id -> Stream.ofNullable(about.get(id)))
                            .anyMatch(message -> !sight.sees(message))
                    || correctsHidden(draft, writer)) {
                closed.put(draft.id(), Why.MESSAGE);
            } else if (parts.open(draft, families.of(draft.type()), writer).isEmpty()) {
                closed.put(draft.id(), Why.PART);
            }
        }
        return closed;
    }

    private boolean mayWrite(Draft draft, Officer writer) {
        return rules.decide(
                        writer,
                        families.of(draft.type()).writing(),
                        new Target.OwnedBy(draft.owner()),
                        Purpose.INVESTIGATION)
                .allowed();
    }

    private boolean correctsHidden(Draft draft, Officer writer) {
        var corrects = draft.values().one(Draft.CORRECTS);
        return corrects != null && corrections.isHidden(MessageId.parse(corrects), writer);
    }

    /// What it replies to and what it takes up.
    private static Stream<MessageId> about(Draft draft) {
        return Stream.of(Draft.IN_REPLY_TO, Draft.TAKES_UP)
                .flatMap(name -> Stream.ofNullable(draft.values().one(name)))
                .map(MessageId::parse);
    }
}
