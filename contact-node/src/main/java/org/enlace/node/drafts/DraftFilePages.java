package org.enlace.node.drafts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FormProof;
import org.enlace.node.access.Officer;
import org.enlace.node.attachment.Upload;
import org.enlace.node.attachment.Uploads;
import org.enlace.node.web.FormParts;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Adding files to a draft. With scripts they come piece by piece and go on where the line broke; without, with the
/// form as browsers always sent it.
@Controller
class DraftFilePages {
    private static final String PARTS = "multipart/form-data";
    private static final String BYTES = "application/octet-stream";

    private final OwnDrafts drafts;
    private final DraftDesk desk;
    private final WrittenFiles files;
    private final FileViews views;
    private final ComposeForms forms;
    private final FormProof proof;

    DraftFilePages(
            OwnDrafts drafts,
            DraftDesk desk,
            WrittenFiles files,
            FileViews views,
            ComposeForms forms,
            FormProof proof) {
        this.drafts = drafts;
        this.desk = desk;
        this.files = files;
        this.views = views;
        this.forms = forms;
        this.proof = proof;
    }

    /// How far a file has come.
    ///
    /// @param text why it is refused, in the reader's language; null if it is not
    record Came(
            @Nullable UUID id,
            long received,
            Upload.@Nullable State state,
            @Nullable String text) {}

    /// The whole form with the files in it. What was typed is saved as by any other button.
    @PostMapping("/drafts/{id}/files")
    @Access(Action.WRITE_DRAFT)
    Object add(@PathVariable UUID id, HttpServletRequest request, Officer officer, PageContext page)
            throws IOException {
        var draft = drafts.find(id, officer);
        expect(PARTS, request);
        if (draft.sent() || draft.waiting()) {
            return Redirect.to("/drafts/" + id);
        }
        var fields = new LinkedMultiValueMap<String, String>();
        var against = new ArrayList<String>();
        var parts = FormParts.of(request);
        prove(parts.next(), request);
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            switch (part.get()) {
                case FormParts.Part.Value(var name, var text) -> fields.add(name, text);
                case FormParts.Part.File(var name, var content) -> {
                    if (!name.isEmpty()) {
                        var outcome = files.take(WrittenFiles.For.the(draft), name, content, officer);
                        views.against(outcome, page).ifPresent(against::add);
                    }
                }
            }
        }
        var submitted = Submitted.of(fields);
        return switch (desk.keep(draft, submitted.stand(), false, submitted::values, officer)) {
            case DraftDesk.Keeping.Kept(var typed) ->
                against.isEmpty()
                        ? Redirect.to("/drafts/" + id + "#files")
                        : forms.of(typed, false, against, officer, page);
            case DraftDesk.Keeping.Overtaken overtaken -> forms.overtaken(overtaken, officer, page);
        };
    }

    /// The token stands first, so that nothing is read of a form that another site sent.
    private void prove(Optional<FormParts.Part> first, HttpServletRequest request) {
        if (first.isEmpty()
                || !(first.get() instanceof FormParts.Part.Value(var name, var text))
                || !name.equals("_token")
                || !proof.holds(request, text)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /// Begins a file, or goes on with one that was left.
    @PostMapping("/drafts/{id}/files/begin")
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<Came> begin(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam long length,
            Officer officer,
            PageContext page) {
        var draft = drafts.open(id, officer);
        return answer(files.goOn(WrittenFiles.For.the(draft), name, length, officer), page);
    }

    /// The rest of a file, or as much of it as the line carries.
    ///
    /// @param offset from where on
    @PutMapping("/drafts/{id}/files/{file}")
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<Came> goOn(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam long offset,
            HttpServletRequest request,
            Officer officer,
            PageContext page)
            throws IOException {
        var draft = drafts.open(id, officer);
        expect(BYTES, request);
        return answer(files.append(draft.message(), file, offset, request.getInputStream()), page);
    }

    /// The list alone, for the page that adds to it.
    @GetMapping("/drafts/{id}/files")
    @Access(Action.WRITE_DRAFT)
    Page list(@PathVariable UUID id, Officer officer, PageContext page) {
        return Page.of("compose/file-list").with("files", views.of(drafts.open(id, officer), page));
    }

    private ResponseEntity<Came> answer(Uploads.Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Uploads.Outcome.Taken(var upload) -> ResponseEntity.ok(came(upload));
            case Uploads.Outcome.Elsewhere(var upload) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(came(upload));
            case Uploads.Outcome.Refused _ ->
                ResponseEntity.unprocessableContent()
                        .body(new Came(
                                null, 0, null, views.against(outcome, page).orElse(null)));
            case Uploads.Outcome.NotThere _ -> throw new Unseen();
        };
    }

    private static Came came(Upload upload) {
        return new Came(upload.id(), upload.received(), upload.state(), null);
    }

    private static void expect(String type, HttpServletRequest request) {
        var given = request.getContentType();
        if (given == null || !given.startsWith(type)) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
