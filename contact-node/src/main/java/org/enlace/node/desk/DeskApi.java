package org.enlace.node.desk;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Reach;
import org.enlace.node.desk.DeskAnswers.ItemAnswer;
import org.enlace.node.web.PageContext;
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
    private final DeskAnswers answers;
    private final Clock clock;

    DeskApi(
            Desk desk,
            Notes notes,
            ReturnAssessing assessing,
            DeskItems items,
            CaseFiles files,
            Reach reach,
            DeskAnswers answers,
            Clock clock) {
        this.assessing = assessing;
        this.desk = desk;
        this.notes = notes;
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.answers = answers;
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
                        .map(item -> answers.of(item, Objects.requireNonNull(messages.get(item.message())), now))
                        .toList(),
                at,
                found.size() > DeskScreens.PAGE);
    }

    @PostMapping("/{id}/acknowledge")
    @Access(Action.ACKNOWLEDGE)
    ItemAnswer acknowledge(@PathVariable String id, Officer officer, PageContext page) {
        return answers.after(id, page, item -> desk.acknowledge(item, officer));
    }

    @PostMapping("/{id}/accept")
    @Access(Action.WORK_CASES)
    ItemAnswer accept(@PathVariable String id, @RequestBody Accept asked, Officer officer, PageContext page) {
        var worker = asked.worker() == null ? officer.pseudonym() : asked.worker();
        return answers.after(id, page, item -> desk.accept(item, worker, asked.start(), officer));
    }

    @PostMapping("/{id}/forward")
    @Access(Action.ACKNOWLEDGE)
    ItemAnswer forward(@PathVariable String id, @RequestBody Forward asked, Officer officer, PageContext page) {
        return answers.after(id, page, item -> desk.forward(item, asked.unit(), asked.outside(), officer));
    }

    @PostMapping("/{id}/decline")
    @Access(Action.ACKNOWLEDGE)
    ItemAnswer decline(@PathVariable String id, @RequestBody Decline asked, Officer officer, PageContext page) {
        return answers.after(id, page, item -> desk.decline(item, asked.ground(), asked.alternative(), officer));
    }

    @PostMapping("/{id}/assess")
    @Access(Action.WORK_CASES)
    ItemAnswer assess(@PathVariable String id, @RequestBody Assess asked, Officer officer, PageContext page) {
        var words = asked.words() == null ? "" : asked.words();
        return answers.after(id, page, item -> assessing.assess(item, asked.risk(), words, officer));
    }

    @PostMapping("/{id}/note")
    @Access(Action.WORK_CASES)
    ItemAnswer note(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Note asked,
            Officer officer,
            PageContext page) {
        return answers.after(id, page, item -> notes.note(key, item, asked.note(), asked.tell(), officer));
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
}
