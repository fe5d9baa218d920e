package org.enlace.node.drafts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.attachment.Attachments;
import org.enlace.message.CaseReference;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.attachment.Upload;
import org.enlace.node.attachment.Uploads;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.inspection.Remainder;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Files that a program uploads before it sends their message.
@RestController
@RequestMapping(path = "/api/v1/file-sets", produces = MediaType.APPLICATION_JSON_VALUE)
class FileSetsApi {
    private final FileSets sets;
    private final WrittenFiles files;
    private final FileViews views;
    private final CaseReading reading;
    private final CurrentDirectory directory;
    private final NewIds ids;

    FileSetsApi(
            FileSets sets,
            WrittenFiles files,
            FileViews views,
            CaseReading reading,
            CurrentDirectory directory,
            NewIds ids) {
        this.sets = sets;
        this.files = files;
        this.views = views;
        this.reading = reading;
        this.directory = directory;
        this.ids = ids;
    }

    /// @param caseReference of the case in which the message will stand; without it a new one
    record Begin(@Nullable CaseReference caseReference) {}

    /// @param length in bytes, at most 256 MiB
    record Named(Sensitive<String> name, long length) {}

    /// @param room how many files may still be added
    record SetAnswer(UUID id, String caseReference, int room, List<FileAnswer> files) {}

    /// @param received bytes that are here for good; it goes on from there
    /// @param reason why it does not travel, if it is refused
    /// @param kind what it is by its content, once it is ready
    /// @param remains what it still tells about its maker
    record FileAnswer(
            UUID id,
            int number,
            long length,
            long received,
            Upload.State state,
            Upload.@Nullable Reason reason,
            @Nullable String kind,
            Set<Remainder> remains,
            boolean scanned) {}

    @PostMapping
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<SetAnswer> begin(@RequestBody Begin body, Officer officer) {
        var given = body.caseReference();
        if (given != null && !reading.mayContinue(given, directory.self().code(), officer)) {
            throw new Unseen();
        }
        var set = sets.begin(given == null ? ids.reference() : given, officer);
        return ResponseEntity.created(URI.create("/api/v1/file-sets/" + set.id()))
                .body(answer(set));
    }

    @GetMapping("/{set}")
    @Access(Action.WRITE_DRAFT)
    SetAnswer show(@PathVariable UUID set, Officer officer) {
        return answer(find(set, officer));
    }

    @DeleteMapping("/{set}")
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<Void> delete(@PathVariable UUID set, Officer officer) {
        sets.delete(find(set, officer));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{set}/files")
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<FileAnswer> name(
            @PathVariable UUID set, @RequestBody Named body, Officer officer, PageContext page) {
        var found = find(set, officer);
        var begun = answer(begin(found.its(), body, officer), page);
        return ResponseEntity.created(URI.create("/api/v1/file-sets/" + set + "/files/" + begun.id()))
                .body(begun);
    }

    @ShowsPersonalData
    private Uploads.Outcome begin(WrittenFiles.For its, Named body, Officer officer) {
        return files.begin(its, body.name().reveal(), body.length(), officer);
    }

    @GetMapping("/{set}/files/{file}")
    @Access(Action.WRITE_DRAFT)
    FileAnswer file(@PathVariable UUID set, @PathVariable UUID file, Officer officer) {
        return files.find(find(set, officer).message(), file)
                .map(FileSetsApi::answer)
                .orElseThrow(Unseen::new);
    }

    /// The rest of a file, or as much of it as the line carries.
    ///
    /// @param offset from where on
    @PutMapping("/{set}/files/{file}")
    @Access(Action.WRITE_DRAFT)
    FileAnswer goOn(
            @PathVariable UUID set,
            @PathVariable UUID file,
            @RequestParam long offset,
            HttpServletRequest request,
            Officer officer,
            PageContext page)
            throws IOException {
        var found = find(set, officer);
        if (!MediaType.APPLICATION_OCTET_STREAM_VALUE.equals(request.getContentType())) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        return answer(files.append(found.message(), file, offset, request.getInputStream()), page);
    }

    @DeleteMapping("/{set}/files/{file}")
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<Void> remove(@PathVariable UUID set, @PathVariable UUID file, Officer officer) {
        if (!files.remove(find(set, officer).message(), file, officer)) {
            throw new Unseen();
        }
        return ResponseEntity.noContent().build();
    }

    private FileSets.FileSet find(UUID set, Officer officer) {
        return sets.find(set, officer).filter(sets::isOpen).orElseThrow(Unseen::new);
    }

    private SetAnswer answer(FileSets.FileSet set) {
        var all = files.of(set.message());
        return new SetAnswer(
                set.id(),
                set.reference().value(),
                Attachments.COUNT_MAX - all.size(),
                all.stream().map(FileSetsApi::answer).toList());
    }

    private FileAnswer answer(Uploads.Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Uploads.Outcome.Taken(var upload) -> answer(upload);
            case Uploads.Outcome.Elsewhere _ -> throw new ProblemFound(ProblemKind.GOES_ON_ELSEWHERE);
            case Uploads.Outcome.NotThere _ -> throw new Unseen();
            case Uploads.Outcome.Refused(var why) ->
                throw new ProblemFound(ProblemKind.FILE_NOT_TAKEN, List.of(wrong(outcome, why, page)));
        };
    }

    private Problem.Wrong wrong(Uploads.Outcome outcome, Uploads.Why why, PageContext page) {
        var words = views.against(outcome, page).orElse("");
        return switch (why) {
            case LENGTH -> Problem.Wrong.at("/length", why.name(), words);
            case NAME -> Problem.Wrong.at("/name", why.name(), words);
            case TOO_MANY, ROOM -> Problem.Wrong.at("", why.name(), words);
            case PIECE -> new Problem.Wrong(null, "offset", why.name(), words);
        };
    }

    private static FileAnswer answer(Upload upload) {
        var kind = upload.kind();
        return new FileAnswer(
                upload.id(),
                upload.number(),
                upload.length(),
                upload.received(),
                upload.state(),
                upload.reason(),
                kind == null ? null : kind.mediaType(),
                new TreeSet<>(upload.remains()),
                upload.scanned());
    }
}
