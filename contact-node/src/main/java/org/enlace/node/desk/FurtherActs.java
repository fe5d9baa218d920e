package org.enlace.node.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The forms of the further steps. Who may take which, and when, is decided by [Moving].
@Controller
@RequestMapping({
    "/desk/items/{id}/start",
    "/desk/items/{id}/complete",
    "/desk/items/{id}/confirm-withdrawal",
    "/desk/items/{id}/resume",
    "/desk/items/{id}/ask",
    "/desk/items/{id}/hold",
    "/desk/items/{id}/fail",
    "/desk/items/{id}/answer",
    "/desk/items/{id}/close",
    "/desk/items/{id}/reopen",
    "/desk/items/{id}/withdraw"
})
class FurtherActs {
    private final FurtherSteps further;
    private final DeskSteps steps;

    FurtherActs(FurtherSteps further, DeskSteps steps) {
        this.further = further;
        this.steps = steps;
    }

    @GetMapping
    @Access(Action.WORK_CASES)
    Object form(@PathVariable String id, PageContext page) {
        return steps.form(code(page), DeskPages.id(id), StepForm.of(), page);
    }

    /// @param choose whether there were recipients to choose from
    @PostMapping
    @Access(Action.WORK_CASES)
    Object take(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> to,
            @RequestParam(defaultValue = "no") String choose,
            PageContext page) {
        var item = DeskPages.id(id);
        var chosen = to == null ? List.<String>of() : to;
        var form = new StepForm(typed, chosen, chosen.isEmpty() && choose.equals("yes"));
        var outcome = further.take(StepInputs.step(code(page)), item, form, Objects.requireNonNull(page.officer()));
        return steps.after(code(page), item, form, outcome, page);
    }

    private static String code(PageContext page) {
        return page.path().substring(page.path().lastIndexOf('/') + 1);
    }
}
