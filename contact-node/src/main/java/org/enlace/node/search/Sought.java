package org.enlace.node.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.enlace.node.web.Unseen;

/// What is searched, in codes alone: it may stand in an address.
record Sought(List<Wanted.Codes> wanted) {
    private static final Pattern CODE = Pattern.compile("[a-z-]{1,30}\\.[A-Za-z0-9_+:.-]{1,64}");
    private static final int WORDS_MAX = 8;
    private static final int CODES_MAX = 12;

    Sought {
        wanted = List.copyOf(wanted);
    }

    /// @param find one for each word, its codes with `~` between them
    /// @throws Unseen if it is of another form
    static Sought of(List<String> find) {
        if (find.size() > WORDS_MAX) {
            throw new Unseen();
        }
        return new Sought(
                find.stream().map(word -> new Wanted.Codes(codes(word))).toList());
    }

    private static Set<String> codes(String word) {
        var codes = new TreeSet<>(List.of(word.split("~", -1)));
        if (codes.size() > CODES_MAX
                || !codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new Unseen();
        }
        return codes;
    }

    String query() {
        return String.join(
                "&",
                wanted.stream()
                        // A plus sign in an address is a space.
                        .map(word -> "find=" + String.join("~", word.codes()).replace("+", "%2B"))
                        .toList());
    }
}
