package org.enlace.node.desk;

import java.time.LocalDate;
import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.desk.FollowingUp.Due;
import org.enlace.node.desk.FollowingUp.Looked;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Looking again how a person is, for a national case system.
@RestController
@RequestMapping(path = "/api/v1/follow-ups", produces = MediaType.APPLICATION_JSON_VALUE)
class FollowUpApi {
    private final FollowingUp following;
    private final Acceptance days;
    private final DeskAnswers answers;

    FollowUpApi(FollowingUp following, Acceptance days, DeskAnswers answers) {
        this.following = following;
        this.days = days;
        this.answers = answers;
    }

    /// @param more whether there is another page
    record Waiting(List<One> items, boolean more) {}

    record One(String id, String message, String caseRef, String partner, LocalDate due, boolean overdue) {}

    /// @param finding code of list `follow-up-finding`
    /// @param again the day on which somebody looks again, `2026-12-30`
    /// @param words for this contact point alone
    record Found(
            String finding,
            @Nullable String again,
            @Nullable String words) {}

    @GetMapping
    @Access(Action.READ_ASSISTANCE)
    Waiting list(@RequestParam(defaultValue = "0") int page, Officer officer) {
        var found = following.waiting(officer, page);
        return new Waiting(found.items().stream().map(this::one).toList(), found.more());
    }

    @PostMapping("/{id}/finding")
    @Access(Action.READ_ASSISTANCE)
    DeskAnswers.ItemAnswer record(
            @PathVariable String id, @RequestBody Found asked, Officer officer, PageContext page) {
        var looked = new Looked(asked.finding(), given(asked.again()), given(asked.words()));
        return answers.after(id, page, followUp -> following.record(followUp, looked, officer));
    }

    private One one(Due due) {
        var message = due.message();
        return new One(
                due.followUp().id().toString(),
                message.id().toString(),
                message.reference().value(),
                message.partner().value(),
                due.followUp().due(),
                due.followUp().overdue(days.today()));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
