package org.enlace.node.webhooks;

import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// How it stands with the systems that are told, for whoever runs the node.
@Controller
class WebhooksPages {
    private static final String HOME = "/operations/webhooks";

    private final Webhooks webhooks;

    WebhooksPages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping(HOME)
    @Access(Action.READ_OPERATIONS)
    Page show(PageContext page) {
        return Page.of("operations/webhooks").with("all", lines(page));
    }

    @PostMapping(HOME + "/{name}/pause")
    @Access(Action.WORK_OPERATIONS)
    ResponseEntity<Void> pause(@PathVariable String name, Officer officer) {
        return after(webhooks.pause(name, true, officer));
    }

    @PostMapping(HOME + "/{name}/resume")
    @Access(Action.WORK_OPERATIONS)
    ResponseEntity<Void> resume(@PathVariable String name, Officer officer) {
        return after(webhooks.pause(name, false, officer));
    }

    @PostMapping(HOME + "/{name}/send-again")
    @Access(Action.WORK_OPERATIONS)
    ResponseEntity<Void> sendAgain(@PathVariable String name, Officer officer) {
        return after(webhooks.sendAgain(name, officer));
    }

    private static ResponseEntity<Void> after(boolean there) {
        if (!there) {
            throw new Unseen();
        }
        return Redirect.to(HOME);
    }

    private List<WebhookLine> lines(PageContext page) {
        return webhooks.all().stream().map(one -> WebhookLine.of(one, page)).toList();
    }
}
