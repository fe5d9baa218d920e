package org.enlace.node.operations;

import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of whoever runs the node.
@Controller
class OperationsPages {
    private final OperationsScreens screens;
    private final QuarantineScreens quarantine;
    private final OperationsActs acts;

    OperationsPages(OperationsScreens screens, QuarantineScreens quarantine, OperationsActs acts) {
        this.screens = screens;
        this.quarantine = quarantine;
        this.acts = acts;
    }

    @GetMapping("/operations")
    @Access(Action.READ_OPERATIONS)
    Page show(PageContext page) {
        return Page.of("operations/operations").with("screen", screens.of(page));
    }

    @GetMapping("/operations/quarantine")
    @Access(Action.READ_OPERATIONS)
    Page quarantine(
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "page", defaultValue = "0") int number,
            PageContext page) {
        return Page.of("operations/quarantine")
                .with("screen", quarantine.of(QuarantineSearch.of(member, reason, number), page));
    }

    @GetMapping("/operations/quarantine/{id}")
    @Access(Action.READ_OPERATIONS)
    Page record(@PathVariable UUID id, PageContext page) {
        return Page.of("operations/record")
                .with("line", quarantine.find(id, page).orElseThrow(Unseen::new));
    }

    @PostMapping("/operations/quarantine/{id}/again")
    @Access(Action.WORK_OPERATIONS)
    ResponseEntity<Void> again(@PathVariable UUID id, Officer officer) {
        if (!acts.tryAgain(id, officer)) {
            throw new Unseen();
        }
        return Redirect.to("/operations/quarantine");
    }

    @PostMapping("/operations/alarms/{id}/done")
    @Access(Action.WORK_OPERATIONS)
    ResponseEntity<Void> dealtWith(@PathVariable long id, Officer officer) {
        if (!acts.dealtWith(id, officer)) {
            throw new Unseen();
        }
        return Redirect.to("/operations");
    }
}
