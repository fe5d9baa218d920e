package org.enlace.node.routes;

import java.util.Collection;
import java.util.Locale;
import org.enlace.node.routes.BaseMap.Point;

/// The part of the picture in which some points are seen.
///
/// @param x of its middle
/// @param y of its middle
record Frame(double x, double y, double width, double height) {
    private static final double RATIO = 4.0 / 3;
    private static final double WIDTH_MIN = 130;
    /// So wide it stands on a page, about.
    private static final double PIXELS = 640;

    static Frame around(Collection<Point> points) {
        var left = points.stream().mapToDouble(Point::x).min().orElse(0);
        var right = points.stream().mapToDouble(Point::x).max().orElse(0);
        var top = points.stream().mapToDouble(Point::y).min().orElse(0);
        var bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
        var wide = Math.max((right - left) * 1.7, WIDTH_MIN);
        var height = Math.max((bottom - top) * 1.6, wide / RATIO);
        return new Frame((left + right) / 2, (top + bottom) / 2, Math.max(wide, height * RATIO), height);
    }

    /// So much is one pixel, about.
    double pixel() {
        return width / PIXELS;
    }

    String viewBox() {
        return numbers(x - width / 2, y - height / 2, width, height);
    }

    boolean holds(double left, double top, double right, double bottom) {
        return left >= x - width / 2 && right <= x + width / 2 && top >= y - height / 2 && bottom <= y + height / 2;
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String numbers(double... numbers) {
        var text = new StringBuilder();
        for (var number : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(number(number));
        }
        return text.toString();
    }
}
