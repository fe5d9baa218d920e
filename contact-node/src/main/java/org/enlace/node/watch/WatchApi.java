package org.enlace.node.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.watch.Glass.Against;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The same for a national case system.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class WatchApi {
    private final Glass glass;
    private final ReadBudget budget;
    private final Reviewing reviewing;
    private final WatchedEvents events;

    WatchApi(Glass glass, ReadBudget budget, Reviewing reviewing, WatchedEvents events) {
        this.glass = glass;
        this.budget = budget;
        this.reviewing = reviewing;
        this.events = events;
    }

    @PostMapping("/break-glass")
    @Access(Action.BREAK_GLASS)
    @FreshProof
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void shatter(@RequestBody Asked asked, Officer officer, PageContext page) {
        var against = glass.shatter(asked.caseReference(), GlassPages.reason(asked.reason()), asked.words(), officer);
        if (!against.isEmpty()) {
            throw new ProblemFound(
                    ProblemKind.REFUSED,
                    against.stream().map(one -> wrong(one, page)).toList());
        }
    }

    @PostMapping("/reading")
    @Access(Action.READ_CASES)
    @FreshProof
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void more(@RequestBody More more, Officer officer, PageContext page) {
        if (more.words().isBlank() || more.words().length() > 2_000) {
            throw new ProblemFound(ProblemKind.REFUSED, List.of(wrong(Against.WORDS_WRONG, page)));
        }
        budget.more(officer, more.words());
    }

    @GetMapping("/watch")
    @Access(Action.WATCH)
    List<Answer> list() {
        return events.open(100).stream().map(this::answer).toList();
    }

    @PostMapping("/watch/{id}/agree")
    @Access(Action.AGREE_GLASS)
    @FreshProof
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agree(@PathVariable UUID id, Officer officer) {
        if (!glass.agree(id, officer)) {
            throw new Unseen();
        }
    }

    @PostMapping("/watch/{id}/review")
    @Access(Action.WATCH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable UUID id, @RequestBody Finding finding, Officer officer, PageContext page) {
        var words = finding.words() == null ? "" : finding.words();
        switch (reviewing.review(id, finding.right(), words, officer)) {
            case DONE -> {}
            case WORDS_MISSING ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        List.of(Problem.Wrong.at(
                                "/words", "FINDING_MISSING", page.text("watch.point.finding-missing"))));
            case UNSEEN -> throw new Unseen();
        }
    }

    private Answer answer(Watched event) {
        var reason = event.reason();
        return new Answer(
                event.id(),
                event.kind().name(),
                reviewing.officer(event).map(Officer::pseudonym).orElse(""),
                event.caseRef(),
                reason == null ? null : reason.name(),
                event.words(),
                event.begun(),
                event.until(),
                event.due(),
                event.agreedBy() != null);
    }

    private static Problem.Wrong wrong(Against against, PageContext page) {
        var field = switch (against) {
            case CASE_WRONG, NOT_REVIEWED -> "caseReference";
            case REASON_WRONG -> "reason";
            case WORDS_WRONG -> "words";
        };
        return Problem.Wrong.at("/" + field, against.name(), GlassPages.words(against, page));
    }

    record Asked(String caseReference, String reason, String words) {
        /// Prints no words.
        @Override
        public String toString() {
            return caseReference;
        }
    }

    record More(String words) {}

    record Finding(Boolean right, @Nullable String words) {}

    record Answer(
            UUID id,
            String kind,
            String officer,
            @Nullable String caseReference,
            @Nullable String reason,
            String words,
            Instant begunAt,
            Instant until,
            Instant due,
            boolean namesAgreed) {}
}
