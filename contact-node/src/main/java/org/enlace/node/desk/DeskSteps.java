package org.enlace.node.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.UsePermission;
import org.enlace.node.casefile.UsePermissions;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The pages of the steps, and where the reader goes after one.
@Component
class DeskSteps {
    /// What a sender can permit; what keeps the person safe it cannot.
    private static final Set<Point> PERMITTED = Set.of(Point.H2, Point.TLP);

    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final Headlines headlines;
    private final Labels labels;
    private final StepInputs inputs;
    private final UsePermissions permissions;
    private final AccessRules rules;

    DeskSteps(
            DeskItems items,
            CaseFiles files,
            Reach reach,
            Headlines headlines,
            Labels labels,
            StepInputs inputs,
            UsePermissions permissions,
            AccessRules rules) {
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.headlines = headlines;
        this.labels = labels;
        this.inputs = inputs;
        this.permissions = permissions;
        this.rules = rules;
    }

    /// @param step its form in an address
    Page form(String step, UUID id, StepForm form, PageContext page) {
        return form(step, id, form, List.of(), page);
    }

    /// Goes to the case when it is done, back to the form when something is wrong with it, and says who was first.
    Object after(String step, UUID id, StepForm form, Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Done(var item) -> toCase(item);
            case Taken _, TooLate _ -> conflict(outcome, page);
            case Refused(var points) -> form(step, id, form, points, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Unseen() -> throw new Unseen();
        };
    }

    Page conflict(Outcome outcome, PageContext page) {
        return Page.of("desk/conflict")
                .with("taken", outcome instanceof Taken)
                .with("text", notice(outcome, page))
                .status(HttpStatus.CONFLICT);
    }

    Page list(DeskScreen screen, String notice) {
        return Page.of("desk/list").with("screen", screen).with("notice", notice);
    }

    ResponseEntity<Void> toCase(DeskItem item) {
        return Redirect.to(CaseAddress.of(item.reference(), item.message()));
    }

    ResponseEntity<Void> toDesk(DeskView view, DeskItem item) {
        return Redirect.to("/desk?view=" + view.code() + "&item=" + item.id());
    }

    /// What there is to say about an outcome; empty when it went as asked.
    String notice(Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Taken(var by, var at, var state) ->
                page.text(
                        "desk.taken.text",
                        "name",
                        by,
                        "time",
                        page.clock(at),
                        "state",
                        labels.of("business-state", state, page.locale()));
            case TooLate(var state) ->
                page.text("desk.late.text", "state", labels.of("business-state", state, page.locale()));
            case Done _, Refused _, Outcome.Unseen _ -> "";
        };
    }

    /// What only the sender can allow is asked for where it is missing, and not twice.
    private StepScreen.@Nullable Permit permit(
            StepErrors errors, StepForm form, MessageEntry message, Officer officer, PageContext page) {
        var points = errors.points();
        var unit = form.get("unit").strip();
        if (points.isEmpty() || unit.isEmpty() || !PERMITTED.containsAll(points)) {
            return null;
        }
        var last = permissions.lastAsked(message, unit);
        var asks = rules.mayOpen(officer, Action.WRITE_PERMISSION);
        return new StepScreen.Permit(
                unit,
                last.map(asked -> asked(asked, errors.country(), page))
                        .orElse(asks ? null : page.text("desk.permit.others")),
                last.map(asked -> CaseAddress.of(asked.request())).orElse(null),
                asks && last.map(asked -> asked.decided() != null).orElse(true));
    }

    private static String asked(UsePermission asked, String country, PageContext page) {
        var time = page.time(asked.request().storedAt());
        if (asked.decided() == null) {
            return page.text("desk.permit.waits", "country", country, "time", time);
        }
        var today = LocalDate.ofInstant(page.now(), ZoneId.of(page.zone()));
        return page.text(
                asked.isOver(today) ? "desk.permit.over" : "desk.permit.refused", "country", country, "time", time);
    }

    private Page form(String step, UUID id, StepForm form, List<Point> points, PageContext page) {
        var officer = page.officer();
        var item = items.find(id).orElseThrow(Unseen::new);
        var message = files.find(item.message()).orElseThrow(Unseen::new);
        if (officer == null || !reach.sight(officer).sees(message)) {
            throw new Unseen();
        }
        if (message.sealed() || (message.recalled() != null && !step.equals(StepInputs.NOTE))) {
            return conflict(new TooLate(item.state()), page);
        }
        var towards = inputs.towards(step, item, message, officer);
        var country = towards.stream().map(page::country).collect(Collectors.joining(", "));
        var errors = new StepErrors(points, country, page);
        return Page.of("desk/step")
                .with(
                        "screen",
                        new StepScreen(
                                step,
                                item.id().toString(),
                                item.reference().value(),
                                item.message().toString(),
                                headlines.marked(message, page.locale()),
                                country,
                                inputs.of(step, form, message, towards, errors, page),
                                form.get("key"),
                                permit(errors, form, message, officer, page),
                                errors.of("item")));
    }
}
