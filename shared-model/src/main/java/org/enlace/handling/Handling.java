package org.enlace.handling;

import java.util.List;
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

    public boolean has(Caveat caveat) {
        return caveats.contains(caveat);
    }
}
