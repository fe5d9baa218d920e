package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.List;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;

/// Whether the sender's handling lets a message go to another unit.
final class Forwarding {
    private Forwarding() {}

    /// @param outside whether the unit belongs to another organisation than this contact point
    static List<Outcome.Point> against(Handling handling, boolean outside) {
        var points = new ArrayList<Outcome.Point>();
        if (outside && handling.code() == HandlingCode.H2) {
            points.add(Outcome.Point.H2);
        }
        // RED names persons, AMBER+STRICT the organisation: neither leaves it.
        if (handling.tlp() == Tlp.RED || (outside && handling.tlp() == Tlp.AMBER_STRICT)) {
            points.add(Outcome.Point.TLP);
        }
        if (outside && handling.has(Caveat.NO_CONSULAR_CONTACT)) {
            points.add(Outcome.Point.NO_CONSULAR_CONTACT);
        }
        return points;
    }
}
