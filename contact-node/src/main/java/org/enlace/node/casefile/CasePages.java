package org.enlace.node.casefile;

import java.util.Set;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of cases.
@Controller
class CasePages {
    private final CaseReading reading;
    private final CaseScreens screens;
    private final CaseLists lists;

    CasePages(CaseReading reading, CaseScreens screens, CaseLists lists) {
        this.reading = reading;
        this.screens = screens;
        this.lists = lists;
    }

    @GetMapping("/cases")
    @Access(Action.READ_CASES)
    Page list(@RequestParam(required = false) @Nullable String before, PageContext page) {
        return Page.of("casefile/cases").with("list", lists.of(place(before), page));
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
        var officer = page.officer();
        if (officer == null) {
            throw new Unseen();
        }
        var contents =
                reading.open(reference(reference), id(message), officer, wanted).orElseThrow(Unseen::new);
        return Page.of("casefile/case").with("screen", screens.of(contents, wanted.equals(CaseReading.PERSONS), page));
    }

    static CaseReference reference(String text) {
        try {
            return new CaseReference(text);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }

    static @Nullable MessageId id(@Nullable String text) {
        try {
            return text == null ? null : MessageId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }

    private static CaseLine.Place place(@Nullable String code) {
        try {
            return code == null ? CaseLine.Place.TOP : CaseLine.Place.parse(code);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }
}
