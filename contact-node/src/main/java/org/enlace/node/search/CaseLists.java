package org.enlace.node.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseIndex;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Standing;
import org.enlace.node.casefile.Standings;
import org.enlace.node.casefile.StateWords;
import org.enlace.node.casefile.Terms;
import org.enlace.node.search.Hits.CaseHit;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The list of cases as one officer may see it, in a constant number of queries.
@Component
class CaseLists {
    static final int PAGE = 50;
    static final String REFERENCE = "[A-Z0-9-]{14}";

    /// What is in no case yet.
    private static final Set<String> BEFORE_SENDING =
            Set.of(BusinessState.DRAFT.name(), BusinessState.AWAITING_RELEASE.name());

    private final Hits hits;
    private final CaseIndex index;
    private final CaseFiles files;
    private final Reader.All readers;
    private final Standings standings;
    private final Officers officers;
    private final OfficerNames names;
    private final NodeSettings settings;
    private final Words words;
    private final TransactionTemplate reading;

    /// What puts a row into words.
    @Component
    record Words(Headlines headlines, Labels labels, StateWords states) {}

    CaseLists(
            Hits hits,
            CaseIndex index,
            CaseFiles files,
            Reader.All readers,
            Standings standings,
            Officers officers,
            OfficerNames names,
            NodeSettings settings,
            Words words,
            PlatformTransactionManager transactions) {
        this.hits = hits;
        this.index = index;
        this.files = files;
        this.readers = readers;
        this.standings = standings;
        this.officers = officers;
        this.names = names;
        this.settings = settings;
        this.words = words;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// One page. Everything that was stored before is in it.
    CaseList of(CaseFilter filter, Place before, PageContext page) {
        return of(filter, before, PAGE, Hits.LOOKED_AT_MAX, page);
    }

    /// @param size how many are wanted
    /// @param atMost how many rows are looked at for them
    CaseList of(CaseFilter filter, Place before, int size, int atMost, PageContext page) {
        index.catchUp();
        return Objects.requireNonNull(reading.execute(_ -> read(filter, before, size, atMost, page)));
    }

    private CaseList read(CaseFilter filter, Place before, int size, int atMost, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var reader = readers.of(officer);
        var walked = hits.cases(
                reader,
                filter.wanted(officer, owner(filter)),
                filter.period(settings.zone()),
                before,
                size + 1,
                atMost);
        var found = walked.found();
        var shown = found.subList(0, Math.min(found.size(), size));
        var ids = shown.stream().map(CaseHit::first).toList();
        var entries = files.find(ids);
        var how = standings.of(ids);
        var owners = names.of(how.values().stream()
                .map(Standing::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var rows = shown.stream()
                .filter(hit -> reader.sight().sees(Objects.requireNonNull(entries.get(hit.first()))))
                .map(hit -> row(hit, entries, how, owners, page))
                .toList();
        var next = found.size() > size ? place(shown.getLast(), entries) : walked.stopped();
        return new CaseList(
                rows,
                next == null ? null : next.code(),
                walked.stopped() == null ? null : walked.stopped().at(),
                before.equals(Place.TOP));
    }

    /// Those who may have cases, by name.
    List<Officer> owners() {
        return officers.working();
    }

    private String owner(CaseFilter filter) {
        return filter.owner().startsWith("officer-")
                ? officers.known(filter.owner())
                        .map(officer -> officer.id().value())
                        .orElse("")
                : "";
    }

    private static Place place(CaseHit hit, Map<MessageId, MessageEntry> entries) {
        return new Place(
                hit.changedAt(),
                Objects.requireNonNull(entries.get(hit.first())).reference().value());
    }

    private CaseList.Row row(
            CaseHit hit,
            Map<MessageId, MessageEntry> entries,
            Map<MessageId, Standing> how,
            Map<String, String> owners,
            PageContext page) {
        var first = Objects.requireNonNull(entries.get(hit.first()));
        var reader = page.locale();
        var standing = how.get(first.id());
        var state = Standing.stateOf(first, standing);
        return new CaseList.Row(
                first.reference().value(),
                first.id().toString(),
                words.headlines().of(first, reader),
                words.headlines().type(first.gist(), reader),
                first.gist().type().name(),
                words.headlines().chips(first, reader),
                first.urgency(),
                words.labels().of("urgency", first.urgency(), reader),
                first.partner(),
                first.side() == Side.SENT,
                words.states().of(state, first.gist().type(), Standing.answersOf(standing), reader),
                state,
                standing == null || standing.owner() == null ? null : owners.get(standing.owner()),
                hit.changedAt());
    }

    /// The codes of a list that a case may be filed under.
    List<String> codes(String list) {
        return words.labels().codes(list).stream()
                .filter(code -> !list.equals(Terms.TYPE) || Terms.isFiled(MessageType.valueOf(code)))
                .filter(code -> !list.equals(Wanted.STATE) || !BEFORE_SENDING.contains(code))
                .toList();
    }

    String label(String list, String code, PageContext page) {
        return words.labels().of(list, code, page.locale());
    }
}
