package org.enlace.node.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.enlace.handling.Caveat;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.Terms;
import org.enlace.node.web.Texts;
import org.springframework.stereotype.Component;

/// The words of each language for the codes by which messages are found.
@Component
class Vocabulary {
    /// What a message can be found by, in the order in which a reader is told of it.
    private static final List<String> LISTS = List.of(
            Terms.TYPE,
            Terms.URGENCY,
            Wanted.STATE,
            "alert-kind",
            "referral-kind",
            "identity-question",
            "question-kind",
            "service",
            "situation",
            "palermo-purpose",
            "exploitation",
            "recruitment-method",
            "transport-mode",
            "sighting",
            "answer-kind",
            "identity-answer",
            "permission-outcome",
            "permission-use",
            "proposal-outcome",
            "handling",
            "language",
            "mode");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Labels labels;
    private final Texts texts;
    private final Map<Locale, Map<String, Named>> words = new ConcurrentHashMap<>();

    Vocabulary(Labels labels, Texts texts) {
        this.labels = labels;
        this.texts = texts;
    }

    /// @param folded the label with a space before each word, in small letters without accents
    private record Named(String label, String folded) {}

    /// The codes that are called so: whose label has these words in this order; if there is none, those whose label has
    /// them with the last one cut short.
    ///
    /// @param said as [#folded]; less than three letters are never cut short
    SortedSet<String> called(String said, Locale reader) {
        var whole = called(said, " ", reader);
        return whole.isEmpty() && said.length() >= 3 ? called(said, "", reader) : whole;
    }

    private SortedSet<String> called(String said, String end, Locale reader) {
        var found = new TreeSet<String>();
        of(reader).forEach((code, named) -> {
            if ((named.folded() + " ").contains(" " + said + end)
                    || code.substring(code.indexOf('.') + 1).equalsIgnoreCase(said)) {
                found.add(code);
            }
        });
        return found;
    }

    /// What a code is called; the code itself if this version does not know it.
    String label(String code, Locale reader) {
        var named = of(reader).get(code);
        return named == null ? code.substring(code.indexOf('.') + 1) : named.label();
    }

    /// In small letters, without accents, its words apart by one space.
    static String folded(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private Map<String, Named> of(Locale reader) {
        return words.computeIfAbsent(Texts.supported(reader), this::read);
    }

    private Map<String, Named> read(Locale reader) {
        var all = new TreeMap<String, Named>();
        for (var list : LISTS) {
            labels.codes(list).forEach(code -> put(all, Terms.of(list, code), labels.of(list, code, reader)));
        }
        for (var country : Locale.getISOCountries()) {
            put(all, Terms.of(Terms.COUNTRY, country), labels.country(country, reader));
        }
        var protection = Caveat.VICTIM_PROTECTION_ONLY.code();
        put(all, Terms.of("caveat", protection), labels.of("caveat", protection, reader));
        put(all, Terms.CHILD, texts.get(reader, "casefile.minor"));
        return all;
    }

    private static void put(Map<String, Named> all, String code, String label) {
        all.put(code, new Named(label, " " + folded(label)));
    }
}
