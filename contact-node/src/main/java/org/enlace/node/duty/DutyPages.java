package org.enlace.node.duty;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of the roster.
@Controller
class DutyPages {
    private final DutyRoster roster;
    private final DutyScreens screens;

    DutyPages(DutyRoster roster, DutyScreens screens) {
        this.roster = roster;
        this.screens = screens;
    }

    @GetMapping("/duty")
    @Access(Action.READ_DUTY)
    Page show(PageContext page) {
        return Page.of("duty/roster").with("screen", screens.of(Map.of(), List.of(), page));
    }

    @PostMapping("/duty")
    @Access(Action.KEEP_DUTY)
    Object add(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String standIn,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(defaultValue = "") String ends,
            Officer by,
            PageContext page) {
        var asked = ShiftAsked.typed(unit, officer, standIn, starts, ends, screens.zone(page));
        return switch (roster.add(asked, by)) {
            case DutyOutcome.Kept _ -> Redirect.to("/duty");
            case DutyOutcome.Refused(var against) ->
                Page.of("duty/roster")
                        .with(
                                "screen",
                                screens.of(
                                        Map.of(
                                                "unit", unit, "officer", officer, "standIn", standIn, "starts", starts,
                                                "ends", ends),
                                        against,
                                        page))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case DutyOutcome.Unseen _ -> throw new Unseen();
        };
    }

    @PostMapping("/duty/{id}/end")
    @Access(Action.KEEP_DUTY)
    Object end(@PathVariable UUID id, Officer by) {
        return switch (roster.end(id, by)) {
            case DutyOutcome.Kept _ -> Redirect.to("/duty");
            case DutyOutcome.Refused _, DutyOutcome.Unseen _ -> throw new Unseen();
        };
    }
}
