package org.enlace.node.drafts;

import java.util.regex.Pattern;

/// Where in the body of a call the field of a message stands, as a JSON pointer.
final class BodyPlaces {
    private static final Pattern ABOUT = Pattern.compile("about(?=\\.|$)");
    private static final Pattern INDEX = Pattern.compile("\\[([0-9]+)]");

    private BodyPlaces() {}

    /// @param field path in the message, `about.urgency`, `alert.persons[0].count`, `recipients`
    static String of(String field) {
        var path = "/" + INDEX.matcher(field).replaceAll(".$1").replace('.', '/');
        if (field.equals("recipients") || field.equals("files") || field.equals("group")) {
            return path;
        }
        return switch (field) {
            // The node fills in what stands between the two.
            case "about.messageType" -> "/type";
            case "about.caseRef" -> "/caseReference";
            case "about.supersedes" -> "/corrects";
            case "about.mode" -> "/mode";
            case "about.consentRef" -> "/content/protection/consent/ref";
            default -> ABOUT.matcher(field).lookingAt() ? path.substring("/about".length()) : "/content" + path;
        };
    }
}
