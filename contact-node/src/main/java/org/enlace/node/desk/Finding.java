package org.enlace.node.desk;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Reach;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.desk.Outcome.Unseen;
import org.springframework.stereotype.Component;

/// Finds what an officer acts on. An item that the officer may not see is not there; nobody acts on what is sealed.
@Component
class Finding {
    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final DeskRecords records;

    Finding(DeskItems items, CaseFiles files, Reach reach, DeskRecords records) {
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.records = records;
    }

    Outcome with(UUID id, Officer officer, Function<Found, Outcome> act) {
        var item = items.find(id);
        var message = item.flatMap(it -> files.find(it.message()));
        if (item.isEmpty() || message.isEmpty()) {
            return new Unseen();
        }
        if (!reach.sight(officer).sees(message.get())) {
            records.refused(officer, message.get());
            return new Unseen();
        }
        return message.get().sealed()
                ? new TooLate(item.get().state())
                : act.apply(new Found(item.get(), message.get()));
    }

    /// What is wrong with words that must be there.
    static Optional<Point> words(String text, int max, Point missing, Point tooLong) {
        return text.isBlank() ? Optional.of(missing) : length(text, max, tooLong);
    }

    /// What is wrong with words that may be left out.
    static Optional<Point> length(String text, int max, Point tooLong) {
        return text.length() > max ? Optional.of(tooLong) : Optional.empty();
    }
}
