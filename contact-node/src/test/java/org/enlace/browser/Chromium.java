package org.enlace.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.enlace.console.Team;
import org.enlace.node.access.Role;

/// Debian's Chromium, driven by Playwright. It remembers every error that a page writes to its console, and every
/// breach of the content security policy is one.
public final class Chromium implements AutoCloseable {
    private static final double TIMEOUT_MILLIS = 15_000;
    private static final Path SHOTS = Path.of("target/screenshots");

    /// What browser and scripts say when a sign-in has ended, which pages show in their own words.
    private static final Pattern SIGNED_OUT = Pattern.compile("status (of )?40[13]");

    private static final Predicate<String> REFUSED =
            Pattern.compile("status of 422").asPredicate();

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new ArrayList<>();
    private final Map<Role, BrowserContext> seats = new EnumMap<>(Role.class);

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        // As long as a page may take, also on a machine that has much else to do.
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        var driver = InstalledChromium.driver();
        return new Chromium(driver, InstalledChromium.launch(driver));
    }

    /// A browser of its own for an officer who has signed in, on its start page.
    public Page signedIn(int port, Role role) {
        return signIn(context(port, false), role);
    }

    /// One more window of the browser at which the officer of this role works, who signs in there once.
    public Page seated(int port, Role role) {
        var seat = seats.get(role);
        if (seat == null) {
            seat = context(port, false);
            signIn(seat, role).close();
            seats.put(role, seat);
        }
        return listened(seat.newPage());
    }

    /// For a test after which nobody is signed in as before.
    public void allSignInAnew() {
        seats.clear();
    }

    /// Closes every window. Who is seated stays signed in.
    public void closeWindows() {
        for (var context : List.copyOf(browser.contexts())) {
            if (seats.containsValue(context)) {
                List.copyOf(context.pages()).forEach(Page::close);
            } else {
                context.close();
            }
        }
    }

    /// A browser of its own in which nobody has signed in, and which takes any certificate.
    public Page stranger(int port) {
        return listened(context(port, true).newPage());
    }

    private BrowserContext context(int port, boolean anyCertificate) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("en")
                .setIgnoreHTTPSErrors(anyCertificate)
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        return context;
    }

    /// A browser of its own that asks for the console by its name, with a device that holds passkeys and verifies its
    /// person; on the page where officers sign in.
    ///
    /// @param language of the pages
    public Page withPasskeys(int port, String language) {
        var at = "http://localhost:" + port;
        var context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(at).setViewportSize(1440, 900));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        context.addCookies(List.of(new Cookie("language", language).setUrl(at)));
        var page = listened(context.newPage());
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        var added = new JsonObject();
        added.add("options", device);
        var protocol = context.newCDPSession(page);
        protocol.send("WebAuthn.enable");
        protocol.send("WebAuthn.addVirtualAuthenticator", added);
        page.navigate("/sign-in");
        return page;
    }

    /// In one more window of the same browser.
    public Page signIn(BrowserContext context, Role role) {
        var page = listened(context.newPage());
        page.navigate("/sign-in");
        page.fill("#username", Team.name(role));
        page.fill("#password", Team.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /// Presses keys that the script of the page answers to.
    public static void press(Page page, String keys) {
        awake(page);
        page.keyboard().press(keys);
    }

    /// Waits until the script of the page runs. What a page holds is there to be found before that, and a key or a
    /// change that comes in between is lost on it.
    public static void awake(Page page) {
        page.locator("body.js-enabled").waitFor();
    }

    private Page listened(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !SIGNED_OUT.matcher(message.text()).find()) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    /// What pages have complained about so far.
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /// Waits for the complaint that a browser makes of the status of one refused form, which may come after the page,
    /// and takes it off the list.
    public void refused(Page page) {
        page.waitForCondition(() -> errors.stream().anyMatch(REFUSED));
        errors.remove(errors.stream().filter(REFUSED).findFirst().orElseThrow());
    }

    /// For a test that has broken something on purpose.
    public void forgetErrors() {
        errors.clear();
    }

    /// Axe finds nothing serious, at desktop and phone width: for pages that no navigation leads to.
    public static void accessible(Page page) {
        for (var width : new int[] {1440, 390}) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            // In the page itself, which has no frames.
            var serious = new AxeBuilder(page)
                    .setLegacyMode(true).analyze().getViolations().stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .map(rule -> rule.getId() + ": "
                                    + rule.getNodes().getFirst().getHtml())
                            .toList();
            assertThat(serious).as(page.url() + " at " + width).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .as(page.url() + ": pixels to scroll sideways at " + width)
                    .isEqualTo(0);
        }
        page.setViewportSize(1440, 900);
    }

    /// Pictures to look at, at desktop and phone width, if `-Denlace.pictures=true` asks for them: no test depends on
    /// one, and a build that nobody looks at needs none.
    public static void shoot(Page page, String name) {
        if (!Boolean.getBoolean("enlace.pictures")) {
            return;
        }
        for (var width : new int[] {1440, 390}) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SHOTS.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        page.setViewportSize(1440, 900);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
