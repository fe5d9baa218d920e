package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.check;

import org.junit.jupiter.api.Test;

/// How exact a report may be.
class IntelligenceRulesTest {

    @Test
    void twoCasesAreToldCoarselyOrNotAtAll() {
        RouteReport exact = Samples.route(2, new GeoPoint(-68.6412, -19.2731), "2026-05-12");

        assertThat(check(exact, AboutBuilder.of(MessageType.ROUTE_REPORT), MX))
                .extracting(breach -> breach.field() + " " + breach.code())
                .containsExactlyInAnyOrder(
                        "legs[0].to.place.point TOO_EXACT_PLACE",
                        "legs[0].path[0] TOO_EXACT_PLACE",
                        "period.from TOO_EXACT_DATE");
    }

    @Test
    void aReportThatWasMadeCoarseMayGo() {
        RouteReport coarse =
                Samples.route(2, new GeoPoint(-68.6412, -19.2731), "2026-05-12").coarse();

        assertThat(check(coarse, AboutBuilder.of(MessageType.ROUTE_REPORT), MX)).isEmpty();
        assertThat(coarse.legs().getFirst().to().place().point()).isEqualTo(new GeoPoint(-68.6, -19.3));
        assertThat(coarse.legs().getFirst().to().place().precision()).isEqualTo(Precision.CITY);
        assertThat(coarse.period().from().value()).isEqualTo("2026-05");
    }

    @Test
    void threeCasesMayBeTold() {
        RouteReport exact = Samples.route(3, new GeoPoint(-68.6412, -19.2731), "2026-05-12");

        assertThat(exact.coarse()).isEqualTo(exact);
    }
}
