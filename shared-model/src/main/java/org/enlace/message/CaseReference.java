package org.enlace.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The number that all contact points use for a case, `GT-2026-7K4M2Q`: the member that opened it, the year, six random
/// characters. It says nothing about a person.
public record CaseReference(@JsonValue String value) implements Comparable<CaseReference> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[0-9]{4}-[0-9A-HJ-NP-Z]{6}");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseReference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A case reference looks like GT-2026-7K4M2Q");
        }
    }

    /// A new reference for a case that this member opens.
    ///
    /// @param year four digits, in UTC
    public static CaseReference next(NodeId opener, int year, RandomGenerator random) {
        StringBuilder value =
                new StringBuilder(opener.value()).append('-').append(year).append('-');
        for (int i = 0; i < 6; i++) {
            value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CaseReference(value.toString());
    }

    /// The member that opened the case, by its own word.
    public NodeId opener() {
        return new NodeId(value.substring(0, 2));
    }

    @Override
    public int compareTo(CaseReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
