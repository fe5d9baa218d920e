package org.enlace.node.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.enlace.handling.Handling;
import org.enlace.message.GeoPoint;
import org.enlace.message.NodeId;
import org.enlace.message.Place;
import org.enlace.message.Precision;
import org.enlace.message.RouteReport;
import org.enlace.node.casefile.RouteReading.Told;
import org.enlace.person.PartialDate;
import org.junit.jupiter.api.Test;

/// Where legs come to lie on the picture, and what is never on it.
class DrawerTest {
    private static final End CUCUTA = new End("CO", "CO-NSA", "COCUC", new GeoPoint(-72.5, 7.9));
    private static final End PANAMA = new End("PA", null, null, null);

    private final BaseMap map = new BaseMap();
    private final Drawer drawer = new Drawer(map);

    @Test
    void whatIsNoCodeIsLeftOutAndLiesNowhere() {
        var hostile = new Place("<script>", "CO-<b>", "COC\u202Egnp", null, Precision.CITY);
        var stop = new RouteReport.Stop(hostile, "<i>");
        var leg = new RouteReport.Leg(stop, stop, null, "<svg onload=x>", List.of(), List.of(), List.of());
        var report = new RouteReport(
                List.of(leg),
                new RouteReport.Period(new PartialDate("2026"), new PartialDate("2026")),
                "1",
                null,
                true,
                "LOW",
                new RouteReport.BasedOn(1, Integer.MAX_VALUE),
                null);

        var made = Leg.of(new Told(report, Handling.UNMARKED)).getFirst();

        assertThat(made.ends().from()).isEqualTo(new End(End.NOWHERE, null, null, null));
        assertThat(made.mode()).isEqualTo("OTHER");
        assertThat(Month.code(made.first()) + Month.code(made.last())).isEqualTo("2026-012026-12");
        assertThat(made.confirmed()).isFalse();
        assertThat(drawer.places(List.of(flow(made.ends(), false)))).isEmpty();
    }

    @Test
    void aTownIsWhereItsReportSaysAndNoFinerAndWhatIsCoarseInTheMiddleOfItsCountry() {
        var exact = new Place("CO", "CO-NSA", "COCUC", new GeoPoint(-72.50783, 7.89391), Precision.POINT);
        assertThat(End.of(exact)).isEqualTo(CUCUTA);
        var coarse = new Ends(CUCUTA, PANAMA).coarse();
        assertThat(map.at(coarse.from()))
                .isNotEqualTo(map.at(CUCUTA))
                .isEqualTo(map.at(new End("CO", null, null, null)));
        var flows = List.of(flow(new Ends(CUCUTA, PANAMA), false), flow(coarse, true), flow(coarse, true));

        var places = drawer.places(flows);
        var drawing = drawer.draw(flows, places, Drawer.Place::toString).orElseThrow();

        assertThat(drawing.stops()).extracting(RouteDrawing.Stop::number).containsExactly(1, 2, 3);
        assertThat(drawing.arcs()).hasSize(3).extracting(RouteDrawing.Arc::path).doesNotHaveDuplicates();
        assertThat(drawing.arcs()).extracting(RouteDrawing.Arc::coarse).containsExactly(false, true, true);
        assertThat(drawing.shades()).hasSize(2);
        assertThat(drawing.viewBox()).matches("[0-9. -]+");
    }

    @Test
    void whatLiesOnNoPictureIsNotDrawn() {
        var japan = new End("JP", null, "JPTYO", new GeoPoint(139.7, 35.7));
        var antipode = new End("CO", null, null, new GeoPoint(108, -4));
        var flows = List.of(flow(new Ends(japan, antipode), false));

        assertThat(drawer.draw(flows, drawer.places(flows), Drawer.Place::toString))
                .isEmpty();
    }

    private static Flow flow(Ends ends, boolean coarse) {
        return new Flow(
                "0",
                ends,
                coarse,
                false,
                true,
                new TreeSet<>(List.of(new NodeId("CO"))),
                1,
                new TreeSet<>(List.of("BUS")),
                24_000,
                Month.OPEN,
                List.of());
    }
}
