package org.enlace.node.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.enlace.node.NodeSettings;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.Chip;
import org.enlace.node.paper.Csv;
import org.enlace.node.search.CaseFilter.Column;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// The list of cases as a file: what the officer sees of it, in the columns that are shown, and nothing else.
@Component
class ListExport {
    static final int ROWS_MAX = 1_000;
    /// A file is asked for seldom, and looks further than a page.
    private static final int LOOKED_AT_MAX = 20_000;

    private final CaseLists lists;
    private final NodeSettings settings;
    private final AuditLog audit;

    ListExport(CaseLists lists, NodeSettings settings, AuditLog audit) {
        this.lists = lists;
        this.settings = settings;
        this.audit = audit;
    }

    /// @param name says nothing of what is in it
    record File(String name, String content) {}

    /// What was taken out is in the audit log before anybody has it. The list is read in no transaction of ours: before
    /// it is, the index catches up in transactions of its own.
    File of(CaseFilter filter, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var list = lists.of(filter, Place.TOP, ROWS_MAX, LOOKED_AT_MAX, page);
        audit.write(new AuditEntry(
                officer.pseudonym(), "EXPORT_LIST", "cases:" + list.rows().size(), null, AuditEntry.DONE));
        var text = new StringBuilder(Csv.MARK);
        if (page.training()) {
            text.append(Csv.line(List.of(page.text("web.training"))));
        }
        text.append(Csv.line(List.of(page.text("search.export.handling", "country", page.nodeName()))));
        text.append(Csv.line(
                List.of(page.text("search.export.by", "who", officer.pseudonym(), "time", page.time(page.now())))));
        text.append(Csv.line(List.of(page.text("search.export.filter", "filter", named(filter, page)))));
        text.append(Csv.line(head(filter, page)));
        list.rows().forEach(row -> text.append(Csv.line(line(row, filter, page))));
        if (list.lookedBackTo() != null) {
            text.append(Csv.line(List.of(page.text("search.export.stopped", "time", page.exact(list.lookedBackTo())))));
        } else if (list.older() != null) {
            text.append(Csv.line(List.of(page.text("search.export.more", "n", ROWS_MAX))));
        }
        var day = LocalDate.ofInstant(page.now(), settings.zone());
        return new File("cases-" + day + ".csv", text.toString());
    }

    private String named(CaseFilter filter, PageContext page) {
        var named = new ArrayList<String>();
        add(named, "kind", filter.kind().isEmpty() ? "" : lists.label("message-type", filter.kind(), page), page);
        add(named, "country", filter.country().isEmpty() ? "" : page.country(filter.country()), page);
        add(named, "state", filter.state().isEmpty() ? "" : lists.label("business-state", filter.state(), page), page);
        add(named, "urgency", filter.urgency().isEmpty() ? "" : lists.label("urgency", filter.urgency(), page), page);
        add(named, "owner", owner(filter.owner(), page), page);
        add(named, "from", filter.from(), page);
        add(named, "until", filter.until(), page);
        return named.isEmpty() ? page.text("search.any") : String.join("; ", named);
    }

    private static void add(List<String> named, String field, String value, PageContext page) {
        if (!value.isEmpty()) {
            named.add(page.text("search.filter." + field) + ": " + value);
        }
    }

    private static String owner(String owner, PageContext page) {
        return switch (owner) {
            case CaseFilter.ME -> page.text("search.owner.me");
            case CaseFilter.NOBODY -> page.text("search.owner.nobody");
            default -> owner;
        };
    }

    private static List<String> head(CaseFilter filter, PageContext page) {
        var head = new ArrayList<>(List.of(
                page.text("search.export.number"),
                page.text("casefile.column.case"),
                page.text("search.filter.kind"),
                page.text("search.filter.urgency"),
                page.text("search.export.marks")));
        if (filter.shows(Column.FROM)) {
            head.add(page.text("casefile.column.from"));
        }
        if (filter.shows(Column.STATE)) {
            head.add(page.text("casefile.column.state"));
            head.add(page.text("search.filter.owner"));
        }
        if (filter.shows(Column.CHANGED)) {
            head.add(page.text("casefile.column.changed"));
        }
        return head;
    }

    private static List<String> line(CaseList.Row row, CaseFilter filter, PageContext page) {
        var line = new ArrayList<>(List.of(
                row.reference(),
                row.headline(),
                row.type(),
                row.urgencyLabel(),
                row.chips().stream().map(Chip::text).collect(Collectors.joining("; "))));
        if (filter.shows(Column.FROM)) {
            line.add(page.country(row.partner()));
        }
        if (filter.shows(Column.STATE)) {
            line.add(row.state());
            line.add(Objects.requireNonNullElse(row.owner(), ""));
        }
        if (filter.shows(Column.CHANGED)) {
            line.add(page.exact(row.changedAt()));
        }
        return line;
    }
}
