package org.enlace.node.routes;

import java.util.List;
import java.util.regex.Pattern;
import org.enlace.message.RouteReport;
import org.enlace.node.casefile.RouteReading.Told;

/// One leg of one report, as the map keeps it.
///
/// @param mode code of list `transport-mode`
/// @param first month, as is `last`
/// @param cases on which the report rests
/// @param confirmed whether its sender grades it so
record Leg(Ends ends, String mode, int first, int last, boolean active, int cases, boolean confirmed) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_+.:-]{1,64}");
    private static final String OTHER = "OTHER";
    /// So that counts of many reports can be added.
    private static final int CASES_MAX = 10_000;
    /// Not in doubt; nor known to the source alone, and corroborated.
    private static final List<Integer> CONFIRMED = List.of(1, 3);

    static List<Leg> of(Told told) {
        var report = told.report();
        var evaluation = told.handling().evaluation();
        var confirmed = evaluation != null && CONFIRMED.contains(evaluation.accuracy());
        return report.legs().stream()
                .map(leg -> new Leg(
                        ends(leg),
                        CODE.matcher(leg.mode()).matches() ? leg.mode() : OTHER,
                        Month.first(report.period().from()),
                        Month.last(report.period().to()),
                        report.active(),
                        Math.min(report.basedOn().cases(), CASES_MAX),
                        confirmed))
                .toList();
    }

    private static Ends ends(RouteReport.Leg leg) {
        return new Ends(End.of(leg.from().place()), End.of(leg.to().place()));
    }

    boolean located() {
        return ends.from().point() != null || ends.to().point() != null;
    }
}
