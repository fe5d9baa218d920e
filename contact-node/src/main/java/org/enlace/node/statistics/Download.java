package org.enlace.node.statistics;

import java.util.function.BiFunction;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// As what, and in which language, somebody takes figures out.
///
/// @param reader the page in the language of the file
record Download(String form, PageContext reader) {

    /// @param language of the file; that of the page if it is none of the console's
    /// @throws Unseen if there is no such form
    static Download of(String form, String language, PageContext page) {
        if (!StatisticsScreens.FORMS.contains(form)) {
            throw new Unseen();
        }
        return new Download(
                form,
                page.languages().stream()
                        .filter(each -> each.getLanguage().equals(language))
                        .findFirst()
                        .map(page::in)
                        .orElse(page));
    }

    /// @param name of the file, without its ending
    <F> ResponseEntity<byte[]> of(
            String name, F figures, BiFunction<F, PageContext, byte[]> csv, BiFunction<F, PageContext, byte[]> pdf) {
        return form.equals("CSV")
                ? file(csv.apply(figures, reader), "text/csv; charset=UTF-8", name + ".csv")
                : file(pdf.apply(figures, reader), "application/pdf", name + ".pdf");
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
