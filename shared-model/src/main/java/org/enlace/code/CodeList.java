package org.enlace.code;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One list of codes, in the order in which a form shows them, with its source.
public final class CodeList {
    private final ListFile file;
    private final Map<String, Code> byCode;

    CodeList(ListFile file) {
        this.file = file;
        // toMap throws on a code that is there twice.
        this.byCode = file.codes().stream().collect(Collectors.toUnmodifiableMap(Code::code, Function.identity()));
    }

    public String id() {
        return file.id();
    }

    public int version() {
        return file.version();
    }

    public String sourceUrl() {
        return file.sourceUrl();
    }

    public String sourceVersion() {
        return file.sourceVersion();
    }

    public String licence() {
        return file.licence();
    }

    public String attribution() {
        return file.attribution();
    }

    public List<Code> codes() {
        return file.codes();
    }

    public Optional<Code> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The code, or a stand-in for one that is not in our version of the list: it is shown, never dropped.
    public Code code(String code) {
        Code known = byCode.get(code);
        return known != null ? known : unknown(code);
    }

    public String label(String code, Locale locale) {
        return code(code).label(locale);
    }

    private Code unknown(String code) {
        return new Code(
                code,
                null,
                file.version(),
                null,
                null,
                Map.of(
                        "en", "%s (not in list v%d)".formatted(code, file.version()),
                        "es", "%s (no está en la lista v%d)".formatted(code, file.version()),
                        "pt", "%s (não consta da lista v%d)".formatted(code, file.version()),
                        "fr", "%s (absent de la liste v%d)".formatted(code, file.version())),
                Map.of());
    }
}
