package org.enlace.node.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.enlace.message.StrictJson;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.attachment.AttachmentProgress;
import org.enlace.node.attachment.AttachmentState;
import org.enlace.node.attachment.NamedFile;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.FileAccess;
import org.enlace.node.casefile.Reading;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The files of messages for a national case system.
@RestController
@RequestMapping(path = "/api/v1/messages/{id}/files")
class FilesApi {
    private final FileDesk desk;

    FilesApi(FileDesk desk) {
        this.desk = desk;
    }

    /// @param name null unless the officer may open it; likewise the next two
    /// @param done parts that are on the network, or here
    /// @param askedAt when somebody asked that it is let through; null if nobody did
    record FileAnswer(
            int number,
            @Nullable Sensitive<String> name,
            @Nullable String mediaType,
            @Nullable Long length,
            AttachmentState state,
            int done,
            int parts,
            Instant since,
            @Nullable Instant askedAt) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.READ_CASES)
    ResponseEntity<byte[]> list(@PathVariable String id, Officer officer) {
        var seen = opened(desk.see(CaseAddress.id(id), officer));
        var answer = seen.all().stream().map(file -> answer(file, seen)).toList();
        // Names are written by the one mapper that reveals them, and seen by nothing that could log them.
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(StrictJson.write(answer));
    }

    @GetMapping("/{number}")
    @Access(Action.READ_CASES)
    void open(@PathVariable String id, @PathVariable int number, Officer officer, HttpServletResponse response)
            throws IOException {
        switch (desk.open(access(id, officer), number, true, officer)) {
            case FileDesk.Outcome.Open(var file) -> file.to(response);
            case FileDesk.Outcome.NotOpen _ -> throw new ProblemFound(ProblemKind.FILE_NOT_OPEN);
            case FileDesk.Outcome.NoExport _ -> throw new ProblemFound(ProblemKind.NO_EXPORT);
            case FileDesk.Outcome.NotThere _ -> throw new Unseen();
        }
    }

    @PostMapping("/{number}/ask")
    @Access(Action.READ_CASES)
    ResponseEntity<Void> ask(@PathVariable String id, @PathVariable int number, Officer officer) {
        return done(desk.ask(access(id, officer), number, officer));
    }

    @PostMapping("/{number}/let-through")
    @Access(Action.RELEASE)
    @FreshProof
    ResponseEntity<Void> letThrough(@PathVariable String id, @PathVariable int number, Officer officer) {
        return done(desk.letThrough(access(id, officer), number, officer));
    }

    @PostMapping("/want")
    @Access(Action.WORK_CASES)
    ResponseEntity<Void> want(@PathVariable String id, Officer officer) {
        return done(desk.want(access(id, officer), officer));
    }

    @PostMapping("/{number}/again")
    @Access(Action.WORK_CASES)
    ResponseEntity<Void> again(@PathVariable String id, @PathVariable int number, Officer officer) {
        return done(desk.again(access(id, officer), number, officer));
    }

    private static ResponseEntity<Void> done(boolean done) {
        if (!done) {
            throw new ProblemFound(ProblemKind.FILE_NOT_OPEN);
        }
        return ResponseEntity.noContent().build();
    }

    private FileAccess access(String id, Officer officer) {
        return opened(desk.access(CaseAddress.id(id), officer));
    }

    private static <T> T opened(Reading<T> reading) {
        return switch (reading) {
            case Reading.Open<T>(var content) -> content;
            case Reading.ConditionFirst<T> _ -> throw new ProblemFound(ProblemKind.CONDITION_FIRST);
            case Reading.Behind<T> _ -> throw new ProblemFound(ProblemKind.CATCHING_UP);
            case Reading.Sealed<T> _ -> throw new ProblemFound(ProblemKind.RECALLED);
            case Reading.NotThere<T> _ -> throw new Unseen();
        };
    }

    private static FileAnswer answer(AttachmentProgress file, FileDesk.Seen seen) {
        var named = seen.named().stream()
                .filter(one -> one.progress().number() == file.number())
                .findFirst();
        var wish = seen.wishes().get(file.number());
        return new FileAnswer(
                file.number(),
                named.map(NamedFile::name).orElse(null),
                named.map(NamedFile::mediaType).orElse(null),
                named.map(NamedFile::length).orElse(null),
                file.state(),
                file.done(),
                file.chunks(),
                file.since(),
                wish == null ? null : wish.at());
    }
}
