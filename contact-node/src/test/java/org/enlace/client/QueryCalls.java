package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Private queries.
public interface QueryCalls {
    @Call("GET /api/v1/queries?page")
    QueryPage queries(int page);

    @Call(value = "POST /api/v1/queries", key = Call.Key.MADE)
    Query ask(NewQuery body);

    @Call("GET /api/v1/queries/{id}")
    Whole read(UUID id);

    @Call("GET /api/v1/queries/hits")
    List<Hit> hits();

    @Call("POST /api/v1/queries/hits/{id}/review")
    void review(UUID id);

    /// All pages.
    default Stream<Query> all() {
        return Pages.numbered(page -> {
            var one = queries(page);
            return new Pages.Numbered<>(one.queries(), one.more(), page);
        });
    }

    record QueryPage(List<Left> left, boolean more, List<Query> queries) {}

    record NewQuery(
            @Nullable String caseReference,
            @Nullable List<NewIdentifier> identifiers,
            @Nullable String legalBasis,
            @Nullable List<String> partners,
            @Nullable String purpose) {}

    record NewIdentifier(
            @Nullable String kind,
            @Nullable String number,
            @Nullable String state) {}

    record Query(
            Instant askedAt,
            String caseReference,
            long elements,
            UUID id,
            String mode,
            List<Partner> partners,
            String purpose) {}

    record Partner(
            @Nullable Instant answeredAt,
            @Nullable Boolean complete,
            @Nullable String contactRole,
            List<Long> hits,
            String partner,
            String reference,
            String state) {}

    record Whole(List<Identifier> identifiers, Query query) {}

    record Identifier(String kind, String number, @Nullable String state) {}

    record Left(String partner, long thisMonth, long today, Instant until) {}

    record Hit(
            String caseReference,
            Instant foundAt,
            UUID id,
            String message,
            String officer,
            String partner,
            @Nullable String purpose,
            String reference,
            @Nullable Instant reviewedAt) {}
}
