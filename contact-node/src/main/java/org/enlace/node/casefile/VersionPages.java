package org.enlace.node.casefile;

import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
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

/// The page of an older version of a message.
@Controller
class VersionPages {
    private final VersionReading reading;
    private final VersionViews views;
    private final Corrections corrections;

    VersionPages(VersionReading reading, VersionViews views, Corrections corrections) {
        this.corrections = corrections;
        this.reading = reading;
        this.views = views;
    }

    /// @param persons whether to open what is said about persons, which is written to the audit log
    @GetMapping("/messages/{id}/versions/{number}")
    @Access(Action.READ_CASES)
    Object version(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean persons,
            PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var wanted = persons ? CaseReading.PERSONS : CaseReading.SUMMARY;
        return switch (reading.open(CaseAddress.id(id), number, officer, wanted)) {
            case Reading.Open<OpenedMessage>(var open) ->
                Page.of("casefile/version").with("screen", views.old(open, number, persons, page));
            case Reading.ConditionFirst<OpenedMessage> first -> Redirect.to(CaseAddress.of(first.message()));
            case Reading.Behind<OpenedMessage>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.Sealed<OpenedMessage>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.NotThere<OpenedMessage> _ -> throw new Unseen();
        };
    }

    /// The officer confirms that they read what a correction says.
    @PostMapping("/messages/{id}/versions/{number}/read")
    @Access(Action.WORK_CASES)
    ResponseEntity<Void> read(@PathVariable String id, @PathVariable int number, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        return Redirect.to(CaseAddress.of(
                corrections.read(CaseAddress.id(id), number, officer).orElseThrow(Unseen::new)));
    }
}
