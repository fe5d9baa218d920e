package org.enlace.node.drafts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where in a form the field of a message was asked.
final class FormFields {
    private static final Pattern ENTRY = Pattern.compile("([a-z]+)\\.[0-9]+\\.(.+)");
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("recipients", "recipients"),
            Map.entry("files", "files"),
            Map.entry("group", "recipients"),
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
            Map.entry("about.deadline", "deadline"),
            Map.entry("about.retention", "retention"),
            Map.entry("about.consentRef", "consent"),
            Map.entry("about.subject", "subject"),
            Map.entry("about.inReplyTo", "replied"),
            Map.entry("about.supersedes", "correction"),
            Map.entry("about.takesUp", "correction"),
            Map.entry("about.correctionReason", "correctionReason"),
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
        var entry = ENTRY.matcher(field);
        var group = entry.matches() ? entry.group(1) : "";
        var name = entry.matches() ? entry.group(2) : field;
        return Stream.of(
                        family.leading(),
                        family.cards(),
                        List.of(CommonCards.CORRECTION, CommonCards.WORDS, CommonCards.HANDLING))
                .flatMap(List::stream)
                .flatMap(card -> questions(card, group))
                .filter(question -> question.name().equals(name))
                .map(Question::label)
                .findFirst()
                .orElse(field.equals("urgency") ? "compose.urgency" : null);
    }

    private static Stream<Question> questions(Card card, String group) {
        return group.isEmpty()
                ? card.questions().stream()
                : card.groups().stream()
                        .filter(one -> one.name().equals(group))
                        .flatMap(one -> one.questions().stream());
    }

    private static boolean leads(String start, String path) {
        if (start.isEmpty() || path.equals(start)) {
            return true;
        }
        return path.startsWith(start) && (path.charAt(start.length()) == '.' || path.charAt(start.length()) == '[');
    }
}
