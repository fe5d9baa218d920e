package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import org.enlace.person.ConsentRecord;

/// What was explained to a person before they agreed.
public final class Explained {
    private Explained() {}

    /// Keys of texts, in the order of the form.
    public static List<String> points(ConsentRecord.Told told) {
        var points = new ArrayList<String>();
        add(told.assentedToInterview(), "compose.told.interview", points);
        add(told.purpose(), "compose.told.purpose", points);
        add(told.useOfData(), "compose.told.use", points);
        add(told.researchUse(), "compose.told.research", points);
        add(told.rightToOwnData(), "compose.told.own", points);
        add(told.storageTime(), "compose.told.storage", points);
        add(told.withdrawal(), "compose.told.withdrawal", points);
        return points;
    }

    private static void add(boolean explained, String key, List<String> points) {
        if (explained) {
            points.add(key);
        }
    }
}
