package org.enlace.node.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.enlace.message.MatchQuery;
import org.enlace.message.Mode;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.matching.Asking.Objection;
import org.enlace.node.matching.QueryScreen.Form;
import org.enlace.node.matching.QueryScreen.Row;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts private queries into pages.
@Component
class QueryScreens {
    private static final int PAGE = 20;

    private final Queries queries;
    private final FoundHere hits;
    private final TableRows tables;
    private final QueryWords words;
    private final OfficerNames names;
    private final AccessRules rules;
    private final NodeSettings settings;

    QueryScreens(
            Queries queries,
            FoundHere hits,
            TableRows tables,
            QueryWords words,
            OfficerNames names,
            AccessRules rules,
            NodeSettings settings) {
        this.queries = queries;
        this.hits = hits;
        this.tables = tables;
        this.words = words;
        this.names = names;
        this.rules = rules;
        this.settings = settings;
    }

    QueryScreen all(int number, QueryForm form, List<Objection> against, Officer officer, PageContext page) {
        return new QueryScreen(
                form(form, against, page),
                mine(number, officer, page),
                tables.left(settings.usualMode(), page.now()).stream()
                        .map(left -> new QueryScreen.Left(
                                page.country(left.partner()),
                                page.text(
                                        left.nothing() ? "queries.left.nothing" : "queries.left.some",
                                        "today",
                                        left.today(),
                                        "month",
                                        left.thisMonth(),
                                        "time",
                                        page.time(left.until()))))
                        .toList(),
                hits(officer, page));
    }

    /// What the officer asked, without what it was about: a page asks for it again by itself while an answer may come.
    QueryScreen.Mine mine(int number, Officer officer, PageContext page) {
        var found = queries.of(officer, number, PAGE);
        var shown = found.stream().limit(PAGE).toList();
        var partners = queries.partners(shown);
        var waits = shown.stream().anyMatch(query -> waits(query, partners.getOrDefault(query.id(), List.of()), page));
        return new QueryScreen.Mine(
                shown.stream()
                        .map(query -> line(query, partners.getOrDefault(query.id(), List.of()), page))
                        .toList(),
                number > 0 ? "/queries?page=" + (number - 1) : null,
                found.size() > PAGE ? "/queries?page=" + (number + 1) : null,
                answered(partners.values().stream().flatMap(List::stream).toList()),
                waits ? "/queries/mine?page=" + number : null);
    }

    private boolean waits(Query query, List<Query.Partner> partners, PageContext page) {
        return partners.stream()
                .anyMatch(one -> words.standing(query, one, page.now()).equals(QueryWords.WAITING));
    }

    private static int answered(List<Query.Partner> partners) {
        return (int) partners.stream().filter(one -> one.answeredAt() != null).count();
    }

    /// How one query stands, without opening what it was about.
    ///
    /// @param seen how many answers its reader has on the page
    OneQueryScreen.Live live(Query query, int seen, PageContext page) {
        var partners = queries.partners(List.of(query)).getOrDefault(query.id(), List.of());
        var answered = answered(partners);
        var more = answered > seen;
        return new OneQueryScreen.Live(
                "/queries/" + query.id(),
                more,
                !more && waits(query, partners, page) ? "/queries/" + query.id() + "/answers?seen=" + seen : null);
    }

    private QueryScreen.Line line(Query query, List<Query.Partner> partners, PageContext page) {
        return new QueryScreen.Line(
                "/queries/" + query.id(),
                query.reference().value(),
                page.text("queries.elements", "n", query.elements()),
                words.label("purpose", query.purpose(), page),
                query.askedAt(),
                partners.stream()
                        .map(one -> new QueryScreen.Standing(
                                page.country(one.partner()), standing(query, one, page), tone(query, one, page)))
                        .toList());
    }

    private String standing(Query query, Query.Partner one, PageContext page) {
        var until = query.dueAt();
        return page.text("queries.standing." + words.standing(query, one, page.now()), "time", page.time(until));
    }

    private String tone(Query query, Query.Partner one, PageContext page) {
        return switch (words.standing(query, one, page.now())) {
            case "HIT" -> "hit";
            case "NO_HIT", "WAITING" -> "quiet";
            default -> "warn";
        };
    }

