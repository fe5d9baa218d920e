package org.enlace.compose;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.console.Browser;

/// The form of a draft as a browser would send it: every field that the page shows, as it stands there.
final class Filled {
    private static final Pattern FORM = Pattern.compile("<form id=\"compose\".*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "<input([^>]*)>|<textarea([^>]*)>(.*?)</textarea>|<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option([^>]*) selected[^>]*>", Pattern.DOTALL);

    private final Browser browser;
    private final String path;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Filled(Browser browser, String path) {
        this.browser = browser;
        this.path = path;
    }

    static Filled from(Browser browser, String path) {
        var filled = new Filled(browser, path);
        var form = FORM.matcher(browser.get(path).body());
        if (!form.find()) {
            throw new IllegalStateException("The page has no form");
        }
        FIELD.matcher(form.group()).results().forEach(field -> {
            if (field.group(1) != null) {
                filled.input(field.group(1));
            } else if (field.group(2) != null) {
                filled.add(attribute(field.group(2), "name"), plain(field.group(3)));
            } else {
                var chosen = CHOSEN.matcher(field.group(5));
                filled.add(
                        attribute(field.group(4), "name"),
                        chosen.find() ? attribute(chosen.group(1) + " ", "value") : "");
            }
        });
        return filled;
    }

    private void input(String tag) {
        var type = attribute(tag, "type");
        var box = type.equals("checkbox") || type.equals("radio");
        if (!box || tag.contains(" checked")) {
            add(attribute(tag, "name"), attribute(tag, "value"));
        }
    }

    private Filled add(String name, String value) {
        if (!name.isEmpty()) {
            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return this;
    }

    Filled type(String name, String value) {
        fields.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    HttpResponse<String> press(String act) {
        type("act", act);
        var body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return browser.send(browser.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /// What this page holds, in a browser that does not say how the draft stood when the page was shown.
    Filled by(Browser other) {
        var filled = new Filled(other, path);
        fields.forEach((name, values) -> filled.fields.put(name, new ArrayList<>(values)));
        filled.fields.remove("_stand");
        return filled.type("_token", Browser.token(other.get(path).body()));
    }

    /// The page as it stands now.
    String reload() {
        return browser.get(path).body();
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? plain(found.group(1)) : "";
    }

    private static String plain(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#61;", "=")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
