package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.TooLate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How urgent an item is for this desk: where it stands in the list, and whether it sounds. The clocks are those of
/// what its sender said, whatever is set here. Whoever takes items may raise it; below what its sender said it goes
/// only by a supervisor's word with a reason, and so a child's never silently.
@Component
class Urgencies {
    private final DeskItems items;
    private final CaseFiles files;
    private final Finding finding;
    private final DeskRecords records;

    Urgencies(DeskItems items, CaseFiles files, Finding finding, DeskRecords records) {
        this.items = items;
        this.files = files;
        this.finding = finding;
        this.records = records;
    }

    /// @param urgency code of list `urgency`
    /// @param reason needed to lower it
    @Transactional
    public Outcome set(UUID id, String urgency, String reason, Officer officer) {
        return finding.with(id, officer, found -> {
            files.hold(found.message());
            var item = items.lock(id);
            var message = files.find(found.message().id()).orElseThrow();
            if (!item.waits() || item.side() == Side.SENT || message.recalled() != null) {
                return new TooLate(item.state());
            }
            var asked = named(urgency);
            var points = asked.map(to -> against(to, message, reason, officer))
                    .orElseGet(() -> List.of(Point.URGENCY_UNKNOWN));
            if (!points.isEmpty()) {
                records.refused(officer, message);
                return new Refused(points);
            }
            return set(item, message, asked.orElseThrow(), reason.strip(), officer);
        });
    }

    private Outcome set(DeskItem item, MessageEntry message, Urgency to, String reason, Officer officer) {
        if (to == item.urgency()) {
            return new Done(item);
        }
        var now = records.now();
        var words = new CaseEvent.Words(null, null, reason.isEmpty() ? null : reason, null);
        files.recordOwn(message, CaseEventKind.URGENCY_SET, officer, new Doing(to.name(), words), null, now);
        items.urgency(item.id(), to, now);
        records.done(officer, CaseEventKind.URGENCY_SET, message);
        return new Done(items.find(item.id()).orElseThrow());
    }

    private static List<Point> against(Urgency to, MessageEntry message, String reason, Officer officer) {
        var points = new ArrayList<Point>();
        var lowers = !to.atLeast(message.urgency());
        if (lowers && !officer.is(Role.SUPERVISOR)) {
            points.add(message.child() ? Point.CHILD_NEEDS_SUPERVISOR : Point.LOWERING_NEEDS_SUPERVISOR);
        }
        if (lowers && reason.isBlank()) {
            points.add(Point.LOWERING_REASON_MISSING);
        }
        Finding.length(reason, HandingOver.NOTE_MAX, Point.LOWERING_REASON_LONG).ifPresent(points::add);
        return points;
    }

    private static Optional<Urgency> named(String code) {
        return Arrays.stream(Urgency.values())
                .filter(urgency -> urgency.name().equals(code))
                .findFirst();
    }
}
