package org.enlace.node.casefile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.MessageId;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of cases as one officer may see it, in a constant number of queries.
@Component
class CaseLists {
    private static final int PAGE = 50;

    private final CaseMessages messages;
    private final Reach reach;
    private final Standings standings;
    private final OfficerNames names;
    private final Headlines headlines;
    private final Labels labels;
    private final StateWords states;

    CaseLists(
            CaseMessages messages,
            Reach reach,
            Standings standings,
            OfficerNames names,
            Headlines headlines,
            Labels labels,
            StateWords states) {
        this.messages = messages;
        this.reach = reach;
        this.standings = standings;
        this.names = names;
        this.headlines = headlines;
        this.labels = labels;
        this.states = states;
    }

    @Transactional(readOnly = true)
    public CaseList of(CaseLine.Place before, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var found = messages.cases(reach.sight(officer), before, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        var how = standings.of(shown.stream().map(line -> line.first().id()).toList());
        var owners = names.of(how.values().stream()
                .map(Standing::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new CaseList(
                shown.stream().map(line -> row(line, how, owners, page)).toList(),
                found.size() > PAGE ? shown.getLast().place().code() : null,
                before.equals(CaseLine.Place.TOP));
    }

    private CaseList.Row row(
            CaseLine line, Map<MessageId, Standing> how, Map<String, String> owners, PageContext page) {
        var first = line.first();
        var reader = page.locale();
        var standing = how.get(first.id());
        return new CaseList.Row(
                first.reference().value(),
                headlines.of(first, reader),
                headlines.type(first.gist(), reader),
                headlines.chips(first, reader),
                first.urgency(),
                labels.of("urgency", first.urgency(), reader),
                first.partner(),
                first.side() == Side.SENT,
                states.of(state(first, standing), first.gist().type(), answers(standing), reader),
                standing == null || standing.owner() == null ? null : owners.get(standing.owner()),
                line.changedAt());
    }

    static List<String> answers(@Nullable Standing standing) {
        return standing == null ? List.of() : standing.answers();
    }

    static String state(MessageEntry message, @Nullable Standing standing) {
        if (standing != null) {
            return standing.state();
        }
        return message.side() == Side.SENT ? BusinessState.SENT.name() : BusinessState.RECEIVED.name();
    }
}
