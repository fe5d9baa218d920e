package org.enlace.node.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.SessionKey;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The duty desk: the page, the parts that scripts refresh, and the stream that rings them.
@Controller
class DeskPages {
    private static final int PAGES_MAX = 1_000;

    private final DeskScreens screens;
    private final DeskStream stream;

    DeskPages(DeskScreens screens, DeskStream stream) {
        this.screens = screens;
        this.stream = stream;
    }

    @GetMapping("/desk")
    @Access(Action.READ_DESK)
    Page desk(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(defaultValue = "0") int number,
            PageContext page) {
        return show("desk/desk", view, item, number, page);
    }

    /// The list alone, for scripts.
    @GetMapping("/desk/list")
    @Access(Action.READ_DESK)
    Page list(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(defaultValue = "0") int number,
            PageContext page) {
        return show("desk/list", view, item, number, page);
    }

    /// The preview alone, for scripts.
    @GetMapping("/desk/items/{id}")
    @Access(Action.READ_DESK)
    Page item(@PathVariable String id, PageContext page) {
        var preview = screens.preview(id(id), page).orElseThrow(Unseen::new);
        return Page.of("desk/preview").with("preview", preview);
    }

    @GetMapping(path = "/desk/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(Action.READ_DESK)
    SseEmitter stream(HttpServletRequest request) {
        return stream.open(SessionKey.of(request).orElseThrow(Unseen::new));
    }

    private Page show(String template, String view, @Nullable String item, int number, PageContext page) {
        var chosen = item == null || item.isEmpty() ? null : id(item);
        var at = Math.clamp(number, 0, PAGES_MAX);
        return Page.of(template).with("screen", screens.of(DeskView.of(view), chosen, at, page));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }
}
