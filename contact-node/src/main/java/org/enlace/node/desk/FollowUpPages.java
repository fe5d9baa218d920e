package org.enlace.node.desk;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.FollowUpFinding;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.desk.FollowingUp.Due;
import org.enlace.node.desk.FollowingUp.Looked;
import org.enlace.node.desk.FollowingUp.Waiting;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of those whom somebody looks after, and the form in which the officer says how the person is.
@Controller
class FollowUpPages {
    private static final String PATH = "/follow-ups";

    private final FollowingUp following;
    private final Acceptance days;
    private final DeskSteps steps;
    private final Headlines headlines;
    private final Labels labels;

    FollowUpPages(FollowingUp following, Acceptance days, DeskSteps steps, Headlines headlines, Labels labels) {
        this.following = following;
        this.days = days;
        this.steps = steps;
        this.headlines = headlines;
        this.labels = labels;
    }

    @GetMapping(PATH)
    @Access(Action.READ_ASSISTANCE)
    Page list(@RequestParam(defaultValue = "0") int page, Officer officer, PageContext context) {
        var waiting = following.waiting(officer, page);
        var today = days.today();
        return Page.of("desk/follow-ups")
                .with(
                        "screen",
                        new FollowUpScreen(
                                lines(waiting, due -> !due.followUp().due().isAfter(today), context),
                                lines(waiting, due -> due.followUp().due().isAfter(today), context),
                                page == 0 ? null : at(page - 1),
                                waiting.more() ? at(page + 1) : null));
    }

    @GetMapping(PATH + "/{id}")
    @Access(Action.READ_ASSISTANCE)
    Page form(@PathVariable String id, PageContext page) {
        return form(id, Looked.NOT_YET, List.of(), page);
    }

    @PostMapping(PATH + "/{id}")
    @Access(Action.READ_ASSISTANCE)
    Object record(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(defaultValue = "") String words,
            PageContext page) {
        var looked = new Looked(finding, again, words);
        return switch (following.record(DeskPages.id(id), looked, officer(page))) {
            case Done(var item) -> steps.toCase(item);
            case Taken _, TooLate _ -> gone(page);
            case Refused(var points) -> form(id, looked, points, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Unseen() -> throw new Unseen();
        };
    }

    private Page form(String id, Looked looked, List<Point> points, PageContext page) {
        var followUp = following.find(DeskPages.id(id), officer(page)).orElseThrow(Unseen::new);
        if (!followUp.isOpen()) {
            return gone(page);
        }
        var message = following.message(followUp, officer(page)).orElseThrow(Unseen::new);
        var country = page.country(message.partner());
        var errors = new StepErrors(points, country, page);
        var choices = List.of(FollowUpFinding.values()).stream()
                .map(finding -> Choice.of(
                        finding.name(),
                        labels.of("follow-up-finding", finding, page.locale()),
                        finding.name().equals(looked.finding())))
                .toList();
        return Page.of("desk/follow-up")
                .with("path", PATH + "/" + followUp.id())
                .with("open", CaseAddress.of(message))
                .with("reference", message.reference().value())
                .with("headline", headlines.marked(message, page.locale()))
                .with("country", country)
                .with("day", followUp.due().toString())
                .with(
                        "finding",
                        Field.of("finding", page.text("desk.follow-up.finding")).error(errors.first("finding")))
                .with("choices", choices)
                .with(
                        "again",
                        Field.of("again", page.text("desk.follow-up.again"))
                                .hint(page.text("desk.follow-up.again.hint"))
                                .value(looked.again())
                                .error(errors.first("again")))
                .with(
                        "words",
                        Field.of("words", page.text("desk.follow-up.words"))
                                .hint(page.text("desk.assess.words.hint"))
                                .value(looked.words())
                                .error(errors.first("words")));
    }

    private Page gone(PageContext page) {
        return Page.of("desk/conflict")
                .with("taken", false)
                .with("text", page.text("desk.follow-up.gone"))
                .status(HttpStatus.CONFLICT);
    }

    private List<FollowUpScreen.Line> lines(Waiting waiting, Predicate<Due> which, PageContext page) {
        return waiting.items().stream()
                .filter(which)
                .map(due -> line(due, page))
                .toList();
    }

    private FollowUpScreen.Line line(Due due, PageContext page) {
        var message = due.message();
        return new FollowUpScreen.Line(
                due.mine() ? PATH + "/" + due.followUp().id() : CaseAddress.of(message),
                headlines.marked(message, page.locale()),
                message.reference().value(),
                page.country(message.partner()),
                headlines.type(message.gist(), page.locale()),
                due.followUp().due().toString(),
                due.followUp().overdue(days.today()));
    }

    private static String at(int page) {
        return PATH + "?page=" + page;
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
