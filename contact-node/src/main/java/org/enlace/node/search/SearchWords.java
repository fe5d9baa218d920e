package org.enlace.node.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.enlace.node.casefile.CaseIndex;
import org.enlace.node.casefile.Terms;
import org.springframework.stereotype.Component;

/// Turns what an officer typed into codes. What is no code, no state and no number of a case that the officer sees goes
/// no further: it may be a name, and is neither kept nor written into an address or a log.
@Component
class SearchWords {
    static final int LENGTH_MAX = 200;

    private static final int WORDS_MAX = 8;
    private static final int CODES_MAX = 12;
    private static final int PHRASE_MAX = 6;
    private static final Pattern NUMBER = Pattern.compile("(?<start>[A-Z]{2}-?[0-9]{4}-?)?(?<end>[0-9A-HJ-NP-Z]{1,6})");
    private static final int NUMBER_MIN = 3;

    private final Vocabulary vocabulary;
    private final Hits hits;
    private final CaseIndex index;

    SearchWords(Vocabulary vocabulary, Hits hits, CaseIndex index) {
        this.vocabulary = vocabulary;
        this.hits = hits;
        this.index = index;
    }

    /// What became of what was typed.
    sealed interface Read {
        record Codes(List<Wanted.Codes> wanted) implements Read {
            public Codes {
                wanted = List.copyOf(wanted);
            }
        }

        /// @param words that mean nothing here, as they were typed, with their places from 0
        record NotKnown(List<Word> words) implements Read {
            public NotKnown {
                words = List.copyOf(words);
            }
        }

        record Wrong(Point point) implements Read {}
    }

    record Word(int place, String typed) {}

    /// Why nothing is searched.
    enum Point {
        SEARCH_MISSING,
        SEARCH_LONG,
        /// Some word is the beginning of many.
        SEARCH_TOO_WIDE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Whatever was stored before is found from now on.
    Read read(String typed, Reader asking, Locale reader) {
        index.catchUp();
        var words = typed.isBlank() ? List.<String>of() : List.of(typed.strip().split("\\s+", -1));
        if (words.isEmpty()) {
            return new Read.Wrong(Point.SEARCH_MISSING);
        }
        if (typed.length() > LENGTH_MAX || words.size() > WORDS_MAX) {
            return new Read.Wrong(Point.SEARCH_LONG);
        }
        var wanted = new ArrayList<Wanted.Codes>();
        var unknown = new ArrayList<Word>();
        for (var at = 0; at < words.size(); ) {
            var phrase = phrase(words, at, reader);
            var codes = phrase.isPresent() ? phrase.get().codes() : one(words.get(at), asking, reader);
            if (codes.codes().size() > CODES_MAX) {
                return new Read.Wrong(Point.SEARCH_TOO_WIDE);
            }
            if (codes.codes().isEmpty()) {
                unknown.add(new Word(at, words.get(at)));
            } else {
                wanted.add(codes);
            }
            at += phrase.map(Phrase::words).orElse(1);
        }
        return unknown.isEmpty() ? new Read.Codes(wanted) : new Read.NotKnown(unknown);
    }

    private record Phrase(int words, Wanted.Codes codes) {}

    /// The most words from here on that are a label, or how one goes on.
    private Optional<Phrase> phrase(List<String> words, int from, Locale reader) {
        for (var length = Math.min(PHRASE_MAX, words.size() - from); length > 1; length--) {
            var said = Vocabulary.folded(String.join(" ", words.subList(from, from + length)));
            var codes = said.isEmpty() ? new TreeSet<String>() : vocabulary.called(said, reader);
            if (!codes.isEmpty()) {
                return Optional.of(new Phrase(length, new Wanted.Codes(codes)));
            }
        }
        return Optional.empty();
    }

    private Wanted.Codes one(String word, Reader asking, Locale reader) {
        var said = Vocabulary.folded(word);
        var codes = said.isEmpty() ? new TreeSet<String>() : vocabulary.called(said, reader);
        if (codes.isEmpty()) {
            part(word)
                    .ifPresent(part -> hits.numbers(asking, part, CODES_MAX + 1)
                            .forEach(number -> codes.add(Terms.of(Wanted.NUMBER, number))));
        }
        return new Wanted.Codes(codes);
    }

    private static Optional<Wanted.NumberPart> part(String word) {
        var found = NUMBER.matcher(word.toUpperCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        var start = found.group("start");
        var end = found.group("end");
        if (start == null) {
            return end.length() < NUMBER_MIN ? Optional.empty() : Optional.of(new Wanted.NumberPart("", end));
        }
        var bare = start.replace("-", "");
        return Optional.of(new Wanted.NumberPart(bare.substring(0, 2) + "-" + bare.substring(2) + "-", end));
    }
}
