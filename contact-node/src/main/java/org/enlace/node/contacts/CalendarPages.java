package org.enlace.node.contacts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.directory.PublishedCalendar;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.contacts.CalendarOutcome.Objection;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page on which a contact point says on which days it does not work.
@Controller
@RequestMapping("/directory/calendar")
class CalendarPages {
    private final CalendarProposing proposing;
    private final CurrentDirectory directory;

    CalendarPages(CalendarProposing proposing, CurrentDirectory directory) {
        this.proposing = proposing;
        this.directory = directory;
    }

    @GetMapping
    @Access(Action.PROPOSE_CALENDAR)
    Page form(PageContext page) {
        return page(published(), List.of(), page);
    }

    @PostMapping
    @Access(Action.PROPOSE_CALENDAR)
    Object propose(
            @RequestParam(defaultValue = "") List<String> restDays,
            @RequestParam(defaultValue = "") String holidays,
            Officer by,
            PageContext page) {
        var form = new CalendarForm(restDays, holidays);
        return switch (proposing.propose(form, by)) {
            case CalendarOutcome.Refused(var against) ->
                page(form, against, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case CalendarOutcome.Proposed(var proposal) -> {
                var name = ContentDisposition.attachment()
                        .filename("calendar-" + proposal.member() + ".json")
                        .build();
                yield ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                        .body(proposal.bytes());
            }
        };
    }

    /// What stands in the directory now, without what is over.
    private CalendarForm published() {
        var days = directory.self().contact().workingCalendar();
        var today = proposing.today();
        return new CalendarForm(
                days.weekend().stream().map(DayOfWeek::name).toList(),
                days.holidays().stream()
                        .filter(day -> !day.isBefore(today))
                        .sorted()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining("\n")));
    }

    private Page page(CalendarForm form, List<Objection> against, PageContext page) {
        var days = Arrays.stream(DayOfWeek.values())
                .map(day ->
                        Choice.of(day.name(), page.weekday(day), form.restDays().contains(day.name())))
                .toList();
        var screen = new CalendarScreen(
                directory.code().value(),
                Field.of("restDays", page.text("directory.calendar.rest"))
                        .hint(page.text("directory.calendar.rest.hint"))
                        .error(wrong("restDays", against, page)),
                days,
                Field.of("holidays", page.text("directory.calendar.holidays"))
                        .hint(page.text(
                                "directory.calendar.holidays.hint",
                                "example",
                                proposing.today().plusDays(1).toString(),
                                "n",
                                PublishedCalendar.HOLIDAYS_MAX,
                                "years",
                                PublishedCalendar.YEARS_MAX))
                        .value(form.holidays())
                        .error(wrong("holidays", against, page)));
        return Page.of("directory/calendar").with("screen", screen);
    }

    private static @Nullable String wrong(String field, List<Objection> against, PageContext page) {
        var wrong = against.stream()
                .filter(objection -> objection.point().field().equals(field))
                .map(objection -> page.text(
                        "directory.calendar.point." + objection.point().name(),
                        "line",
                        objection.number(),
                        "n",
                        PublishedCalendar.HOLIDAYS_MAX,
                        "years",
                        PublishedCalendar.YEARS_MAX))
                .collect(Collectors.joining(" "));
        return wrong.isEmpty() ? null : wrong;
    }
}
