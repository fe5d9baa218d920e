package org.enlace.node.drafts;

import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.drafts.ReleaseAnswers.Item;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Two-person release for a national case system.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ReleaseApi {
    private final Releasing releasing;
    private final ReleaseReading reading;
    private final ReleaseAnswers answers;

    ReleaseApi(Releasing releasing, ReleaseReading reading, ReleaseAnswers answers) {
        this.releasing = releasing;
        this.reading = reading;
        this.answers = answers;
    }

    /// @param items what waits and what is to be reviewed, oldest first
    record Waiting(List<Item> items) {}

    record Reason(String reason) {}

    /// @param right whether it was right that it went alone
    /// @param words required if it was not
    record Review(Boolean right, @Nullable String words) {}

    @GetMapping("/releases")
    @Access(Action.RELEASE)
    Waiting list(Officer officer) {
        return new Waiting(reading.waiting(officer).stream()
                .map(pending -> answers.item(pending, officer))
                .toList());
    }

    /// @param persons whether names and addresses are opened too
    @GetMapping("/releases/{message}")
    @Access(Action.RELEASE)
    ReleaseAnswers.Whole one(
            @PathVariable String message,
            @RequestParam(defaultValue = "false") boolean persons,
            Officer officer,
            PageContext page) {
        return reading.open(CaseAddress.id(message), persons, officer)
                .map(opened -> answers.whole(opened, officer, page))
                .orElseThrow(Unseen::new);
    }

    @PostMapping("/releases/{message}/release")
    @Access(Action.RELEASE)
    @FreshProof
    Item release(@PathVariable String message, Officer officer, PageContext page) {
        try {
            return answer(releasing.release(CaseAddress.id(message), officer), "", officer, page);
        } catch (SendingStopped stopped) {
            throw new ProblemFound(ProblemKind.SENDING_STOPPED);
        }
    }

    @PostMapping("/releases/{message}/return")
    @Access(Action.RELEASE)
    Item giveBack(@PathVariable String message, @RequestBody Reason asked, Officer officer, PageContext page) {
        return answer(releasing.giveBack(CaseAddress.id(message), asked.reason(), officer), "/reason", officer, page);
    }

    @PostMapping("/releases/{message}/review")
    @Access(Action.RELEASE)
    Item review(@PathVariable String message, @RequestBody Review asked, Officer officer, PageContext page) {
        var words = asked.words() == null ? "" : asked.words();
        return answer(
                releasing.review(CaseAddress.id(message), asked.right(), words, officer), "/words", officer, page);
    }

    /// How it stands with what the caller asked to be released.
    @GetMapping("/messages/{message}/release")
    @Access(Action.WRITE_DRAFT)
    ReleaseAnswers.State state(@PathVariable String message, Officer officer) {
        var pending = releasing.ofWriter(CaseAddress.id(message), officer).orElseThrow(Unseen::new);
        return answers.state(pending, releasing.steps(pending), officer);
    }

    @PostMapping("/messages/{message}/take-back")
    @Access(Action.WRITE_DRAFT)
    Item takeBack(@PathVariable String message, Officer officer, PageContext page) {
        return answer(releasing.takeBack(CaseAddress.id(message), officer), "", officer, page);
    }

    private Item answer(ReleaseOutcome outcome, String field, Officer officer, PageContext page) {
        return switch (outcome) {
            case ReleaseOutcome.Done(var pending) -> answers.item(pending, officer);
            case ReleaseOutcome.Decided(var pending) ->
                throw new ProblemFound(
                        ProblemKind.TAKEN,
                        new Problem.Now(
                                pending.state().name(),
                                pending.decidedBy() == null ? null : answers.pseudonym(pending.decidedBy()),
                                pending.since()));
            case ReleaseOutcome.OwnWork() -> throw new ProblemFound(ProblemKind.OWN_WORK);
            case ReleaseOutcome.Refused(var breaches) ->
                throw new ProblemFound(
                        CorrectionChecks.overtaken(breaches) ? ProblemKind.CHANGED_MEANWHILE : ProblemKind.NOT_RELEASED,
                        ReleaseAnswers.against(breaches, page));
            case ReleaseOutcome.Unfit(var why) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        List.of(Problem.Wrong.at(
                                field,
                                why.name(),
                                switch (why) {
                                    case REASON_MISSING -> page.text("release.reason.missing");
                                    case WORDS_LONG -> page.text("release.words.long");
                                })));
            case ReleaseOutcome.NotThere() -> throw new Unseen();
        };
    }
}
