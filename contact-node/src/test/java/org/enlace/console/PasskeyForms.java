package org.enlace.console;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/// What the console's script does with passkeys, for a browser without one.
public final class PasskeyForms {
    static final String SESSION = "__Host-session";
    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]*)\"");

    private PasskeyForms() {}

    /// What an officer's browser is asked to have made.
    public static String begin(Browser browser) {
        return shown(browser.submit("/me", "/me/passkeys/begin"));
    }

    public static HttpResponse<String> add(Browser browser, String name, String answer) {
        return browser.submit("/me", "/me/passkeys", "name", name, "answer", answer);
    }

    /// What a visitor's browser is asked for.
    static String options(Browser visitor) {
        var token = Browser.token(visitor.get("/sign-in").body());
        var answer = visitor.send(visitor.request("/sign-in/passkey/options")
                .header("X-Form-Token", token)
                .POST(BodyPublishers.noBody()));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Asking for a passkey gave " + answer.statusCode());
        }
        return answer.body();
    }

    public static HttpResponse<String> enter(Browser visitor, SecurityKey key) {
        return send(visitor, key.get(options(visitor)));
    }

    static HttpResponse<String> send(Browser visitor, String answer) {
        return visitor.submit("/sign-in", "/sign-in/passkey", "answer", answer);
    }

    /// What a page asks its browser for.
    static String shown(HttpResponse<String> page) {
        var found = OPTIONS.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("The page asks for no passkey");
        }
        return found.group(1).replace("&#34;", "\"").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
