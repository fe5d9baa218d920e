package org.enlace.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.enlace.code.CodeLists;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong, field by field.
final class Breaches {
    private static final Pattern CODE = Pattern.compile("[\\p{Alnum}][\\p{Alnum}_+:.-]{0,39}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2,3}");

    static final int TEXT_MAX = 2_000;
    static final int SHORT_MAX = 120;
    /// Of a desk or officer, as others know it.
    static final int PSEUDONYM_MAX = 64;
    private static final int CODES_MAX = 50;

    private final @Nullable CodeLists lists;
    private final List<Breach> found = new ArrayList<>();

    private Breaches(@Nullable CodeLists lists) {
        this.lists = lists;
    }

    /// What we send is in our lists.
    static Breaches sending(CodeLists lists) {
        return new Breaches(lists);
    }

    /// What others send need not be, for theirs may be newer; it only must look like a code.
    static Breaches receiving() {
        return new Breaches(null);
    }

    List<Breach> found() {
        return List.copyOf(found);
    }

    void add(String field, BreachCode code, Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        found.add(new Breach(field, code, words));
    }

    void text(String field, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            add(field, BreachCode.TOO_LONG, max, length);
        }
        PlainText.firstHidden(text)
                .ifPresent(hidden -> add(field, BreachCode.HIDDEN_CHARACTER, "U+%04X".formatted(hidden)));
        if (PlainText.isBroken(text)) {
            add(field, BreachCode.BROKEN_TEXT);
        } else if (!PlainText.isNormal(text)) {
            add(field, BreachCode.NOT_NORMALISED);
        }
    }

    void requiredText(String field, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            add(field, BreachCode.REQUIRED);
        } else {
            text(field, text, max);
        }
    }

    void code(String field, @Nullable String code, String list) {
        if (code != null && !inUse(code, list)) {
            add(field, BreachCode.NOT_IN_LIST, list);
        }
    }

    boolean inUse(String code, String list) {
        return lists == null
                ? CODE.matcher(code).matches()
                : lists.list(list).find(code).filter(known -> known.inUse()).isPresent();
    }

    void requiredCode(String field, @Nullable String code, String list) {
        if (code == null || code.isBlank()) {
            add(field, BreachCode.REQUIRED);
        } else {
            code(field, code, list);
        }
    }

    void codes(String field, List<String> codes, String list) {
        atMost(field, codes, CODES_MAX);
        for (int i = 0; i < codes.size(); i++) {
            code(field + "[" + i + "]", codes.get(i), list);
        }
    }

    void atMost(String field, List<?> items, int max) {
        if (items.size() > max) {
            add(field, BreachCode.TOO_MANY, max);
        }
    }

    void country(String field, @Nullable String country) {
        if (country != null && !(lists == null ? COUNTRY.matcher(country).matches() : Countries.exists(country))) {
            add(field, BreachCode.NOT_IN_LIST, "iso-3166-1");
        }
    }

    void requiredCountry(String field, @Nullable String country) {
        if (country == null || country.isBlank()) {
            add(field, BreachCode.REQUIRED);
        } else {
            country(field, country);
        }
    }
}
