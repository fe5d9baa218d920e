package org.enlace.node.drafts;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.message.Compartment;
import org.enlace.message.MessageType;
import org.enlace.node.casefile.FieldNames;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The fields of messages by what their forms call them: nobody has to know how a message is built to speak of one.
@Component
final class FieldLabels implements FieldNames {
    /// What is said in the open has other names in some messages.
    private static final Set<String> OPEN = Set.of("alert", "request", "answer");
    private static final Set<String> SEALED = Set.of("protection", "identity", "police");

    private static final List<MessageType> ASKING =
            List.of(MessageType.INFORMATION_REQUEST, MessageType.INFORMATION_RESPONSE);
    /// What forms ask as traces, each in a list of its own.
    private static final Map<String, String> OF_ALERTS = Map.of(
            "/phones", "casefile.fact.phones",
            "/plates", "casefile.fact.plates",
            "/documents", "casefile.fact.documents",
            "/handles", "casefile.fact.handles");
    private static final Map<String, String> OF_QUESTIONS = Map.of(
            "/phones", "casefile.fact.phones",
            "/plates", "casefile.fact.plates",
            "/documents", "casefile.fact.documents",
            "/onlineNames", "casefile.fact.handles",
            "/companies", "casefile.fact.companies",
            "/words", "casefile.fact.particulars");

    private final Map<MessageType, List<Named>> byType = new EnumMap<>(MessageType.class);
    /// What several forms ask is called as the first of them calls it.
    private final Map<FieldOfMessage, Named> byField = new HashMap<>();

    private final Texts texts;

    FieldLabels(Families families, Texts texts) {
        this.texts = texts;
        families.all().forEach(family -> {
            var all = named(family).toList();
            byType.put(family.type(), all);
            all.forEach(named -> byField.putIfAbsent(named.field(), named));
        });
    }

    /// @param label key of its text
    /// @param title key of the title of what it stands in; null if its label says enough
    /// @param beside key of the label of the country of the same place, where one form asks for two places
    private record Named(
            FieldOfMessage field,
            String label,
            @Nullable String title,
            @Nullable String beside) {}

    /// What can be chosen of a message, by what it is called.
    List<Choice> choices(@Nullable MessageType type, Locale reader, Collection<String> chosen) {
        var named = type == null ? List.<Named>of() : byType.getOrDefault(type, List.of());
        return named.stream()
                .map(one -> {
                    var value = one.field().toString();
                    return Choice.of(value, words(one, reader), chosen.contains(value));
                })
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(reader)))
                .toList();
    }

    @Override
    public Optional<String> of(String part, String field, Locale reader) {
        return Optional.ofNullable(byField.get(new FieldOfMessage(part, field))).map(named -> words(named, reader));
    }

    private String words(Named named, Locale reader) {
        var label = texts.get(reader, named.label());
        var beside = named.beside();
        var exact = beside == null ? label : label + " (" + texts.get(reader, beside) + ")";
        var title = named.title();
        return title == null ? exact : texts.get(reader, "web.pair", "name", texts.get(reader, title), "value", exact);
    }

    private static Stream<Named> named(Family family) {
        var asked = family.fields().keySet().stream()
                .flatMap(path -> FieldLabels.field(path).flatMap(field -> named(field, path, family)).stream());
        return Stream.concat(
                        asked,
                        traces(family.type()).entrySet().stream()
                                .map(trace -> new Named(
                                        new FieldOfMessage(Compartment.POLICE.name(), trace.getKey()),
                                        trace.getValue(),
                                        null,
                                        null)))
                .sorted(Comparator.comparing(named -> named.field().toString()));
    }

    private static Map<String, String> traces(MessageType type) {
        if (type == MessageType.CASE_ALERT) {
            return OF_ALERTS;
        }
        return ASKING.contains(type) ? OF_QUESTIONS : Map.of();
    }

    private static Optional<Named> named(FieldOfMessage field, String path, Family family) {
        var asked = FormFields.of(path, family);
        var label = FormFields.label(asked, family);
        var card = Stream.of(family.leading(), family.cards())
                .flatMap(List::stream)
                .filter(one -> one.id().equals(asked)
                        || one.groups().stream().anyMatch(group -> group.name().equals(asked))
                        || one.questions().stream()
                                .anyMatch(question -> question.name().equals(asked)))
                .map(Card::title)
                .findFirst();
        if (label == null) {
            return card.map(title -> new Named(field, title, null, null));
        }
        var place = path.indexOf('.', path.indexOf('.') + 1) < 0 ? path : path.substring(0, path.lastIndexOf('.'));
        var country = family.fields().get(place + ".country");
        var beside = country == null || country.equals(asked) ? null : FormFields.label(country, family);
        return Optional.of(new Named(field, label, card.orElse(null), beside));
    }

    /// `alert.whereNow.country` is `/whereNow/country` in the open part.
    private static Optional<FieldOfMessage> field(String path) {
        var dot = path.indexOf('.');
        var first = dot < 0 ? path : path.substring(0, dot);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (SEALED.contains(first) || OPEN.contains(first)) {
            var part = SEALED.contains(first) ? first.toUpperCase(Locale.ROOT) : Compartment.ALERT.name();
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new FieldOfMessage(part, path.substring(dot).replace('.', '/')));
        }
        return Optional.of(new FieldOfMessage(Compartment.ALERT.name(), "/" + path.replace('.', '/')));
    }
}
