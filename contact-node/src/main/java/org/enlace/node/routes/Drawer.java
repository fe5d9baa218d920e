package org.enlace.node.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.enlace.node.routes.BaseMap.Point;
import org.enlace.node.routes.LabelPlaces.Label;
import org.enlace.node.routes.RouteDrawing.Arc;
import org.enlace.node.routes.RouteDrawing.Stop;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws legs over the base map. Places that are told no finer than their country are one stop, in its
/// middle; what lies on no picture has none.
@Component
final class Drawer {
    private static final int WEIGHT_MAX = 4;
    private static final double DOT = 9;
    private static final double ARROW = 8;
    private static final String BY_AIR = "AIR";

    private final BaseMap map;

    Drawer(BaseMap map) {
        this.map = map;
    }

    /// One place that several legs may begin or end at.
    record Place(int number, End end, Point at) {}

    /// Numbered in the order in which the legs name them.
    Map<String, Place> places(List<Flow> flows) {
        var places = new LinkedHashMap<String, Place>();
        for (var flow : flows) {
            for (var end : List.of(flow.ends().from(), flow.ends().to())) {
                map.at(end)
                        .ifPresent(at -> places.computeIfAbsent(key(end), _ -> new Place(places.size() + 1, end, at)));
            }
        }
        return places;
    }

    /// Under which a place stands among the numbered ones.
    static String key(End end) {
        return end.point() == null ? end.country() : end.place();
    }

    /// @param name of a stop, in the reader's language
    /// @return empty if none of them is on the picture
    Optional<RouteDrawing> draw(List<Flow> flows, Map<String, Place> places, Function<Place, String> name) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var frame = Frame.around(places.values().stream().map(Place::at).toList());
        var labels = new LabelPlaces(frame);
        places.values().forEach(place -> labels.take(place.at(), DOT + 2));
        var arcs = arcs(flows, places, frame, labels);
        var stops = places.values().stream()
                .map(place -> stop(place, name.apply(place), frame, labels))
                .toList();
        return Optional.of(new RouteDrawing(frame.viewBox(), shades(flows), arcs, stops));
    }

    private List<String> shades(List<Flow> flows) {
        var countries = new TreeSet<String>();
        for (var flow : flows) {
            countries.add(flow.ends().from().country());
            countries.add(flow.ends().to().country());
        }
        return countries.stream()
                .flatMap(country -> map.shape(country).stream())
                .toList();
    }

    private static List<Arc> arcs(List<Flow> flows, Map<String, Place> places, Frame frame, LabelPlaces labels) {
        var arcs = new ArrayList<Arc>();
        var between = new HashMap<String, Integer>();
        for (var flow : flows) {
            var from = places.get(key(flow.ends().from()));
            var to = places.get(key(flow.ends().to()));
            if (from != null && to != null && from.number() != to.number()) {
                var pair = Math.min(from.number(), to.number()) + " " + Math.max(from.number(), to.number());
                var beside = between.merge(pair, 1, Integer::sum) - 1;
                arcs.add(arc(flow, from.at(), to.at(), beside, frame, labels));
            }
        }
        return arcs;
    }

    /// @param beside how many others are drawn between the same two already: each bends more than the one before
    private static Arc arc(Flow flow, Point from, Point to, int beside, Frame frame, LabelPlaces labels) {
        var pixel = frame.pixel();
        var wide = to.x() - from.x();
        var high = to.y() - from.y();
        var length = Math.hypot(wide, high);
        var bend = (flow.modes().contains(BY_AIR) ? .22 : .1) + .12 * beside;
        var middle = new Point((from.x() + to.x()) / 2 + high * bend, (from.y() + to.y()) / 2 - wide * bend);
        var last = Math.hypot(to.x() - middle.x(), to.y() - middle.y());
        // Along the end of the arc; two places on one spot were left out.
        var along = new Point((to.x() - middle.x()) / last, (to.y() - middle.y()) / last);
        var gap = Math.min((DOT + 1) * pixel, length / 3);
        var tip = new Point(to.x() - along.x() * gap, to.y() - along.y() * gap);
        var arrow = Math.min(ARROW * pixel, length / 4);
        var foot = new Point(tip.x() - along.x() * arrow, tip.y() - along.y() * arrow);
        for (var part = .04; part < 1; part += .04) {
            labels.take(on(from, middle, foot, part), 2);
        }
        var path = "M" + Frame.numbers(from.x(), from.y()) + "Q"
                + Frame.numbers(middle.x(), middle.y(), foot.x(), foot.y());
        var head = "M" + Frame.numbers(tip.x(), tip.y()) + "L"
                + Frame.numbers(foot.x() - along.y() * arrow / 2, foot.y() + along.x() * arrow / 2) + "L"
                + Frame.numbers(foot.x() + along.y() * arrow / 2, foot.y() - along.x() * arrow / 2) + "Z";
        return new Arc(path, head, weight(flow), flow.confirmed(), flow.coarse());
    }

    private static Point on(Point from, Point middle, Point to, double part) {
        var rest = 1 - part;
        return new Point(
                rest * rest * from.x() + 2 * rest * part * middle.x() + part * part * to.x(),
                rest * rest * from.y() + 2 * rest * part * middle.y() + part * part * to.y());
    }

    private static int weight(Flow flow) {
        return Math.clamp(flow.states().size() + (flow.cases() > 2 ? 1 : 0), 1, WEIGHT_MAX);
    }

    private static Stop stop(Place place, String name, Frame frame, LabelPlaces labels) {
        var pixel = frame.pixel();
        Label label = labels.place(place.at(), name);
        return new Stop(
                place.number(),
                name,
                Frame.number(place.at().x()),
                Frame.number(place.at().y()),
                Frame.number(DOT * pixel),
                Frame.number(place.at().y() + 4 * pixel),
                Frame.number(12 * pixel),
                Frame.number(label.x()),
                Frame.number(label.y()),
                Frame.number(15 * pixel),
                label.anchor());
    }

    /// Its number, or null if it is on no picture.
    static @Nullable Integer number(Map<String, Place> places, End end) {
        var place = places.get(key(end));
        return place == null ? null : place.number();
    }
}
