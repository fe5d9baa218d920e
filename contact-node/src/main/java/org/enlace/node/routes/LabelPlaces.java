package org.enlace.node.routes;

import java.util.ArrayList;
import java.util.List;
import org.enlace.node.routes.BaseMap.Point;

/// Finds for each label the place beside its dot where it covers least.
final class LabelPlaces {
    private static final double LETTER = 7.6;
    private static final double LINE = 15;
    private static final List<Try> TRIES = List.of(
            new Try("start", 15, 5),
            new Try("end", -15, 5),
            new Try("middle", 0, -16),
            new Try("middle", 0, 26),
            new Try("start", 11, -11),
            new Try("end", -11, -11),
            new Try("start", 11, 21),
            new Try("end", -11, 21));

    private record Try(String anchor, double right, double down) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && right > other.left && top < other.bottom && bottom > other.top;
        }
    }

    /// @param x of its anchor
    /// @param y of its foot
    record Label(String anchor, double x, double y) {}

    private final Frame frame;
    private final List<Box> taken = new ArrayList<>();

    LabelPlaces(Frame frame) {
        this.frame = frame;
    }

    /// Something else is there.
    void take(Point at, double pixels) {
        var half = pixels * frame.pixel();
        taken.add(new Box(at.x() - half, at.y() - half, at.x() + half, at.y() + half));
    }

    Label place(Point at, String text) {
        var pixel = frame.pixel();
        var wide = text.length() * LETTER * pixel;
        var high = LINE * pixel;
        var least = Double.MAX_VALUE;
        var best = new Label("start", at.x(), at.y());
        var box = new Box(0, 0, 0, 0);
        for (var number = 0; number < TRIES.size(); number++) {
            var tried = TRIES.get(number);
            var x = at.x() + tried.right() * pixel;
            var y = at.y() + tried.down() * pixel;
            var left = switch (tried.anchor()) {
                case "start" -> x;
                case "end" -> x - wide;
                default -> x - wide / 2;
            };
            var here = new Box(left, y - high * .8, left + wide, y + high * .25);
            var cost = number * .4
                    + 3 * taken.stream().filter(here::meets).count()
                    + (frame.holds(here.left(), here.top(), here.right(), here.bottom()) ? 0 : 40);
            if (cost < least) {
                least = cost;
                best = new Label(tried.anchor(), x, y);
                box = here;
            }
        }
        taken.add(box);
        return best;
    }
}
