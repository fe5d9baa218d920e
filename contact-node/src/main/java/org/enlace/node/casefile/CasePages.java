package org.enlace.node.casefile;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of cases.
@Controller
class CasePages {
    private final CaseReading reading;
    private final CaseScreens screens;
    private final SealedScreens sealed;

    CasePages(CaseReading reading, CaseScreens screens, SealedScreens sealed) {
        this.reading = reading;
        this.screens = screens;
        this.sealed = sealed;
    }

    @GetMapping("/cases/{reference}")
    @Access(Action.READ_CASES)
    Page summary(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String message,
            PageContext page) {
        return show(reference, message, CaseReading.SUMMARY, page);
    }

    /// What is said about persons: a deliberate step, written to the audit log.
    @GetMapping("/cases/{reference}/persons")
    @Access(Action.READ_CASES)
    Page persons(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String message,
            PageContext page) {
        return show(reference, message, CaseReading.PERSONS, page);
    }

    private Page show(String reference, @Nullable String message, Set<Compartment> wanted, PageContext page) {
        return switch (reading.open(reference(reference), id(message), officer(page), wanted)) {
            case Reading.Open<CaseContents>(var contents) ->
                Page.of("casefile/case").with("screen", screens.of(contents, wanted.equals(CaseReading.PERSONS), page));
            case Reading.ConditionFirst<CaseContents>(var entry, var condition) ->
                Page.of("casefile/condition").with("screen", screens.condition(entry, condition, page));
            case Reading.Sealed<CaseContents>(var entry) ->
                Page.of("casefile/sealed")
                        .with(
                                "screen",
                                sealed.of(reading.around(entry, officer(page)).orElseThrow(Unseen::new), page));
            case Reading.Behind<CaseContents>(var entry) ->
                Page.of("casefile/behind")
                        .with("screen", screens.behind(entry, page))
                        .status(HttpStatus.SERVICE_UNAVAILABLE);
            case Reading.NotThere<CaseContents> _ -> throw new Unseen();
        };
    }

    /// What machines and people did with a message so far, for a page that is open: it asks again by itself.
    ///
    /// @param seen how many events the page shows
    @GetMapping("/cases/{reference}/progress")
    @Access(Action.READ_CASES)
    Page progress(
            @PathVariable String reference,
            @RequestParam String message,
            @RequestParam(defaultValue = "0") int seen,
            PageContext page) {
        return switch (reading.progress(reference(reference), id(message), officer(page))) {
            case Reading.Open<CaseProgress>(var now) ->
                Page.of("casefile/progress").with("progress", screens.progress(now, seen, page));
            case Reading.ConditionFirst<CaseProgress> _,
                    Reading.Behind<CaseProgress> _,
                    Reading.Sealed<CaseProgress> _,
                    Reading.NotThere<CaseProgress> _ -> throw new Unseen();
        };
    }

    /// The officer has read the sender's condition: from now on the message opens.
    @PostMapping("/cases/{reference}/condition")
    @Access(Action.READ_CASES)
    ResponseEntity<Void> accept(@PathVariable String reference, @RequestParam String message, PageContext page) {
        var entry = accepted(Objects.requireNonNull(id(message)), officer(page)).orElseThrow(Unseen::new);
        return Redirect.to(CaseAddress.of(entry));
    }

    private Optional<MessageEntry> accepted(MessageId message, Officer officer) {
        try {
            return reading.readCondition(message, officer);
        } catch (DuplicateKeyException e) {
            // Pressed twice at the same moment: the first has written it down.
            return reading.readCondition(message, officer);
        }
    }

    private static Officer officer(PageContext page) {
        var officer = page.officer();
        if (officer == null) {
            throw new Unseen();
        }
        return officer;
    }

    static CaseReference reference(String text) {
        try {
            return new CaseReference(text);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }

    static @Nullable MessageId id(@Nullable String text) {
        return text == null ? null : CaseAddress.id(text);
    }
}
