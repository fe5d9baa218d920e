package org.enlace.node.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.matching.IdentifierKind;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Private queries for programs of an officer.
@RestController
@RequestMapping(path = "/api/v1/queries", produces = MediaType.APPLICATION_JSON_VALUE)
class QueryApi {
    private final Queries queries;
    private final FoundHere hits;
    private final QueryAnswersApi answers;

    QueryApi(Queries queries, FoundHere hits, QueryAnswersApi answers) {
        this.queries = queries;
        this.hits = hits;
        this.answers = answers;
    }

    /// @param caseReference a case that the officer sees
    /// @param purpose code of list `purpose`
    /// @param legalBasis code of list `legal-basis`
    /// @param partners codes of members
    record Wanted(
            @Nullable String caseReference,
            @Nullable String purpose,
            @Nullable String legalBasis,
            @Nullable List<WantedIdentifier> identifiers,
            @Nullable List<String> partners) {
        /// Prints nothing of what is asked.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /// @param state ISO 3166-1 alpha-2, of a passport or a number plate
    record WantedIdentifier(
            @Nullable IdentifierKind kind,
            @Nullable String state,
            @Nullable String number) {
        /// Prints nothing of what is asked.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /// @param page from 0
    @GetMapping
    @Access(Action.ASK_PRIVATELY)
    ListAnswer list(@RequestParam(defaultValue = "0") int page, Officer officer) {
        return answers.list(Math.clamp(page, 0, 10_000), officer);
    }

    /// @param key asks once, however often it is sent
    @PostMapping
    @Access(Action.ASK_PRIVATELY)
    @ResponseStatus(HttpStatus.CREATED)
    QueryAnswer ask(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody Wanted wanted,
            Officer officer,
            PageContext page) {
        return answers.after(queries.ask(QueryForm.id(key, officer), answers.asking(wanted), officer), officer, page);
    }

    @GetMapping("/{id}")
    @Access(Action.ASK_PRIVATELY)
    WholeAnswer one(@PathVariable UUID id, Officer officer) {
        return answers.whole(queries.find(id, officer).orElseThrow(Unseen::new), officer);
    }

    @GetMapping("/hits")
    @Access(Action.ASK_PRIVATELY)
    List<HitAnswer> hits(Officer officer) {
        return answers.hits(officer);
    }

    @PostMapping("/hits/{id}/review")
    @Access(Action.ASK_PRIVATELY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable UUID id, Officer officer) {
        if (!hits.review(id, officer)) {
            throw new Unseen();
        }
    }

    /// @param left what each partner said is left to this contact point, as far as that still holds
    /// @param more whether there is a page after this
    record ListAnswer(List<QueryAnswer> queries, List<LeftAnswer> left, boolean more) {}

    /// @param elements about how many identifiers
    record QueryAnswer(
            UUID id,
            String caseReference,
            String purpose,
            String mode,
            int elements,
            Instant askedAt,
            List<PartnerAnswer> partners) {}

    /// @param identifiers in the form in which they were asked about, in the order that `hits` counts
    record WholeAnswer(QueryAnswer query, List<IdentifierAnswer> identifiers) {
        /// Prints nothing of what was asked.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record IdentifierAnswer(IdentifierKind kind, @Nullable String state, String number) {
        /// Prints nothing of what was asked.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /// @param reference by what people of both sides call it
    /// @param state `WAITING`, `NO_ANSWER`, `HIT`, `NO_HIT`, `QUOTA_EXCEEDED`, `PURPOSE_REFUSED`, `UNREADABLE` or
    /// `OTHER`
    /// @param hits numbers of the identifiers that it holds, from 1
    /// @param contactRole to whom there one writes about a hit, code of list `role`
    /// @param complete whether its table held all that it may match
    record PartnerAnswer(
            String partner,
            String reference,
            String state,
            @Nullable Instant answeredAt,
            List<Integer> hits,
            @Nullable String contactRole,
            @Nullable Boolean complete) {}

    /// @param until when the smaller number begins anew
    record LeftAnswer(String partner, int today, int thisMonth, Instant until) {}

    /// @param message of this contact point that was found
    /// @param officer pseudonym there
    record HitAnswer(
            UUID id,
            String partner,
            String reference,
            String caseReference,
            String message,
            @Nullable String purpose,
            String officer,
            Instant foundAt,
            @Nullable Instant reviewedAt) {}
}
