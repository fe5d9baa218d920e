package org.enlace.node.watch;

import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
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

/// What is watched over, for supervisors and auditors.
@Controller
class WatchPages {
    private final WatchScreens screens;
    private final Reviewing reviewing;
    private final Glass glass;

    WatchPages(WatchScreens screens, Reviewing reviewing, Glass glass) {
        this.screens = screens;
        this.reviewing = reviewing;
        this.glass = glass;
    }

    @GetMapping("/watch")
    @Access(Action.WATCH)
    Page list(PageContext page) {
        return list(page, "");
    }

    @PostMapping("/watch/{id}/agree")
    @Access(Action.AGREE_GLASS)
    @FreshProof
    Object agree(@PathVariable UUID id, Officer officer) {
        if (!glass.agree(id, officer)) {
            throw new Unseen();
        }
        return Redirect.to("/watch");
    }

    @PostMapping("/watch/{id}/review")
    @Access(Action.WATCH)
    Object review(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean right,
            @RequestParam(defaultValue = "") String words,
            Officer officer,
            PageContext page) {
        return switch (reviewing.review(id, right, words, officer)) {
            case DONE -> Redirect.to("/watch");
            case WORDS_MISSING ->
                list(page, page.text("watch.point.finding-missing")).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case UNSEEN -> throw new Unseen();
        };
    }

    private Page list(PageContext page, String error) {
        return Page.of("watch/list").with("screen", screens.of(page)).with("error", error);
    }
}
