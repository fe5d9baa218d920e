package org.enlace.node.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.duty.DutyOutcome.Objection;
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

/// The roster for a national case system.
@RestController
@RequestMapping(path = "/api/v1/duty/shifts", produces = MediaType.APPLICATION_JSON_VALUE)
class DutyApi {
    private final DutyRoster roster;
    private final DutyScreens screens;
    private final Officers officers;
    private final Clock clock;

    DutyApi(DutyRoster roster, DutyScreens screens, Officers officers, Clock clock) {
        this.roster = roster;
        this.screens = screens;
        this.officers = officers;
        this.clock = clock;
    }

    /// Those that run and those to come within seven days, and when nobody is on duty.
    @GetMapping
    @Access(Action.READ_DUTY)
    RosterAnswer list() {
        var now = clock.instant();
        var shifts = roster.between(now, now.plus(DutyScreens.AHEAD));
        var named = pseudonyms();
        return new RosterAnswer(
                shifts.stream().map(shift -> answer(shift, named)).toList(), screens.gaps(shifts, now));
    }

    @PostMapping
    @Access(Action.KEEP_DUTY)
    @ResponseStatus(HttpStatus.CREATED)
    ShiftAnswer add(@RequestBody Asked asked, Officer by, PageContext page) {
        var wanted = ShiftAsked.of(asked.unit(), asked.officer(), asked.standIn(), asked.starts(), asked.ends());
        return after(roster.add(wanted, by), page);
    }

    @PostMapping("/{id}/end")
    @Access(Action.KEEP_DUTY)
    ShiftAnswer end(@PathVariable UUID id, Officer by, PageContext page) {
        return after(roster.end(id, by), page);
    }

    private ShiftAnswer after(DutyOutcome outcome, PageContext page) {
        return switch (outcome) {
            case DutyOutcome.Kept(var shift) -> answer(shift, pseudonyms());
            case DutyOutcome.Refused(var against) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        against.stream()
                                .map(objection -> wrong(objection, page))
                                .toList());
            case DutyOutcome.Unseen _ -> throw new Unseen();
        };
    }

    private Problem.Wrong wrong(Objection objection, PageContext page) {
        var point = objection.point();
        return Problem.Wrong.at("/" + point.field(), point.name(), screens.text(objection, page));
    }

    private Map<OfficerId, String> pseudonyms() {
        return officers.working().stream().collect(Collectors.toMap(Officer::id, Officer::pseudonym));
    }

    private static ShiftAnswer answer(Shift shift, Map<OfficerId, String> named) {
        var standIn = shift.standIn();
        return new ShiftAnswer(
                shift.id(),
                shift.unit(),
                named.get(shift.officer()),
                standIn == null ? null : named.get(standIn),
                shift.starts(),
                shift.ends());
    }

    /// @param officer pseudonym, `officer-7K4M2Q`; standIn likewise
    record Asked(
            String unit,
            String officer,
            @Nullable String standIn,
            @Nullable Instant starts,
            @Nullable Instant ends) {}

    /// @param officer pseudonym, null if that officer no longer works here
    record ShiftAnswer(
            UUID id,
            String unit,
            @Nullable String officer,
            @Nullable String standIn,
            Instant starts,
            Instant ends) {}

    /// @param gaps of units that stand in the roster, within seven days
    record RosterAnswer(List<ShiftAnswer> shifts, List<Gap> gaps) {}
}
