package org.enlace.handling;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything the provider says about the use of a message.
///
/// @param h3Text the restriction in words, with `H3` only
/// @param evaluation required on alerts and intelligence
public record Handling(
        HandlingCode code,
        @Nullable String h3Text,
        Tlp tlp,
        Pap pap,
        @Nullable Evaluation evaluation,
        List<Caveat> caveats) {
    /// What holds for anything unmarked.
    public static final Handling UNMARKED =
            new Handling(HandlingCode.H1, null, Tlp.AMBER_STRICT, Pap.AMBER, null, List.of());

    /// What holds for messages about victims unless their sender is stricter.
    public static final Handling DEFAULT_VICTIM = new Handling(
            HandlingCode.H1, null, Tlp.AMBER_STRICT, Pap.AMBER, null, List.of(Caveat.VICTIM_PROTECTION_ONLY));

    public Handling {
        caveats = caveats == null ? List.of() : List.copyOf(caveats);
    }

    /// What holds for something made from both: the stricter of each, and every caveat. Nothing is ever downgraded.
    ///
    /// An evaluation holds for one source, so it stays only if both agree.
    public Handling with(Handling other) {
        return new Handling(
                stricter(code, other.code),
                Stream.of(h3Text, other.h3Text)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .reduce((ours, theirs) -> ours + "\n" + theirs)
                        .orElse(null),
                stricter(tlp, other.tlp),
                stricter(pap, other.pap),
                Objects.equals(evaluation, other.evaluation) ? evaluation : null,
                Stream.concat(caveats.stream(), other.caveats.stream())
                        .distinct()
                        .toList());
    }

    /// The same for whatever is said about what it holds for: how far to believe that is another matter.
    public Handling unevaluated() {
        return new Handling(code, h3Text, tlp, pap, null, caveats);
    }

    private static <E extends Enum<E>> E stricter(E ours, E theirs) {
        return ours.compareTo(theirs) >= 0 ? ours : theirs;
    }

    public boolean has(Caveat caveat) {
        return caveats.contains(caveat);
    }
}
