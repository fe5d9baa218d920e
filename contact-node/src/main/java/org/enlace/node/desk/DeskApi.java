package org.enlace.node.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Side;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The desk for a national case system.
@RestController
@RequestMapping(path = "/api/v1/desk/items", produces = MediaType.APPLICATION_JSON_VALUE)
class DeskApi {
    private final Desk desk;
    private final Notes notes;
    private final ReturnAssessing assessing;
    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final Clock clock;

    DeskApi(
            Desk desk,
            Notes notes,
            ReturnAssessing assessing,
            DeskItems items,
            CaseFiles files,
            Reach reach,
            Clock clock) {
        this.assessing = assessing;
        this.desk = desk;
        this.notes = notes;
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.clock = clock;
    }

    /// @param page from 0
    @GetMapping
    @Access(Action.READ_DESK)
    ItemsAnswer list(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(defaultValue = "0") int page,
            Officer officer) {
        var now = clock.instant();
        var at = Math.clamp(page, 0, 1_000);
        var sight = reach.sight(officer);
        var found =
                items.list(DeskView.of(view), sight, officer.id(), now, at * DeskScreens.PAGE, DeskScreens.PAGE + 1);
        var shown = found.subList(0, Math.min(DeskScreens.PAGE, found.size()));
        var messages = files.find(shown.stream().map(DeskItem::message).toList());
        return new ItemsAnswer(
                items.counts(sight, officer.id(), now),
                shown.stream()
                        .map(item -> answer(item, Objects.requireNonNull(messages.get(item.message())), now))
                        .toList(),
                at,
                found.size() > DeskScreens.PAGE);
    }

    @PostMapping("/{id}/acknowledge")
    @Access(Action.ACKNOWLEDGE)
    ItemAnswer acknowledge(@PathVariable String id, Officer officer, PageContext page) {
        return after(id, page, item -> desk.acknowledge(item, officer));
    }

    @PostMapping("/{id}/accept")
    @Access(Action.WORK_CASES)
    ItemAnswer accept(@PathVariable String id, @RequestBody Accept asked, Officer officer, PageContext page) {
        var worker = asked.worker() == null ? officer.pseudonym() : asked.worker();
        return after(id, page, item -> desk.accept(item, worker, asked.start(), officer));
    }

    @PostMapping("/{id}/forward")
    @Access(Action.ACKNOWLEDGE)
    ItemAnswer forward(@PathVariable String id, @RequestBody Forward asked, Officer officer, PageContext page) {
        return after(id, page, item -> desk.forward(item, asked.unit(), asked.outside(), officer));
    }

    @PostMapping("/{id}/decline")
    @Access(Action.ACKNOWLEDGE)
    ItemAnswer decline(@PathVariable String id, @RequestBody Decline asked, Officer officer, PageContext page) {
        return after(id, page, item -> desk.decline(item, asked.ground(), asked.alternative(), officer));
    }

    @PostMapping("/{id}/assess")
    @Access(Action.WORK_CASES)
    ItemAnswer assess(@PathVariable String id, @RequestBody Assess asked, Officer officer, PageContext page) {
        var words = asked.words() == null ? "" : asked.words();
        return after(id, page, item -> assessing.assess(item, asked.risk(), words, officer));
    }

    @PostMapping("/{id}/note")
    @Access(Action.WORK_CASES)
    ItemAnswer note(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Note asked,
            Officer officer,
            PageContext page) {
        return after(id, page, item -> notes.note(key, item, asked.note(), asked.tell(), officer));
    }

    private ItemAnswer after(String id, PageContext page, Function<UUID, Outcome> act) {
        return switch (act.apply(DeskPages.id(id))) {
            case Done(var item) -> answer(item, files.find(item.message()).orElseThrow(Unseen::new), clock.instant());
            case Taken(var by, var at, var state) ->
                throw new ProblemFound(ProblemKind.TAKEN, new Problem.Now(state.name(), by, at));
            case TooLate(var state) ->
                throw new ProblemFound(ProblemKind.MOVED_ON, new Problem.Now(state.name(), null, null));
            case Refused(var points) -> throw new ProblemFound(ProblemKind.REFUSED, words(points, id, page));
            case Outcome.Unseen() -> throw new Unseen();
        };
    }

    private List<Problem.Wrong> words(List<Point> points, String id, PageContext page) {
        var country = items.find(DeskPages.id(id))
                .flatMap(item -> files.find(item.message()))
                .map(message -> page.country(message.partner()))
                .orElse("");
        return points.stream()
                .map(point -> Problem.Wrong.at(
                        point.field().equals("item") ? "" : "/" + point.field(),
                        point.name(),
                        StepErrors.text(point, country, page)))
                .toList();
    }

    private static ItemAnswer answer(DeskItem item, MessageEntry message, Instant now) {
        return new ItemAnswer(
                item.id().toString(),
                item.message().toString(),
                item.reference().value(),
                item.side().name(),
                message.mode().name(),
                message.partner().value(),
                message.gist().type().name(),
                message.urgency().name(),
                message.child(),
                item.state().name(),
                item.overdue(now),
                item.due(),
                item.ackDue(),
                item.answerDue(),
                item.takenAt(),
                item.side() == Side.SENT ? null : !item.untold());
    }

    /// @param worker pseudonym of the officer of ours who works on it from now on, `officer-7K4M2Q`; without it, whose
    /// call it is
    /// @param start day on which the work starts, `2026-11-23`
    record Accept(@Nullable String worker, String start) {}

    /// @param outside whether the unit belongs to another organisation; it must be said
    record Forward(String unit, boolean outside) {}

    /// @param ground code of list `refusal-ground`
    record Decline(String ground, String alternative) {}

    /// @param risk of the return: `LOW`, `MEDIUM` or `HIGH`
    /// @param words why, for this contact point alone
    record Assess(String risk, @Nullable String words) {}

    /// @param tell whether the sender gets it too; it must be said
    record Note(String note, boolean tell) {}

    /// @param page from 0
    record ItemsAnswer(DeskCounts counts, List<ItemAnswer> items, int page, boolean more) {}

    /// @param mode `ACTUAL`, or that nothing here is meant
    /// @param senderTold false while what was done here could not be sent yet; null for what we sent
    record ItemAnswer(
            String id,
            String message,
            String caseRef,
            String side,
            String mode,
            String partner,
            String type,
            String urgency,
            boolean childInvolved,
            String state,
            boolean overdue,
            @Nullable Instant due,
            @Nullable Instant acknowledgeDue,
            @Nullable Instant answerDue,
            @Nullable Instant takenAt,
            @Nullable Boolean senderTold) {}
}
