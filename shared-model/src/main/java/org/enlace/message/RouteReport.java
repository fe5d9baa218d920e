package org.enlace.message;

import java.util.List;
import org.enlace.person.PartialDate;
import org.jspecify.annotations.Nullable;

/// How people are moved: legs, transport, concealment, period, volume. Never a reference to a person.
///
/// @param volumeBand code of list `volume-band`
/// @param direction code of list `direction`
/// @param confidence code of list `confidence`
/// @param note in words, at most 2,000 characters
public record RouteReport(
        List<Leg> legs,
        Period period,
        String volumeBand,
        @Nullable String direction,
        boolean active,
        String confidence,
        BasedOn basedOn,
        @Nullable String note)
        implements Message {

    private static final int EXACT_FROM_CASES = 3;

    public RouteReport {
        legs = legs == null ? List.of() : List.copyOf(legs);
    }

    @Override
    public MessageType type() {
        return MessageType.ROUTE_REPORT;
    }

    /// Whether too few independent cases stand behind it to be exact without pointing at somebody.
    public boolean needsCoarseness() {
        return basedOn.cases() < EXACT_FROM_CASES;
    }

    /// The same report as it may be told: with fewer than 3 cases, coordinates to 0.1° and dates to the month.
    public RouteReport coarse() {
        if (!needsCoarseness()) {
            return this;
        }
        PartialDate to = period.to();
        return new RouteReport(
                legs.stream().map(Leg::coarse).toList(),
                new Period(period.from().toMonth(), to == null ? null : to.toMonth()),
                volumeBand,
                direction,
                active,
                confidence,
                basedOn,
                note);
    }

    /// @param mode code of list `transport-mode`
    /// @param concealment codes of list `concealment`
    /// @param documents codes of list `document-use`
    /// @param path the way between the two ends, as a GeoJSON LineString would list it
    public record Leg(
            Stop from,
            Stop to,
            @Nullable Border border,
            String mode,
            List<String> concealment,
            List<String> documents,
            List<GeoPoint> path) {

        public Leg {
            concealment = concealment == null ? List.of() : List.copyOf(concealment);
            documents = documents == null ? List.of() : List.copyOf(documents);
            path = path == null ? List.of() : List.copyOf(path);
        }

        private Leg coarse() {
            return new Leg(
                    from.coarse(),
                    to.coarse(),
                    border,
                    mode,
                    concealment,
                    documents,
                    path.stream().map(GeoPoint::toTenth).toList());
        }
    }

    /// @param eventType what happens there, code of list `event-type`
    public record Stop(Place place, @Nullable String eventType) {

        private Stop coarse() {
            return new Stop(place.coarse(), eventType);
        }
    }

    /// @param crossing the crossing's name or code, if it has one
    /// @param kind code of list `border-kind`
    /// @param official whether it is an official crossing
    public record Border(@Nullable String crossing, String kind, boolean official) {}

    /// @param to open if it still goes on
    public record Period(PartialDate from, @Nullable PartialDate to) {}

    /// How much stands behind the report.
    ///
    /// @param cases independent cases; below 3 the report is made coarser
    public record BasedOn(int victims, int cases) {

        public BasedOn {
            if (victims < 0 || cases < 0) {
                throw new IllegalArgumentException("Counts are not negative");
            }
        }
    }
}