    private List<QueryScreen.Hit> hits(Officer officer, PageContext page) {
        var found = hits.seenBy(officer);
        var named = names.of(found.stream()
                .map(HitRows.Hit::reviewedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(hit -> new QueryScreen.Hit(
                        hit.id().toString(),
                        page.text(
                                "queries.hit.what",
                                "country",
                                page.country(hit.partner()),
                                "purpose",
                                purpose(hit.purpose(), page),
                                "officer",
                                hit.pseudonym()),
                        MatchQuery.reference(hit.partner(), hit.query()),
                        CaseAddress.of(hit.reference(), hit.message()),
                        hit.reference().value(),
                        hit.foundAt(),
                        hit.reviewedBy() == null ? null : named.getOrDefault(hit.reviewedBy(), "")))
                .toList();
    }

    private String purpose(@Nullable String code, PageContext page) {
        return code == null ? "" : words.label("purpose", code, page);
    }

    private Form form(QueryForm form, List<Objection> against, PageContext page) {
        var rows = new ArrayList<Row>();
        for (var row = 0; row < form.rows(); row++) {
            rows.add(row(row, form, against, page));
        }
        return new Form(
                form.text("key"),
                field("reference", form, against, page).hint(page.text("queries.field.reference.hint")),
                field("purpose", form, against, page),
                words.codes("purpose", form.text("purpose"), page),
                field("legalBasis", form, against, page),
                words.codes("legal-basis", form.text("legalBasis"), page),
                field("identifiers", form, against, page).hint(page.text("queries.field.identifiers.hint")),
                rows,
                field("partners", form, against, page),
                words.partners(form.all("partners"), page));
    }

    private Row row(int row, QueryForm form, List<Objection> against, PageContext page) {
        var wrong = against.stream()
                .filter(one -> one.row() == row)
                .findFirst()
                .map(one -> words.of(one, page))
                .orElse(null);
        return new Row(
                page.text("queries.row", "n", row + 1),
                Field.of("kind." + row, page.text("queries.field.kind")),
                words.kinds(form.kind(row), page),
                Field.of("state." + row, page.text("queries.field.state")),
                words.states(form.text("state." + row), page),
                Field.of("number." + row, page.text("queries.field.number"))
                        .value(form.text("number." + row))
                        .error(wrong));
    }

    private Field field(String name, QueryForm form, List<Objection> against, PageContext page) {
        var wrong = against.stream()
                .filter(one -> one.row() < 0 && one.point().field().equals(name))
                .map(one -> words.of(one, page))
                .distinct()
                .toList();
        return Field.of(name, page.text("queries.field." + name))
                .value(form.text(name))
                .error(wrong.isEmpty() ? null : String.join(" ", wrong));
    }

    OneQueryScreen one(Query query, Officer officer, PageContext page) {
        var asked = queries.identifiers(query, officer);
        var identifiers = new ArrayList<OneQueryScreen.Identifier>();
        for (var one : asked) {
            identifiers.add(new OneQueryScreen.Identifier(
                    identifiers.size() + 1, words.kind(one.kind(), page), words.shown(one, page)));
        }
        var path = "/queries/" + query.id();
        var partners = queries.partners(List.of(query)).getOrDefault(query.id(), List.of());
        return new OneQueryScreen(
                path,
                query.reference().value(),
                "/cases/" + query.reference(),
                words.label("purpose", query.purpose(), page),
                query.askedAt(),
                query.mode() != Mode.ACTUAL,
                identifiers,
                live(query, answered(partners), page),
                partners.stream()
                        .map(one -> partner(query, one, identifiers, path, officer, page))
                        .toList());
    }

    private OneQueryScreen.Partner partner(
            Query query,
            Query.Partner one,
            List<OneQueryScreen.Identifier> identifiers,
            String path,
            Officer officer,
            PageContext page) {
        var role = one.contactRole();
        var hit = !one.hits().isEmpty();
        return new OneQueryScreen.Partner(
                page.country(one.partner()),
                one.reference(settings.node()),
                standing(query, one, page),
                tone(query, one, page),
                one.hits().stream()
                        .filter(number -> number <= identifiers.size())
                        .map(number -> identifiers.get(number - 1).text())
                        .toList(),
                more(one, role == null ? "" : words.label("role", role, page), page),
                one.answeredAt(),
                hit && rules.mayOpen(officer, Action.WRITE_INFORMATION) ? path + "/write/" + one.partner() : null);
    }

    private static String more(Query.Partner one, String role, PageContext page) {
        if (!one.hits().isEmpty()) {
            return page.text("queries.contact", "role", role);
        }
        return Boolean.FALSE.equals(one.complete()) ? page.text("queries.incomplete") : "";
    }
}
