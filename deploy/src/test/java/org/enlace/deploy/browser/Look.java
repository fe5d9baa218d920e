package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/// Looks at the page that an officer sees: nothing serious for axe, nothing that sticks out of the screen. The pictures
/// are in `target/screenshots`.
final class Look {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final String STICKS_OUT = """
            () => [...document.querySelectorAll('body *')]
                .filter(it => it.checkVisibility() && it.getBoundingClientRect().right > innerWidth + 1)
                .filter(it => !it.closest('.cp-sr, .cp-nav, .cp-sub, svg'))
                .map(it => it.outerHTML.slice(0, 120))""";

    private final Page page;
    private boolean whole;

    Look(Officer officer) {
        this.page = officer.page();
    }

    /// At desktop width by day and at phone width by night.
    ///
    /// @param name of the pictures: `step-note` gives `step-note-desktop.png` and `step-note-phone-night.png`
    void at(String name) {
        onDesktop(name);
        turn("night");
        shows(name + "-phone-night", 390, 844);
        desktop();
    }

    /// The pictures show all of the page, for those that officers look at all night.
    void closelyAt(String name) {
        whole = true;
        at(name);
        whole = false;
    }

    /// Where little differs from what was looked at already.
    void onDesktop(String name) {
        turn("day");
        shows(name + "-desktop", 1440, 900);
    }

    void onPhone(String name) {
        turn("day");
        shows(name + "-phone", 390, 844);
        desktop();
    }

    private void desktop() {
        page.setViewportSize(1440, 900);
    }

    private void turn(String theme) {
        for (int press = 0; press < 2 && !theme.equals(page.getAttribute("html", "data-theme")); press++) {
            page.click("#theme");
        }
        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
    }

    private void shows(String name, int width, int height) {
        page.setViewportSize(width, height);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(whole));
        // In the page itself, which has no frames; else all that axe has seen travels through a second page.
        List<String> serious = new AxeBuilder(page)
                .setLegacyMode(true).options(onlyWhatIsWrong()).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Look::describe)
                        .toList();
        assertThat(serious).as(name).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("%s: pixels to scroll sideways", name)
                .isEqualTo(0);
        assertThat((List<?>) page.evaluate(STICKS_OUT))
                .as("%s: sticks out", name)
                .isEmpty();
    }

    private static AxeRunOptions onlyWhatIsWrong() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().getFirst().getHtml();
    }
}
