package org.enlace.node.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Where things are on the picture of the Americas: Lambert's azimuthal equal-area projection, and for each country its
/// shape and its centre. The picture and these shapes were drawn by `assets/map/build-base-map.mjs`.
@Component
final class BaseMap {
    /// On the picture, from its upper left corner.
    record Point(double x, double y) {}

    /// @param c its centre
    /// @param d its shape, as a path of SVG
    record Country(List<Double> c, String d) {}

    /// @param rotate of d3's projection: the centre of the picture, with its signs turned
    record Drawn(
            double width,
            double height,
            double scale,
            List<Double> translate,
            List<Double> rotate,
            Map<String, Country> countries) {}

    /// So far from its centre the picture reaches.
    private static final double EDGE = Math.cos(Math.toRadians(80));

    private final Drawn map;

    BaseMap() {
        try (var in = new ClassPathResource("map/americas.json").getInputStream()) {
            map = JsonMapper.builder().build().readValue(in, Drawn.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The base map cannot be read", e);
        }
    }

    /// Where a place lies, as finely as it was told; empty if that is not on the picture.
    Optional<Point> at(End end) {
        var point = end.point();
        return point == null ? centre(end.country()) : on(project(point.longitude(), point.latitude()));
    }

    private Optional<Point> centre(String country) {
        return Optional.ofNullable(map.countries().get(country))
                .map(found -> new Point(found.c().getFirst(), found.c().getLast()));
    }

    Optional<String> shape(String country) {
        return Optional.ofNullable(map.countries().get(country)).map(Country::d);
    }

    private Optional<Point> on(Point point) {
        var shown = point.x() >= 0 && point.x() <= map.width() && point.y() >= 0 && point.y() <= map.height();
        return shown ? Optional.of(point) : Optional.empty();
    }

    private Point project(double longitude, double latitude) {
        var along = Math.toRadians(longitude + map.rotate().getFirst());
        var up = Math.toRadians(latitude);
        var middle = Math.toRadians(-map.rotate().get(1));
        var cosine = Math.sin(middle) * Math.sin(up) + Math.cos(middle) * Math.cos(up) * Math.cos(along);
        if (cosine < EDGE) {
            return new Point(-1, -1);
        }
        var stretch = map.scale() * Math.sqrt(2 / (1 + cosine));
        return new Point(
                map.translate().getFirst() + stretch * Math.cos(up) * Math.sin(along),
                map.translate().getLast()
                        - stretch
                                * (Math.cos(middle) * Math.sin(up)
                                        - Math.sin(middle) * Math.cos(up) * Math.cos(along)));
    }
}
