package org.enlace.node.casefile;

import java.util.Locale;
import java.util.regex.Pattern;
import org.enlace.message.Openings;

/// How an event keeps how often something was opened: officers, times, in an emergency.
final class OpeningsToldOf {
    private static final Pattern GROUND = Pattern.compile("([0-9]{1,7}) ([0-9]{1,7}) ([0-9]{1,7})");

    private OpeningsToldOf() {}

    static String ground(Openings openings) {
        return openings.officers() + " " + openings.times() + " " + openings.emergency();
    }

    static Openings of(String ground) {
        var numbers = GROUND.matcher(ground);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("An event keeps how often something was opened as `2 5 0`");
        }
        return new Openings(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3)));
    }

    /// For those who read it in a version that knows no numbers.
    static String inEnglish(Openings openings) {
        var emergency = openings.emergency() == 0 ? "" : ", " + openings.emergency() + " of them in an emergency";
        return "What it says about persons was opened by " + openings.officers() + " officers, " + openings.times()
                + " parts in all" + emergency + ".";
    }

    static String inWords(String ground, Labels labels, Locale reader) {
        var openings = of(ground);
        var count = labels.text(
                reader, "casefile.event.opened.count", "officers", openings.officers(), "times", openings.times());
        return openings.emergency() == 0
                ? count
                : count + " " + labels.text(reader, "casefile.event.opened.emergency", "times", openings.emergency());
    }
}
