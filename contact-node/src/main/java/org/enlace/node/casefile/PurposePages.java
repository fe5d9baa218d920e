package org.enlace.node.casefile;

import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.web.Choice;
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

/// Asks what an officer opens a message for, where its sender allows several purposes.
@Controller
class PurposePages {
    private final PurposeAsking asking;
    private final Headlines headlines;
    private final Labels labels;

    PurposePages(PurposeAsking asking, Headlines headlines, Labels labels) {
        this.asking = asking;
        this.headlines = headlines;
        this.labels = labels;
    }

    @GetMapping("/messages/{id}/purpose")
    @Access(Action.READ_CASES)
    Page ask(@PathVariable String id, PageContext page) {
        return page(asked(id, page), false, page);
    }

    @PostMapping("/messages/{id}/purpose")
    @Access(Action.READ_CASES)
    Object state(@PathVariable String id, @RequestParam(defaultValue = "") String purpose, PageContext page) {
        var asked = asked(id, page);
        if (!asking.state(asked, purpose, Objects.requireNonNull(page.officer()))) {
            return page(asked, true, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var message = asked.message();
        return Redirect.to("/cases/" + message.reference() + "/persons?message=" + message.id());
    }

    private PurposeAsking.Asked asked(String id, PageContext page) {
        return asking.asked(CaseAddress.id(id), Objects.requireNonNull(page.officer()))
                .orElseThrow(Unseen::new);
    }

    private Page page(PurposeAsking.Asked asked, boolean wrong, PageContext page) {
        var message = asked.message();
        return Page.of("casefile/purpose")
                .with(
                        "screen",
                        new PurposeScreen(
                                message.reference().value(),
                                headlines.type(message.gist(), page.locale()),
                                "/messages/" + message.id() + "/purpose",
                                CaseAddress.of(message),
                                asked.choices().stream()
                                        .map(code -> Choice.of(code, labels.of("purpose", code, page.locale()), false))
                                        .toList(),
                                wrong ? page.text("casefile.point.PURPOSE_NOT_ALLOWED") : null));
    }
}
