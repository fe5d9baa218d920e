package org.enlace.node.drafts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Where in a form the field of a message was asked.
final class FormFields {
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("recipients", "recipients"),
            Map.entry("about.urgency", "urgency"),
            Map.entry("about.urgencyReason", "urgencyReason"),
            Map.entry("about.childInvolved", "child"),
            Map.entry("about.handling.h3Text", "h3Text"),
            Map.entry("about.handling.evaluation", "source"),
            Map.entry("about.handling.caveats", "caveat"),
            Map.entry("about.handling", "handling-card"),
            Map.entry("about.legalBasis", "legalBasis"),
            Map.entry("about.purpose", "purpose"),
            Map.entry("about.language", "language"),
            Map.entry("about.nationalRef", "nationalRef"),
            Map.entry("about.addressedRole", "addressedRole"),
            Map.entry("about.countryRoles", "countryORIGIN"),
            Map.entry("about.consentRef", "consent"),
            Map.entry("about.subject", "subject"),
            Map.entry("about", "words"));

    private FormFields() {}

    /// The longest known beginning of the path decides.
    static String of(String path, Family family) {
        var known = new HashMap<>(COMMON);
        known.putAll(family.fields());
        return known.entrySet().stream()
                .filter(entry -> leads(entry.getKey(), path))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("words");
    }

    private static boolean leads(String start, String path) {
        if (start.isEmpty() || path.equals(start)) {
            return true;
        }
        return path.startsWith(start) && (path.charAt(start.length()) == '.' || path.charAt(start.length()) == '[');
    }
}
