package org.enlace.node.drafts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /// Key of the label of a field; null for one that has none, such as a card.
    static @Nullable String label(String field, Family family) {
        var name = field.replaceFirst("^[a-z]+\\.[0-9]+\\.", "");
        return Stream.of(family.leading(), family.cards(), List.of(CommonCards.WORDS, CommonCards.HANDLING))
                .flatMap(List::stream)
                .flatMap(card -> questions(card, !name.equals(field)))
                .filter(question -> question.name().equals(name))
                .map(Question::label)
                .findFirst()
                .orElse(field.equals("urgency") ? "compose.urgency" : null);
    }

    private static Stream<Question> questions(Card card, boolean repeated) {
        var group = card.group();
        if (!repeated) {
            return card.questions().stream();
        }
        return group == null ? Stream.empty() : group.questions().stream();
    }

    private static boolean leads(String start, String path) {
        if (start.isEmpty() || path.equals(start)) {
            return true;
        }
        return path.startsWith(start) && (path.charAt(start.length()) == '.' || path.charAt(start.length()) == '[');
    }
}
