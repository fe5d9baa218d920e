package org.enlace.node.copy;

import java.util.List;
import java.util.function.Function;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.copy.CopyOutcome.Behind;
import org.enlace.node.copy.CopyOutcome.ConditionFirst;
import org.enlace.node.copy.CopyOutcome.Made;
import org.enlace.node.copy.CopyOutcome.NotThere;
import org.enlace.node.copy.CopyOutcome.Refused;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Making a copy for a national case system: as paper, or as data that the system lays out itself.
@RestController
@RequestMapping("/api/v1/messages/{id}/copies")
class CopyApi {
    private final Copies copies;
    private final CopyPages pages;

    CopyApi(Copies copies, CopyPages pages) {
        this.copies = copies;
        this.pages = pages;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.COPY_FOR_PERSON)
    @FreshProof
    PersonCopy data(@PathVariable String id, @RequestBody Asked asked, Officer officer, PageContext page) {
        return made(id, asked, officer, page, Function.identity());
    }

    @PostMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    @Access(Action.COPY_FOR_PERSON)
    @FreshProof
    ResponseEntity<byte[]> paper(@PathVariable String id, @RequestBody Asked asked, Officer officer, PageContext page) {
        return CopyPages.file(made(id, asked, officer, page, copy -> pages.printed(copy, page)), page);
    }

    private <T> T made(String id, Asked asked, Officer officer, PageContext page, Function<PersonCopy, T> printed) {
        return switch (copies.make(CaseAddress.id(id), asked.form(), officer, page, printed)) {
            case Made<T>(var copy) -> copy;
            case Refused<T>(var points) -> throw new ProblemFound(ProblemKind.REFUSED, wrong(points, page));
            case ConditionFirst<T> _ -> throw new ProblemFound(ProblemKind.CONDITION_FIRST);
            case Behind<T> _ -> throw new ProblemFound(ProblemKind.CATCHING_UP);
            case NotThere<T> _ -> throw new Unseen();
        };
    }

    private static List<Problem.Wrong> wrong(List<Point> points, PageContext page) {
        return points.stream()
                .map(point ->
                        Problem.Wrong.at("/" + pointer(point), point.name(), page.text("copy.point." + point.code())))
                .toList();
    }

    private static String pointer(Point point) {
        return switch (point) {
            case LANGUAGE_UNKNOWN, RECEIVER_UNKNOWN -> point.field();
            case NOT_CHECKED -> "identityChecked";
            case NOT_SAFE -> "safeToKeep";
        };
    }

    /// @param language of the copy: `en`, `es`, `pt` or `fr`
    /// @param to who takes it, code of list `who-consented`
    /// @param identityChecked that this is the person, or who speaks for them
    /// @param safeToKeep that the paper cannot harm the person
    record Asked(String language, String to, boolean identityChecked, boolean safeToKeep) {

        CopyForm form() {
            return new CopyForm(language, to, identityChecked, safeToKeep);
        }
    }
}
