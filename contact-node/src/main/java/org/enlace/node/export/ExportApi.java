package org.enlace.node.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.export.ExportOutcome.CatchingUp;
import org.enlace.node.export.ExportOutcome.Made;
import org.enlace.node.export.ExportOutcome.NotThere;
import org.enlace.node.export.ExportOutcome.Nothing;
import org.enlace.node.export.ExportOutcome.PurposeUnknown;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The case file for a national case system.
@RestController
@RequestMapping("/api/v1")
class ExportApi {
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Exporting exporting;
    private final ExportPapers papers;
    private final JsonMapper json;

    ExportApi(Exporting exporting, ExportPapers papers, JsonMapper json) {
        this.exporting = exporting;
        this.papers = papers;
        this.json = json;
    }

    /// @param purpose `WORK` or `COURT`
    /// @param persons whether to open what is said about persons, as far as the officer may; false without it
    record Asked(String purpose, @Nullable Boolean persons) {}

    @PostMapping(path = "/cases/{reference}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.EXPORT_CASE)
    @FreshProof
    ExportData data(@PathVariable String reference, @RequestBody Asked asked, Officer officer, PageContext page) {
        return made(reference, asked, officer, page, export -> ExportData.of(export, json));
    }

    @PostMapping(path = "/cases/{reference}/export", produces = MediaType.APPLICATION_PDF_VALUE)
    @Access(Action.EXPORT_CASE)
    @FreshProof
    ResponseEntity<byte[]> paper(
            @PathVariable String reference, @RequestBody Asked asked, Officer officer, PageContext page) {
        return made(
                reference,
                asked,
                officer,
                page,
                export -> ExportPages.file(papers.pdf(export, page), MediaType.APPLICATION_PDF, ".pdf", export));
    }

    /// The form of the data, as JSON Schema 2020-12.
    @GetMapping(path = "/schemas/case-file", produces = "application/schema+json")
    @Access(Action.OWN_PROFILE)
    ResponseEntity<byte[]> schema() {
        try (var file = Objects.requireNonNull(ExportApi.class.getResourceAsStream("/schemas/case-file.schema.json"))) {
            return ResponseEntity.ok().contentType(SCHEMA).body(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of the case file cannot be read", e);
        }
    }

    private <T> T made(
            String reference, Asked asked, Officer officer, PageContext page, Function<CaseExport, T> written) {
        var persons = Boolean.TRUE.equals(asked.persons());
        return switch (exporting.make(ExportPages.reference(reference), asked.purpose(), persons, officer, written)) {
            case Made<T>(var export) -> export;
            case PurposeUnknown<T> _ ->
                throw refused("/purpose", "PURPOSE_UNKNOWN", "export.point.purpose-unknown", page);
            case Nothing<T> _ -> throw refused("", "NOTHING_TO_EXPORT", "export.point.nothing-to-export", page);
            case CatchingUp<T> _ -> throw new ProblemFound(ProblemKind.CATCHING_UP);
            case NotThere<T> _ -> throw new Unseen();
        };
    }

    private static ProblemFound refused(String pointer, String code, String key, PageContext page) {
        return new ProblemFound(ProblemKind.REFUSED, List.of(Problem.Wrong.at(pointer, code, page.text(key))));
    }
}
