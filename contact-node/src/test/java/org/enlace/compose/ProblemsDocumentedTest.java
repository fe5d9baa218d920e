package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.enlace.message.BreachCode;
import org.enlace.message.Flaw;
import org.enlace.node.web.ProblemKind;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The page about the API and the code name the same routes, problems and codes.
class ProblemsDocumentedTest {
    private static final Pattern PROBLEM = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9]{3}) \\|");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)` \\|");
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|DELETE) (/api/[^`?]*)");

    @Test
    void everyProblemIsDocumentedWithItsStatusAndNoOtherOne() {
        assertThat(found(page(), PROBLEM, 1, 2))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemKind.values())
                        .map(kind -> kind.code() + " " + kind.status().value())
                        .toList());
    }

    @Test
    void everyCodeOfAnErrorIsDocumentedAndNoOtherOne() {
        var codes = Stream.of(
                        Arrays.stream(Flaw.Code.values()).map(Enum::name),
                        Arrays.stream(BreachCode.values()).map(Enum::name),
                        points())
                .flatMap(all -> all)
                .distinct()
                .toList();

        assertThat(found(page(), CODE, 1)).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyRouteOfTheApiIsDocumentedAndNoOtherOne() {
        try (var node = DeskNode.start()) {
            var routes = node.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                    .flatMap(route -> route.getPatternValues().stream()
                            .filter(path -> path.startsWith("/api/"))
                            .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                    .map(method -> method.name() + " " + path)))
                    // One route may answer in several forms.
                    .distinct()
                    .toList();

            assertThat(found(page(), ROUTE, 1, 2).distinct()).containsExactlyInAnyOrderElementsOf(routes);
        }
    }

    @Test
    void aProblemThatIsNotDocumentedWouldBeFound() {
        assertThat(found("| `not-readable` | 400 | text |\n| `taken` | 409 | text |", PROBLEM, 1, 2))
                .containsExactly("not-readable 400", "taken 409");
        assertThat(found("`GET /api/v1/a/{id}?b=` and `POST /api/v1/a`", ROUTE, 1, 2))
                .containsExactly("GET /api/v1/a/{id}", "POST /api/v1/a");
    }

    /// The codes of a step are no type of their package's face; its texts name each of them.
    private static Stream<String> points() {
        return Stream.of(
                        "desk",
                        "casefile",
                        "recall",
                        "copy",
                        "duty",
                        "officers",
                        "systems",
                        "export",
                        "watch",
                        "groups",
                        "routes",
                        "search",
                        "queries",
                        "directory",
                        "statistics")
                .flatMap(ProblemsDocumentedTest::points);
    }

    private static Stream<String> points(String area) {
        var beginning = area + ".point.";
        try (var lines = Files.lines(Path.of("src/main/resources/texts/en", area + ".properties"))) {
            return lines
                    .filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(beginning.length(), line.indexOf('=')))
                    .map(code -> code.toUpperCase(Locale.ROOT).replace('-', '_'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> found(String page, Pattern pattern, int... groups) {
        return pattern
                .matcher(page)
                .results()
                .map(row -> String.join(
                        " ", Arrays.stream(groups).mapToObj(row::group).toList()))
                .toList()
                .stream();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs/api.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
