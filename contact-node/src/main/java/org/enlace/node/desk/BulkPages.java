package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Labels;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One act on the items that are chosen on the desk. Acknowledging, declining, releasing and recalling are done one by
/// one.
@Controller
class BulkPages {
    private final Bulk bulk;
    private final ReadMarks marks;
    private final Urgencies urgencies;
    private final Labels labels;

    BulkPages(Bulk bulk, ReadMarks marks, Urgencies urgencies, Labels labels) {
        this.bulk = bulk;
        this.marks = marks;
        this.urgencies = urgencies;
        this.labels = labels;
    }

    @PostMapping("/desk/bulk/read")
    @Access(Action.READ_DESK)
    Page read(@RequestParam(required = false) @Nullable List<String> sel, PageContext page) {
        var chosen = chosen(sel);
        var against = Bulk.against(chosen);
        return against.isEmpty()
                ? done("read", Bulk.each(chosen, id -> bulk.line(id, marks.read(id, officer(page)), page)))
                : wrong("read", against.getFirst(), page);
    }

    /// @param act `do` once the officer is chosen
    @PostMapping("/desk/bulk/assign")
    @Access(Action.WORK_CASES)
    Page assign(
            @RequestParam(required = false) @Nullable List<String> sel,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String note,
            PageContext page) {
        var chosen = chosen(sel);
        var against = Bulk.against(chosen);
        if (!against.isEmpty()) {
            return wrong("assign", against.getFirst(), page);
        }
        var missing = choice.isBlank() ? HandoverScreens.text(HandoverOutcome.Point.TAKER_MISSING, page) : null;
        if (act.equals("do") && missing == null) {
            return done("assign", Bulk.each(chosen, id -> bulk.assign(id, choice, note, officer(page), page)));
        }
        var people = new ArrayList<Choice>();
        people.add(Choice.of("", page.text("desk.handover.choose"), choice.isEmpty()));
        bulk.colleagues()
                .forEach(one ->
                        people.add(Choice.of(one.pseudonym(), one.displayName(), choice.equals(one.pseudonym()))));
        return form("assign", chosen, people, note, act.equals("do") ? missing : null, page);
    }

    @PostMapping("/desk/bulk/urgency")
    @Access(Action.ACKNOWLEDGE)
    Page urgency(
            @RequestParam(required = false) @Nullable List<String> sel,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String note,
            PageContext page) {
        var chosen = chosen(sel);
        var against = Bulk.against(chosen);
        if (!against.isEmpty()) {
            return wrong("urgency", against.getFirst(), page);
        }
        var known = Arrays.stream(Urgency.values()).anyMatch(one -> one.name().equals(choice));
        if (act.equals("do") && known) {
            return done(
                    "urgency",
                    Bulk.each(chosen, id -> bulk.line(id, urgencies.set(id, choice, note, officer(page)), page)));
        }
        var levels = Arrays.stream(Urgency.values())
                .map(one -> Choice.of(one.name(), labels.of("urgency", one, page.locale()), choice.equals(one.name())))
                .toList();
        var missing = act.equals("do") ? StepErrors.text(Point.URGENCY_UNKNOWN, "", page) : null;
        return form("urgency", chosen, levels, note, missing, page);
    }

    private Page form(
            String act,
            List<UUID> chosen,
            List<Choice> choices,
            String note,
            @Nullable String wrong,
            PageContext page) {
        var choice =
                Field.of("choice", page.text("desk.bulk." + act + ".choice")).error(wrong);
        var written = Field.of("note", page.text("desk.bulk." + act + ".note"))
                .hint(page.text("desk.bulk." + act + ".hint"))
                .value(note);
        var shown = Page.of("desk/bulk")
                .with("screen", new BulkScreen(act, bulk.chosen(chosen, page), choice, choices, written, false));
        return wrong == null ? shown : shown.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Page done(String act, List<BulkLine> lines) {
        return Page.of("desk/bulk").with("screen", new BulkScreen(act, lines, null, List.of(), null, true));
    }

    private static Page wrong(String act, Point point, PageContext page) {
        var choice = Field.of("choice", "").error(StepErrors.text(point, "", page));
        return Page.of("desk/bulk")
                .with("screen", new BulkScreen(act, List.of(), choice, List.of(), Field.of("note", ""), true))
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<UUID> chosen(@Nullable List<String> sel) {
        return sel == null
                ? List.of()
                : sel.stream().distinct().map(DeskPages::id).toList();
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
