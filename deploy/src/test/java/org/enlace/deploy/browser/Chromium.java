package org.enlace.deploy.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.HashMap;
import java.util.Map;
import org.enlace.browser.InstalledChromium;
import org.enlace.deploy.network.DemoNetwork.SignIn;

/// Debian's Chromium, driven by Playwright. Who has signed in once stays signed in, as on a machine of their own.
public final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final Map<SignIn, String> signedIn = new HashMap<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        var driver = InstalledChromium.driver();
        return new Chromium(driver, InstalledChromium.launch(driver));
    }

    /// Somebody who works at this desk, in this language; signs in the first time.
    public Officer seats(SignIn signIn, String language) {
        String kept = signedIn.get(signIn);
        if (kept != null) {
            return Officer.returns(browser, signIn, language, kept);
        }
        Officer officer = Officer.signsIn(browser, signIn, language);
        signedIn.put(signIn, officer.kept());
        return officer;
    }

    /// Somebody who has come as far as the sign-in page.
    Officer arrives(SignIn signIn, String language) {
        return Officer.arrives(browser, signIn, language);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
