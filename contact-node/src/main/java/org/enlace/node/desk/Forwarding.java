package org.enlace.node.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// Whether the sender's handling lets a message go to another unit.
final class Forwarding {
    private Forwarding() {}

    /// @param outside whether the unit belongs to another organisation than this contact point
    /// @param permitted whether its provider lets it go to exactly that unit, which stands above H2 and TLP
    static List<Outcome.Point> against(Handling handling, boolean outside, boolean permitted) {
        var points = new ArrayList<Outcome.Point>();
        if (outside && !permitted && handling.code() == HandlingCode.H2) {
            points.add(Outcome.Point.H2);
        }
        // RED names persons, AMBER+STRICT the organisation: neither leaves it.
        var kept = handling.tlp() == Tlp.RED || (outside && handling.tlp() == Tlp.AMBER_STRICT);
        if (kept && !permitted) {
            points.add(Outcome.Point.TLP);
        }
        if (outside && handling.has(Caveat.NO_CONSULAR_CONTACT)) {
            points.add(Outcome.Point.NO_CONSULAR_CONTACT);
        }
        return points;
    }

    /// @param consent what the person agreed to; without a record nothing was agreed to
    /// @param unit outside this organisation
    static List<Outcome.Point> against(@Nullable ConsentRecord consent, String unit) {
        if (consent == null) {
            return List.of(Outcome.Point.CONSENT);
        }
        var points = new ArrayList<Outcome.Point>();
        if (consent.answer("SHARE_AUTHORITY") != ConsentAnswer.YES && consent.legalBasis() == null) {
            points.add(Outcome.Point.CONSENT);
        }
        if (consent.withheldFrom().stream().anyMatch(withheld -> names(unit, withheld.from()))) {
            points.add(Outcome.Point.WITHHELD);
        }
        return points;
    }

    /// It is compared here and shown to nobody.
    @ShowsPersonalData
    private static boolean names(String unit, Sensitive<String> withheld) {
        var from = plain(withheld.reveal());
        var to = plain(unit);
        return !from.isEmpty() && !to.isEmpty() && (from.contains(to) || to.contains(from));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
