package org.enlace.node.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.enlace.message.CaseReference;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.export.ExportOutcome.CatchingUp;
import org.enlace.node.export.ExportOutcome.Made;
import org.enlace.node.export.ExportOutcome.NotThere;
import org.enlace.node.export.ExportOutcome.Nothing;
import org.enlace.node.export.ExportOutcome.PurposeUnknown;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.json.JsonMapper;

/// Taking a case file out in the console: a form that says what stays behind, and the file itself.
@Controller
class ExportPages {
    private static final List<String> FORMS = List.of("PDF", "JSON");

    private final Exporting exporting;
    private final ExportPapers papers;
    private final JsonMapper json;

    ExportPages(Exporting exporting, ExportPapers papers, JsonMapper json) {
        this.exporting = exporting;
        this.papers = papers;
        this.json = json;
    }

    @GetMapping("/cases/{reference}/export")
    @Access(Action.EXPORT_CASE)
    Page form(@PathVariable String reference, PageContext page) {
        return page(reference(reference), ExportPurpose.WORK.name(), false, FORMS.getFirst(), null, page);
    }

    @PostMapping("/cases/{reference}/export")
    @Access(Action.EXPORT_CASE)
    @FreshProof
    Object make(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "false") boolean persons,
            @RequestParam(defaultValue = "") String form,
            PageContext page) {
        var asked = reference(reference);
        if (!FORMS.contains(form)) {
            return again(asked, purpose, persons, form, null, page);
        }
        return switch (exporting.make(asked, purpose, persons, officer(page), export -> file(export, form, page))) {
            case Made<ResponseEntity<byte[]>>(var file) -> file;
            case PurposeUnknown<ResponseEntity<byte[]>> _ ->
                again(asked, purpose, persons, form, page.text("export.point.purpose-unknown"), page);
            case Nothing<ResponseEntity<byte[]>> _ ->
                again(asked, purpose, persons, form, page.text("export.point.nothing-to-export"), page);
            case CatchingUp<ResponseEntity<byte[]>> _ ->
                again(asked, purpose, persons, form, page.text("export.catching-up"), page);
            case NotThere<ResponseEntity<byte[]>> _ -> throw new Unseen();
        };
    }

    private ResponseEntity<byte[]> file(CaseExport export, String form, PageContext page) {
        return form.equals("JSON")
                ? file(
                        json.writeValueAsString(ExportData.of(export, json)).getBytes(StandardCharsets.UTF_8),
                        MediaType.APPLICATION_JSON,
                        ".json",
                        export)
                : file(papers.pdf(export, page), MediaType.APPLICATION_PDF, ".pdf", export);
    }

    /// The name of the file is the reference, which is random.
    static ResponseEntity<byte[]> file(byte[] content, MediaType type, String ending, CaseExport export) {
        var name = ContentDisposition.attachment()
                .filename(export.reference().value() + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(content);
    }

    private Page again(
            CaseReference reference,
            String purpose,
            boolean persons,
            String form,
            @Nullable String wrong,
            PageContext page) {
        return page(reference, purpose, persons, form, wrong, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page page(
            CaseReference reference,
            String purpose,
            boolean persons,
            String form,
            @Nullable String wrong,
            PageContext page) {
        var plans = Arrays.stream(ExportPurpose.values())
                .map(each -> exporting.plan(reference, each, officer(page)).orElseThrow(Unseen::new))
                .toList();
        return Page.of("export/form")
                .with(
                        "screen",
                        new ExportScreen(
                                reference.value(),
                                papers.mode(plans.getFirst().mode(), page),
                                Field.of("purpose", page.text("export.purpose")).error(wrong),
                                Arrays.stream(ExportPurpose.values())
                                        .map(each -> Choice.of(
                                                each.name(),
                                                page.text("export.purpose." + each.code()),
                                                each.name().equals(purpose)))
                                        .toList(),
                                Field.of("persons", page.text("export.persons")).hint(page.text("export.persons.hint")),
                                Choice.of("true", page.text("export.persons.yes"), persons),
                                Field.of("form", page.text("export.form"))
                                        .error(FORMS.contains(form) ? null : page.text("export.form.unknown")),
                                FORMS.stream()
                                        .map(each -> Choice.of(
                                                each,
                                                page.text(each.equals("PDF") ? "export.form.pdf" : "export.form.json"),
                                                each.equals(form)))
                                        .toList(),
                                plans.stream().map(plan -> plan(plan, page)).toList()));
    }

    private ExportScreen.Plan plan(Exporting.Plan plan, PageContext page) {
        return new ExportScreen.Plan(
                page.text("export.purpose." + plan.purpose().code()),
                page.text(
                        "export.plan",
                        "n",
                        plan.leaving(),
                        "parts",
                        plan.inPart(),
                        "behind",
                        plan.behind().size() - plan.inPart()),
                papers.lines(plan.behind(), page));
    }

    static CaseReference reference(String text) {
        try {
            return new CaseReference(text);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
