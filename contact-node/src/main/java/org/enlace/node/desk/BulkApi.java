package org.enlace.node.desk;

import java.util.List;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One act on several items for a national case system; each is decided by itself.
@RestController
@RequestMapping(path = "/api/v1/desk", produces = MediaType.APPLICATION_JSON_VALUE)
class BulkApi {
    private final Bulk bulk;
    private final ReadMarks marks;
    private final Urgencies urgencies;

    BulkApi(Bulk bulk, ReadMarks marks, Urgencies urgencies) {
        this.bulk = bulk;
        this.marks = marks;
        this.urgencies = urgencies;
    }

    record Chosen(@Nullable List<String> items) {}

    /// @param to pseudonym of who shall take them
    /// @param note for the taker, for this contact point alone
    record Assigning(
            @Nullable List<String> items,
            String to,
            @Nullable String note) {}

    /// @param urgency code of list `urgency`
    /// @param reason needed to lower it
    record Setting(
            @Nullable List<String> items,
            String urgency,
            @Nullable String reason) {}

    /// @param codes `DONE`, `TAKEN`, `MOVED_ON`, `NOT_THERE`, or all that stands against it
    record Result(String item, List<String> codes, String detail) {}

    record Results(List<Result> results) {}

    @PostMapping("/read")
    @Access(Action.READ_DESK)
    Results read(@RequestBody Chosen asked, Officer officer, PageContext page) {
        return each(asked.items(), page, id -> bulk.line(id, marks.read(id, officer), page));
    }

    @PostMapping("/assign")
    @Access(Action.WORK_CASES)
    Results assign(@RequestBody Assigning asked, Officer officer, PageContext page) {
        var note = asked.note() == null ? "" : asked.note();
        return each(asked.items(), page, id -> bulk.assign(id, asked.to(), note, officer, page));
    }

    @PostMapping("/urgency")
    @Access(Action.ACKNOWLEDGE)
    Results urgency(@RequestBody Setting asked, Officer officer, PageContext page) {
        var reason = asked.reason() == null ? "" : asked.reason();
        return each(
                asked.items(), page, id -> bulk.line(id, urgencies.set(id, asked.urgency(), reason, officer), page));
    }

    private static Results each(@Nullable List<String> items, PageContext page, Bulk.Act act) {
        var chosen = items == null
                ? List.<UUID>of()
                : items.stream().map(DeskPages::id).toList();
        var against = Bulk.against(chosen);
        if (!against.isEmpty()) {
            throw new ProblemFound(
                    ProblemKind.REFUSED,
                    against.stream()
                            .map(point -> Problem.Wrong.at("/items", point.name(), StepErrors.text(point, "", page)))
                            .toList());
        }
        return new Results(Bulk.each(chosen, act).stream()
                .map(line -> new Result(line.item().toString(), line.codes(), line.text()))
                .toList());
    }
}
