package org.enlace.node.routes;

import java.util.List;

/// What is laid over the base map, as plain attributes of SVG. All numbers are of the picture's own units.
///
/// @param viewBox the part of the picture that is shown first
/// @param shades shapes of the countries that are passed
public record RouteDrawing(String viewBox, List<String> shades, List<Arc> arcs, List<Stop> stops) {
    public RouteDrawing {
        shades = List.copyOf(shades);
        arcs = List.copyOf(arcs);
        stops = List.copyOf(stops);
    }

    /// @param head the arrow at its end
    /// @param weight how much stands behind it, 1 to 4
    public record Arc(String path, String head, int weight, boolean confirmed, boolean coarse) {}

    /// @param size of its dot
    /// @param down where the foot of its number is
    /// @param anchor of its label: `start`, `middle` or `end`
    public record Stop(
            int number,
            String name,
            String x,
            String y,
            String size,
            String down,
            String type,
            String labelX,
            String labelY,
            String labelType,
            String anchor) {}
}
