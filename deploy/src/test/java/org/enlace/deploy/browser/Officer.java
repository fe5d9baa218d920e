package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enlace.deploy.network.DemoNetwork.SignIn;

/// Somebody who sits in front of a console: a browser of their own, in their own language, and an ear for everything
/// that the browser complains about.
public final class Officer implements AutoCloseable {
    private static final String COUNTS_TONES = """
            window.tones = 0;
            const make = AudioContext.prototype.createOscillator;
            AudioContext.prototype.createOscillator = function () { window.tones++; return make.call(this); };""";

    private static final Pattern BADGE = Pattern.compile("^\\(([0-9]+)\\) ");

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private boolean nodeMayBeGone;

    private Officer(Browser browser, String address, Browser.NewContextOptions options) {
        this.address = address;
        this.context = browser.newContext(options);
        context.addInitScript(COUNTS_TONES);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // The answer itself is judged below, and by its status.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complain(message.text());
            }
        });
        page.onPageError(this::complain);
        page.onResponse(this::judge);
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                complain("asked another host: " + request.url());
            }
        });
    }

    /// Opens the sign-in page in a language and goes no further.
    static Officer arrives(Browser browser, SignIn signIn, String language) {
        Officer officer = new Officer(browser, signIn.address(), desktop(language));
        officer.open("/sign-in");
        officer.chooses(language);
        return officer;
    }

    static Officer signsIn(Browser browser, SignIn signIn, String language) {
        Officer officer = arrives(browser, signIn, language);
        officer.page.fill("#username", signIn.username());
        officer.page.fill("#password", signIn.password());
        officer.page.click("form[action='/sign-in'] button");
        officer.page.waitForURL(url -> !url.contains("/sign-in"));
        return officer;
    }

    /// Comes back with what the browser kept, perhaps to read in another language.
    static Officer returns(Browser browser, SignIn signIn, String language, String kept) {
        Officer officer =
                new Officer(browser, signIn.address(), desktop(language).setStorageState(kept));
        officer.reads(language);
        return officer;
    }

    private static Browser.NewContextOptions desktop(String language) {
        return new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale(language)
                .setViewportSize(1440, 900);
    }

    /// The session and the choices that the browser would keep.
    String kept() {
        return context.storageState();
    }

    /// Presses the button of a language.
    void chooses(String language) {
        page.click("button[name='language'][value='" + language + "']");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    /// The next page is in this language.
    void reads(String language) {
        context.addCookies(List.of(new Cookie("language", language).setUrl(address)));
    }

    public Page page() {
        return page;
    }

    public void open(String path) {
        page.navigate(address + path);
    }

    /// Opens the duty desk and waits until it listens.
    void opensDesk() {
        try {
            page.waitForResponse(response -> response.url().endsWith("/desk/stream"), () -> open("/desk"));
        } catch (TimeoutError e) {
            throw new IllegalStateException("No stream at " + page.url() + ": " + complaints, e);
        }
        page.evaluate("() => { window.stayed = true; }");
    }

    /// From now on this script arrives when the others have been running for a while.
    ///
    /// @param meanwhile what happens before
    void waitsFor(String script, Runnable meanwhile) {
        page.route(Pattern.compile(script), route -> {
            page.waitForFunction("() => window.htmx");
            page.evaluate("() => new Promise(done => setTimeout(() => setTimeout(done)))");
            meanwhile.run();
            route.resume();
        });
    }

    /// Whether the desk was neither left nor loaded again since it was opened.
    boolean hasStayed() {
        return Boolean.TRUE.equals(page.evaluate("() => window.stayed === true && location.pathname === '/desk'"));
    }

    /// The row of a case on the desk.
    Locator row(String reference) {
        return page.locator(".cp-row", new Page.LocatorOptions().setHasText(reference));
    }

    /// The number of urgent items that the title of the desk shows, to be read from another window.
    int badge() {
        Matcher number = BADGE.matcher(page.title());
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /// How many tones were started since the page was loaded.
    int tones() {
        return ((Number) page.evaluate("() => window.tones")).intValue();
    }

    /// Opens a page that answers with this status.
    public void opensInVain(String path, int status) {
        expect(status);
        Response answer = page.navigate(address + path);
        assertThat(answer.status()).isEqualTo(status);
    }

    /// From now on an answer with this status is no complaint.
    public void expect(int status) {
        expected.add(status);
    }

    /// From now on it is no complaint that the node does not answer.
    void expectsNoAnswer() {
        nodeMayBeGone = true;
    }

    /// What the browser complained about: errors, broken policy, requests to other hosts, refusals nobody expected.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void judge(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            complain(response.status() + " " + response.url());
        }
    }

    private void complain(String what) {
        if (!(nodeMayBeGone && what.matches("(?s).*(Failed to fetch|network error|NetworkError|ERR_).*"))) {
            complaints.add(what);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
