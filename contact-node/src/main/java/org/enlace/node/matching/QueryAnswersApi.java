package org.enlace.node.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.enlace.matching.Identifier;
import org.enlace.message.MatchQuery;
import org.enlace.message.Mode;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.matching.Asking.Outcome;
import org.enlace.node.matching.QueryApi.HitAnswer;
import org.enlace.node.matching.QueryApi.IdentifierAnswer;
import org.enlace.node.matching.QueryApi.LeftAnswer;
import org.enlace.node.matching.QueryApi.ListAnswer;
import org.enlace.node.matching.QueryApi.PartnerAnswer;
import org.enlace.node.matching.QueryApi.QueryAnswer;
import org.enlace.node.matching.QueryApi.WholeAnswer;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the API answers about private queries.
@Component
class QueryAnswersApi {
    private static final int PAGE = 20;

    private final Queries queries;
    private final FoundHere hits;
    private final TableRows tables;
    private final QueryWords words;
    private final NodeSettings settings;

    QueryAnswersApi(Queries queries, FoundHere hits, TableRows tables, QueryWords words, NodeSettings settings) {
        this.queries = queries;
        this.hits = hits;
        this.tables = tables;
        this.words = words;
        this.settings = settings;
    }

    Asking asking(QueryApi.Wanted wanted) {
        var written = new ArrayList<Asking.Written>();
        for (var one : Objects.requireNonNullElse(wanted.identifiers(), List.<QueryApi.WantedIdentifier>of())) {
            written.add(new Asking.Written(written.size(), one.kind(), one.state(), Sensitive.of(said(one.number()))));
        }
        return new Asking(
                said(wanted.caseReference()),
                said(wanted.purpose()),
                said(wanted.legalBasis()),
                written,
                Objects.requireNonNullElse(wanted.partners(), List.of()));
    }

    QueryAnswer after(Outcome outcome, Officer officer, PageContext page) {
        return switch (outcome) {
            case Outcome.Asked(var query) -> answers(List.of(query)).getFirst();
            case Outcome.OtherBefore _ -> throw new ProblemFound(ProblemKind.IDEMPOTENCY_KEY_REUSED);
            case Outcome.Refused(var against) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        against.stream()
                                .map(one -> Problem.Wrong.at(
                                        one.pointer(), one.point().name(), words.of(one, page)))
                                .toList());
        };
    }

    ListAnswer list(int page, Officer officer) {
        var found = queries.of(officer, page, PAGE);
        var left = tables.left(settings.usualMode(), queries.now()).stream()
                .map(one -> new LeftAnswer(one.partner().value(), one.today(), one.thisMonth(), one.until()))
                .toList();
        return new ListAnswer(answers(found.stream().limit(PAGE).toList()), left, found.size() > PAGE);
    }

    @ShowsPersonalData
    WholeAnswer whole(Query query, Officer officer) {
        var identifiers = queries.identifiers(query, officer).stream()
                .map(QueryAnswersApi::identifier)
                .toList();
        return new WholeAnswer(answers(List.of(query)).getFirst(), identifiers);
    }

    /// For the officer who asked about it.
    @ShowsPersonalData
    private static IdentifierAnswer identifier(Identifier one) {
        return new IdentifierAnswer(one.kind(), one.state(), one.number().reveal());
    }

    List<HitAnswer> hits(Officer officer) {
        return hits.seenBy(officer).stream()
                .map(hit -> new HitAnswer(
                        hit.id(),
                        hit.partner().value(),
                        MatchQuery.reference(hit.partner(), hit.query()),
                        hit.reference().value(),
                        hit.message().toString(),
                        hit.purpose(),
                        hit.pseudonym(),
                        hit.foundAt(),
                        hit.reviewedAt()))
                .toList();
    }

    private List<QueryAnswer> answers(List<Query> asked) {
        var partners = queries.partners(asked);
        return asked.stream()
                .map(query -> new QueryAnswer(
                        query.id(),
                        query.reference().value(),
                        query.purpose(),
                        mode(query.mode()),
                        query.elements(),
                        query.askedAt(),
                        partners.getOrDefault(query.id(), List.of()).stream()
                                .map(one -> partner(query, one))
                                .toList()))
                .toList();
    }

    private PartnerAnswer partner(Query query, Query.Partner one) {
        return new PartnerAnswer(
                one.partner().value(),
                one.reference(settings.node()),
                words.standing(query, one, queries.now()),
                one.answeredAt(),
                one.hits(),
                one.hits().isEmpty() ? null : one.contactRole(),
                one.complete());
    }

    private static String mode(Mode mode) {
        return mode.name();
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
