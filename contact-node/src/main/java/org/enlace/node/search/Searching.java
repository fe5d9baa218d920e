package org.enlace.node.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Standing;
import org.enlace.node.casefile.Standings;
import org.enlace.node.casefile.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Searches what an officer may see. That somebody searched is a line in the audit log; for what is not.
@Component
class Searching {
    static final int PAGE = 25;

    private final Hits hits;
    private final CaseFiles files;
    private final Reach reach;
    private final Standings standings;
    private final AuditLog audit;

    Searching(Hits hits, CaseFiles files, Reach reach, Standings standings, AuditLog audit) {
        this.standings = standings;
        this.hits = hits;
        this.files = files;
        this.reach = reach;
        this.audit = audit;
    }

    /// @param codes why it was found
    record Hit(MessageEntry message, @Nullable Standing standing, List<String> codes) {}

    /// @param older where the next page begins; null on the last one
    record Found(List<Hit> hits, @Nullable String older) {}

    @Transactional
    public Found find(Sought sought, Place before, Officer officer) {
        var sight = reach.sight(officer);
        var ids = hits.messages(sight, sought.wanted(), before, PAGE + 1);
        var shown = ids.subList(0, Math.min(PAGE, ids.size()));
        var entries = files.find(shown);
        var codes = sought.wanted().stream()
                .flatMap(word -> word.codes().stream())
                .distinct()
                .toList();
        var having = hits.having(shown, codes);
        var how = standings.of(shown);
        searched(officer);
        var found = shown.stream()
                .map(entries::get)
                .map(Objects::requireNonNull)
                .filter(sight::sees)
                .map(entry -> new Hit(entry, how.get(entry.id()), why(entry, how.get(entry.id()), codes, having)))
                .toList();
        return new Found(
                found,
                ids.size() > PAGE
                        ? place(Objects.requireNonNull(entries.get(shown.getLast())))
                                .code()
                        : null);
    }

    /// Something was typed that led nowhere.
    @Transactional
    public void searched(Officer officer) {
        audit.write(new AuditEntry(officer.pseudonym(), "SEARCH", "cases", null, AuditEntry.DONE));
    }

    private static List<String> why(
            MessageEntry entry, @Nullable Standing standing, List<String> codes, Map<MessageId, List<String>> having) {
        var why = new ArrayList<>(having.getOrDefault(entry.id(), List.of()));
        var number = Terms.of(Wanted.NUMBER, entry.reference().value());
        var state = Terms.of(Wanted.STATE, Standing.stateOf(entry, standing));
        codes.stream().filter(code -> code.equals(number) || code.equals(state)).forEach(why::addFirst);
        return why;
    }

    private static Place place(MessageEntry entry) {
        return new Place(entry.storedAt(), entry.id().value().toString());
    }
}
