package org.enlace.node.desk;

import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Step;
import org.enlace.node.desk.DeskAnswers.ItemAnswer;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The further steps for a national case system.
@RestController
@RequestMapping(path = "/api/v1/desk/items", produces = MediaType.APPLICATION_JSON_VALUE)
class FurtherApi {
    private final FurtherSteps further;
    private final DeskAnswers answers;

    FurtherApi(FurtherSteps further, DeskAnswers answers) {
        this.further = further;
        this.answers = answers;
    }

    @PostMapping("/{id}/start")
    @Access(Action.WORK_CASES)
    ItemAnswer start(@PathVariable String id, Officer officer, PageContext page) {
        return take(Step.START, id, StepForm.of(), officer, page);
    }

    @PostMapping("/{id}/resume")
    @Access(Action.WORK_CASES)
    ItemAnswer resume(@PathVariable String id, Officer officer, PageContext page) {
        return take(Step.RESUME, id, StepForm.of(), officer, page);
    }

    @PostMapping("/{id}/ask")
    @Access(Action.WORK_CASES)
    ItemAnswer ask(@PathVariable String id, @RequestBody Words asked, Officer officer, PageContext page) {
        return take(Step.ASK, id, StepForm.of("note", asked.note()), officer, page);
    }

    @PostMapping("/{id}/hold")
    @Access(Action.WORK_CASES)
    ItemAnswer hold(@PathVariable String id, @RequestBody Hold asked, Officer officer, PageContext page) {
        return take(Step.HOLD, id, StepForm.of("ground", asked.ground(), "note", given(asked.note())), officer, page);
    }

    @PostMapping("/{id}/complete")
    @Access(Action.WORK_CASES)
    ItemAnswer complete(@PathVariable String id, @RequestBody Complete asked, Officer officer, PageContext page) {
        var form = StepForm.of("outcome", asked.outcome(), "followUp", asked.followUp(), "note", given(asked.note()));
        return take(Step.COMPLETE, id, form, officer, page);
    }

    @PostMapping("/{id}/fail")
    @Access(Action.WORK_CASES)
    ItemAnswer fail(@PathVariable String id, @RequestBody Words asked, Officer officer, PageContext page) {
        return take(Step.FAIL, id, StepForm.of("note", asked.note()), officer, page);
    }

    @PostMapping("/{id}/confirm-withdrawal")
    @Access(Action.WORK_CASES)
    ItemAnswer confirmWithdrawal(@PathVariable String id, @RequestBody Words asked, Officer officer, PageContext page) {
        return take(Step.CONFIRM_WITHDRAWAL, id, StepForm.of("note", asked.note()), officer, page);
    }

    @PostMapping("/{id}/answer")
    @Access(Action.WORK_CASES)
    ItemAnswer answer(@PathVariable String id, @RequestBody Towards asked, Officer officer, PageContext page) {
        return take(Step.ANSWER, id, form(asked), officer, page);
    }

    @PostMapping("/{id}/reopen")
    @Access(Action.WORK_CASES)
    ItemAnswer reopen(@PathVariable String id, @RequestBody Towards asked, Officer officer, PageContext page) {
        return take(Step.REOPEN, id, form(asked), officer, page);
    }

    @PostMapping("/{id}/withdraw")
    @Access(Action.WORK_CASES)
    ItemAnswer withdraw(@PathVariable String id, @RequestBody Withdraw asked, Officer officer, PageContext page) {
        var form = StepForm.of("note", given(asked.note())).to(asked.to() == null ? List.of() : asked.to());
        return take(Step.WITHDRAW, id, form, officer, page);
    }

    @PostMapping("/{id}/close")
    @Access(Action.WORK_CASES)
    ItemAnswer close(@PathVariable String id, @RequestBody Close asked, Officer officer, PageContext page) {
        var form =
                StepForm.of("seen", asked.outcomeSeen() ? "yes" : "no").to(asked.to() == null ? List.of() : asked.to());
        return take(Step.CLOSE, id, form, officer, page);
    }

    private ItemAnswer take(Step step, String id, StepForm form, Officer officer, PageContext page) {
        return answers.after(id, page, item -> further.take(step, item, form, officer));
    }

    private static StepForm form(Towards asked) {
        return StepForm.of("note", asked.note()).to(asked.to() == null ? List.of() : asked.to());
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    record Words(String note) {}

    /// @param ground code of list `pause-reason`
    record Hold(String ground, @Nullable String note) {}

    /// @param outcome code of list `outcome`
    /// @param followUp the day on which somebody looks again, `2026-12-22`
    record Complete(
            String outcome, String followUp, @Nullable String note) {}

    /// @param to codes of recipients; without it all for whom the step fits
    record Towards(String note, @Nullable List<String> to) {}

    /// @param to codes of recipients; without it all for whom the step fits
    record Withdraw(@Nullable String note, @Nullable List<String> to) {}

    /// @param outcomeSeen that the officer who sent it knows how it ended
    /// @param to codes of recipients; without it all for whom the step fits
    record Close(boolean outcomeSeen, @Nullable List<String> to) {}
}
