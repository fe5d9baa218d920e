package org.enlace.compose;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enlace.console.Browser;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;

/// A draft in a browser, filled in and sent as a person would.
final class Written {
    private static final Pattern VALUE = Pattern.compile("<input[^>]* name=\"%s\"[^>]* value=\"([^\"]*)\"");

    private final Browser browser;
    private final String path;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Written(Browser browser, String path) {
        this.browser = browser;
        this.path = path;
    }

    static Written begun(Browser browser, MessageType type) {
        return begun(browser, browser.submit("/me", "/drafts", "type", type.name()));
    }

    /// With the button on the page of what it replies to.
    static Written replying(Browser browser, MessageType type, MessageId to) {
        return begun(browser, browser.submit("/me", "/drafts", "type", type.name(), "inReplyTo", to.toString()));
    }

    private static Written begun(Browser browser, HttpResponse<String> begun) {
        if (begun.statusCode() != 303) {
            throw new IllegalStateException("Beginning a draft gave " + begun.statusCode());
        }
        return new Written(browser, begun.headers().firstValue("Location").orElseThrow());
    }

    /// An alert that lacks nothing but a recipient.
    static Written alert(Browser browser) {
        return begun(browser, MessageType.CASE_ALERT)
                .type("urgency", "IMMEDIATE")
                .type("urgencyReason", "The vehicle is expected before dawn")
                .type("child", "NO")
                .type("alertKind", "SUSPECTED_MOVEMENT")
                .type("acts", "TRANSPORTATION")
                .type("what", "A white minibus left the terminal")
                .type("askedAction", "LOCATE")
                .type("subject", "Minibus heading for the border")
                .type("handling", "H1")
                .type("tlp", "AMBER+STRICT")
                .type("pap", "AMBER")
                .type("source", "B")
                .type("accuracy", "2");
    }

    String path() {
        return path;
    }

    Written type(String field, String value) {
        fields.put(field, value);
        return this;
    }

    HttpResponse<String> page() {
        return browser.get(path);
    }

    /// Presses a button.
    HttpResponse<String> press(String act) {
        return press(act, path);
    }

    /// What the page asks for by itself after a change.
    HttpResponse<String> side() {
        return press("save", path + "/side");
    }

    HttpResponse<String> press(String act, String where) {
        var form = new LinkedHashMap<String, String>();
        form.put("_token", Browser.token(browser.get("/me").body()));
        form.putAll(fields);
        form.put("act", act);
        return browser.post(where, form);
    }

    Written to(String recipient) {
        type("recipient", recipient);
        press("add-recipient");
        fields.remove("recipient");
        return this;
    }

    /// What stands in an input of this page, as it was typed.
    static String shown(String page, String field) {
        Matcher found =
                Pattern.compile(VALUE.pattern().formatted(Pattern.quote(field))).matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("The page has no field " + field);
        }
        return found.group(1);
    }
}
