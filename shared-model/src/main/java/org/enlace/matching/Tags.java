package org.enlace.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The table of a contact point for one partner and one month: a tag of 16 bytes for each identifier that it may be
/// asked about, and random ones that fill it up to a power of two, so that its size says little. Sorted, so that no
/// order says anything. A tag is lower-case hex.
public record Tags(SortedSet<String> tags) {
    /// As many as fit into one message.
    public static final int TAGS_MAX = 16_384;

    private static final int TAGS_MIN = 64;
    private static final int TAG_BYTES = 16;
    /// A string of the protocol has at most 64 Ki characters.
    private static final int TAGS_IN_TEXT = 2_048;
    private static final int TEXTS_MAX = TAGS_MAX / TAGS_IN_TEXT;
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{32}");
    private static final HexFormat HEX = HexFormat.of();

    public Tags {
        tags = new TreeSet<>(tags);
    }

    static String of(byte[] output) {
        return HEX.formatHex(output, 0, TAG_BYTES);
    }

    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    /// Those with what fills them up. What fills depends on the key alone, so that two tables of a month differ in
    /// what is held and in nothing else.
    ///
    /// @param held at most [#TAGS_MAX]
    public static Tags filled(SortedSet<String> held, MatchKey key) {
        if (held.size() > TAGS_MAX) {
            throw new IllegalArgumentException("A table holds at most " + TAGS_MAX + " tags");
        }
        int size = Math.max(TAGS_MIN, held.size() <= 1 ? 1 : Integer.highestOneBit(held.size() - 1) << 1);
        SortedSet<String> all = new TreeSet<>(held);
        for (int i = 0; all.size() < size; i++) {
            all.add(of(Group.sha256(Group.ascii("enlace-match-filling-v1"), key.bytes(), Group.number(i))));
        }
        return new Tags(all);
    }

    public boolean holds(String tag) {
        return tags.contains(tag);
    }

    /// SHA-256 of all tags in their order, in hex.
    public String digest() {
        return HEX.formatHex(Group.sha256(bytes()));
    }

    private byte[] bytes() {
        return HEX.parseHex(String.join("", tags));
    }

    /// The tags in their order, base64, 2,048 to a text.
    public List<String> texts() {
        byte[] all = bytes();
        List<String> texts = new ArrayList<>();
        int step = TAGS_IN_TEXT * TAG_BYTES;
        for (int from = 0; from < all.length; from += step) {
            texts.add(Base64.getEncoder()
                    .encodeToString(Arrays.copyOfRange(all, from, Math.min(all.length, from + step))));
        }
        return texts;
    }

    /// Empty unless these are whole tags, sorted, each once, and no more than fit.
    public static Optional<Tags> read(List<String> texts) {
        if (texts.isEmpty() || texts.size() > TEXTS_MAX) {
            return Optional.empty();
        }
        TreeSet<String> tags = new TreeSet<>();
        for (String text : texts) {
            Optional<List<String>> some = read(text);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            for (String tag : some.get()) {
                if (!tags.isEmpty() && tag.compareTo(tags.last()) <= 0) {
                    return Optional.empty();
                }
                tags.add(tag);
            }
        }
        return Optional.of(new Tags(tags));
    }

    private static Optional<List<String>> read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length == 0 || bytes.length % TAG_BYTES != 0 || bytes.length > TAGS_IN_TEXT * TAG_BYTES) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, bytes.length / TAG_BYTES)
                .mapToObj(i -> HEX.formatHex(bytes, i * TAG_BYTES, (i + 1) * TAG_BYTES))
                .toList());
    }

    @Override
    public String toString() {
        return tags.size() + " tags";
    }
}
