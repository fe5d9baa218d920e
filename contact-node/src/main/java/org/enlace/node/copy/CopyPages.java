package org.enlace.node.copy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.enlace.message.MessageId;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Reading;
import org.enlace.node.copy.CopyOutcome.Behind;
import org.enlace.node.copy.CopyOutcome.ConditionFirst;
import org.enlace.node.copy.CopyOutcome.Made;
import org.enlace.node.copy.CopyOutcome.NotThere;
import org.enlace.node.copy.CopyOutcome.Refused;
import org.enlace.node.paper.Paper;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Making a copy in the console: a form, and the paper itself as a file.
@Controller
class CopyPages {
    private final Copies copies;
    private final CopyScreens screens;
    private final CaseReading reading;
    private final Paper paper;

    CopyPages(Copies copies, CopyScreens screens, CaseReading reading, Paper paper) {
        this.copies = copies;
        this.screens = screens;
        this.reading = reading;
        this.paper = paper;
    }

    @GetMapping("/messages/{id}/copy")
    @Access(Action.COPY_FOR_PERSON)
    Object form(@PathVariable String id, PageContext page) {
        return switch (reading.open(CaseAddress.id(id), officer(page), CaseReading.SUMMARY)) {
            case Reading.Open<OpenedMessage>(var open)
            when about(open) -> Page.of("copy/form").with("screen", screens.first(open, page));
            case Reading.ConditionFirst<OpenedMessage>(var entry, var _) -> toCase(entry);
            case Reading.Behind<OpenedMessage>(var entry) -> toCase(entry);
            case Reading.Sealed<OpenedMessage>(var entry) -> toCase(entry);
            case Reading.Open<OpenedMessage> _, Reading.NotThere<OpenedMessage> _ -> throw new Unseen();
        };
    }

    @PostMapping("/messages/{id}/copy")
    @Access(Action.COPY_FOR_PERSON)
    @FreshProof
    Object make(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean checked,
            @RequestParam(defaultValue = "false") boolean safe,
            PageContext page) {
        var form = new CopyForm(language, to, checked, safe);
        return switch (copies.make(CaseAddress.id(id), form, officer(page), page, copy -> printed(copy, page))) {
            case Made<byte[]>(var pdf) -> file(pdf, page);
            case Refused<byte[]>(var points) -> again(CaseAddress.id(id), form, points, page);
            case ConditionFirst<byte[]>(var entry) -> toCase(entry);
            case Behind<byte[]>(var entry) -> toCase(entry);
            case NotThere<byte[]> _ -> throw new Unseen();
        };
    }

    private Page again(MessageId id, CopyForm form, List<Point> points, PageContext page) {
        return switch (reading.open(id, officer(page), CaseReading.SUMMARY)) {
            case Reading.Open<OpenedMessage>(var open) ->
                Page.of("copy/form")
                        .with("screen", screens.of(open, form, points, page))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Reading.ConditionFirst<OpenedMessage> _,
                    Reading.Behind<OpenedMessage> _,
                    Reading.Sealed<OpenedMessage> _,
                    Reading.NotThere<OpenedMessage> _ -> throw new Unseen();
        };
    }

    byte[] printed(PersonCopy copy, PageContext page) {
        var reader = page.in(Locale.of(copy.language()));
        return paper.pdf("copy/paper", Map.of("page", reader, "copy", copy));
    }

    /// The name of the file tells nothing either.
    static ResponseEntity<byte[]> file(byte[] pdf, PageContext page) {
        var name = ContentDisposition.attachment()
                .filename(page.text("copy.file") + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
    }

    private static boolean about(OpenedMessage open) {
        return open.entry().gist().type().isForCare();
    }

    private static ResponseEntity<Void> toCase(MessageEntry message) {
        return Redirect.to(CaseAddress.of(message));
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
