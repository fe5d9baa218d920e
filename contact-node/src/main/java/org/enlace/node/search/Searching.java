package org.enlace.node.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseIndex;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Standing;
import org.enlace.node.casefile.Standings;
import org.enlace.node.casefile.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Searches what an officer may see. That somebody searched is a line in the audit log; for what is not.
@Component
class Searching {
    static final int PAGE = 25;

    private final Hits hits;
    private final CaseIndex index;
    private final CaseFiles files;
    private final Reader.All readers;
    private final Standings standings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Searching(
            Hits hits,
            CaseIndex index,
            CaseFiles files,
            Reader.All readers,
            Standings standings,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.standings = standings;
        this.hits = hits;
        this.index = index;
        this.files = files;
        this.readers = readers;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param codes why it was found
    record Hit(MessageEntry message, @Nullable Standing standing, List<String> codes) {}

    /// @param older where the next page begins; null on the last one
    /// @param lookedBackTo how far back was looked, if not far enough to fill the page or to reach the end
    record Found(
            List<Hit> hits,
            @Nullable String older,
            @Nullable Instant lookedBackTo) {}

    /// Everything that was stored before is found.
    public Found find(Sought sought, Place before, Officer officer) {
        index.catchUp();
        return Objects.requireNonNull(transaction.execute(_ -> read(sought, before, officer)));
    }

    private Found read(Sought sought, Place before, Officer officer) {
        var reader = readers.of(officer);
        var walked = hits.messages(reader, sought.wanted(), before, PAGE + 1);
        var ids = walked.found();
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
                .filter(reader.sight()::sees)
                .map(entry -> new Hit(entry, how.get(entry.id()), why(entry, how.get(entry.id()), codes, having)))
                .toList();
        var next = ids.size() > PAGE ? place(Objects.requireNonNull(entries.get(shown.getLast()))) : walked.stopped();
        return new Found(
                found,
                next == null ? null : next.code(),
                walked.stopped() == null ? null : walked.stopped().at());
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
