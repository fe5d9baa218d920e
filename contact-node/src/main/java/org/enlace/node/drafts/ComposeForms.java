package org.enlace.node.drafts;

import java.util.List;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The page on which a draft is written, with what stands in its way.
@Component
class ComposeForms {
    private final FormViews views;
    private final Typing typing;

    ComposeForms(FormViews views, Typing typing) {
        this.views = views;
        this.typing = typing;
    }

    /// @param tried whether the officer has tried to send it
    Page of(Draft draft, boolean tried, Officer officer, PageContext page) {
        return of(draft, tried, List.of(), officer, page);
    }

    /// @param against what came of the files that were just added
    Page of(Draft draft, boolean tried, List<String> against, Officer officer, PageContext page) {
        var reading = typing.read(draft);
        var points = typing.points(draft, reading, officer, page);
        var view = views.of(draft, reading, points, tried, page);
        var shown = Page.of("compose/compose").with("form", against.isEmpty() ? view : view.with(against));
        return tried || !against.isEmpty() ? shown.status(HttpStatus.UNPROCESSABLE_CONTENT) : shown;
    }
}
