package org.enlace.node.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.FileAccess;
import org.enlace.node.casefile.Reading;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The files of a message in the console. What its condition, its seal or what is still to be taken in keeps closed
/// leads to its case, which says so.
@Controller
class FilePages {
    private final FileDesk desk;
    private final FileScreens screens;

    FilePages(FileDesk desk, FileScreens screens) {
        this.desk = desk;
        this.screens = screens;
    }

    /// What they are called is shown to those who may open them: a deliberate step, written to the audit log.
    @GetMapping("/messages/{id}/files")
    @Access(Action.READ_CASES)
    Object list(@PathVariable String id, Officer officer, PageContext page) {
        return seen(id, null, officer, page);
    }

    /// One of them. Each opening is written to the audit log.
    @GetMapping("/messages/{id}/files/{number}")
    @Access(Action.READ_CASES)
    @Nullable
    Object open(
            @PathVariable String id,
            @PathVariable int number,
            Officer officer,
            PageContext page,
            HttpServletResponse response)
            throws IOException {
        return switch (desk.access(CaseAddress.id(id), officer)) {
            case Reading.Open<FileAccess>(var access) ->
                switch (desk.open(access, number, false, officer)) {
                    case FileDesk.Outcome.Open(var file) -> {
                        file.to(response);
                        yield null;
                    }
                    case FileDesk.Outcome.NotOpen _ -> seen(id, page.text("casefile.files.not-open"), officer, page);
                    case FileDesk.Outcome.NoExport _, FileDesk.Outcome.NotThere _ -> throw new Unseen();
                };
            case Reading.ConditionFirst<FileAccess> first -> Redirect.to(CaseAddress.of(first.message()));
            case Reading.Behind<FileAccess>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.Sealed<FileAccess>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.NotThere<FileAccess> _ -> throw new Unseen();
        };
    }

    /// Asks that a file is let through which nobody has scanned.
    @PostMapping("/messages/{id}/files/{number}/ask")
    @Access(Action.READ_CASES)
    Object ask(@PathVariable String id, @PathVariable int number, Officer officer, PageContext page) {
        return act(id, access -> desk.ask(access, number, officer), officer, page);
    }

    /// Lets it through, as the second of two.
    @PostMapping("/messages/{id}/files/{number}/let-through")
    @Access(Action.RELEASE)
    @FreshProof
    Object letThrough(@PathVariable String id, @PathVariable int number, Officer officer, PageContext page) {
        return act(id, access -> desk.letThrough(access, number, officer), officer, page);
    }

    /// Asks the sender to send once more what is missing.
    @PostMapping("/messages/{id}/files/want")
    @Access(Action.WORK_CASES)
    Object want(@PathVariable String id, Officer officer, PageContext page) {
        return act(id, access -> desk.want(access, officer), officer, page);
    }

    /// Looks once more for what did not come whole, or sends what is ours once more.
    @PostMapping("/messages/{id}/files/{number}/again")
    @Access(Action.WORK_CASES)
    Object again(@PathVariable String id, @PathVariable int number, Officer officer, PageContext page) {
        return act(id, access -> desk.again(access, number, officer), officer, page);
    }

    private Object act(String id, Predicate<FileAccess> act, Officer officer, PageContext page) {
        return switch (desk.access(CaseAddress.id(id), officer)) {
            case Reading.Open<FileAccess>(var access) ->
                act.test(access)
                        ? Redirect.to("/messages/" + access.message().id() + "/files")
                        : seen(id, page.text("casefile.files.not-done"), officer, page);
            case Reading.ConditionFirst<FileAccess> first -> Redirect.to(CaseAddress.of(first.message()));
            case Reading.Behind<FileAccess>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.Sealed<FileAccess>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.NotThere<FileAccess> _ -> throw new Unseen();
        };
    }

    /// @param problem what came of the last try; null if nothing did
    private Object seen(String id, @Nullable String problem, Officer officer, PageContext page) {
        return switch (desk.see(CaseAddress.id(id), officer)) {
            case Reading.Open<FileDesk.Seen>(var seen) -> {
                if (seen.all().isEmpty()) {
                    throw new Unseen();
                }
                var shown = Page.of("casefile/files").with("screen", screens.of(seen, problem, officer, page));
                yield problem == null ? shown : shown.status(HttpStatus.CONFLICT);
            }
            case Reading.ConditionFirst<FileDesk.Seen> first -> Redirect.to(CaseAddress.of(first.message()));
            case Reading.Behind<FileDesk.Seen>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.Sealed<FileDesk.Seen>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.NotThere<FileDesk.Seen> _ -> throw new Unseen();
        };
    }
}
