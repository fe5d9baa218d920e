package org.enlace.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class AssetsTest {
    private static final List<String> SCRIPTS = List.of("htmx.js", "hx-sse.js", "hx-csp.js", "console.js");
    private static final List<String> FIRST_VISIT =
            List.of("console.css", "icons.svg", "mark.svg", "source-sans-3-latin-wght-normal.woff2");

    private final Assets assets = new Assets();

    @Test
    void aFirstVisitFetchesAtMost150KilobytesOfWhich40AreScript() throws IOException {
        var scripts = onTheWire(SCRIPTS);

        assertThat(scripts).isBetween(1_000, 40_000);
        assertThat(scripts + onTheWire(FIRST_VISIT)).isBetween(50_000, 150_000);
    }

    @Test
    void whatTheStylesPointToIsThere() throws IOException {
        var urls = Pattern.compile("url\\(([^)]*)\\)")
                .matcher(text("console.css"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(urls).hasSizeGreaterThan(1).allSatisfy(url -> {
            assertThat(url).matches("[a-z0-9-]+-[0-9a-f]{12}\\.[a-z0-9]+");
            assertThat(new ClassPathResource("assets/" + url).exists()).isTrue();
        });
    }

    @Test
    void nothingIsFetchedFromAnotherHost() throws IOException {
        for (var name : Stream.concat(SCRIPTS.stream(), Stream.of("console.css", "icons.svg", "mark.svg"))
                .toList()) {
            assertThat(text(name).replaceAll("http://www.w3.org/2000/svg|\\[href\\^=\"?https?://\"?\\]", ""))
                    .as(name)
                    .doesNotContain("http://", "https://", "sourceMappingURL", "@import");
        }
    }

    @Test
    void ourScriptNeedsNoEvalAndWritesNoMarkup() throws IOException {
        assertThat(text("console.js"))
                .doesNotContain(
                        "eval(", "new Function", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                .doesNotContain("localStorage", "sessionStorage", "indexedDB");
    }

    @Test
    void everyNameIsServedFromOneFolderWithoutFoldersBelow() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:assets/**/*.*");

        assertThat(files)
                .hasSizeGreaterThan(8)
                .allSatisfy(file -> assertThat(file.getURL().getPath())
                        .containsPattern("/assets/(names\\.properties|[a-z0-9-]+-[0-9a-f]{12}\\.[a-z0-9]+)$"));
    }

    @Test
    void aNameThatWasNotBuiltIsAFaultAndNoGuess() {
        assertThatIllegalArgumentException().isThrownBy(() -> assets.url("none.css"));
    }

    private int onTheWire(List<String> names) throws IOException {
        var all = 0;
        for (var name : names) {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes(name));
            }
            all += packed.size();
        }
        return all;
    }

    private String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) throws IOException {
        return new ClassPathResource(assets.url(name).substring(1)).getContentAsByteArray();
    }
}
