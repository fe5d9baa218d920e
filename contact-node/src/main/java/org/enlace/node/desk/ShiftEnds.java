package org.enlace.node.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.Reach;
import org.enlace.node.duty.DutyRoster;
import org.enlace.node.duty.Shift;
import org.enlace.node.exchange.Ticking;
import org.enlace.node.notice.Notices;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells whoever still holds items when their shift ends: half an hour before and at its end, once each. Whoever goes
/// on in another shift is not told.
@Component
class ShiftEnds implements Ticking {
    private static final Duration AHEAD = Duration.ofMinutes(30);
    /// After this it is no news any more.
    private static final Duration LATE = Duration.ofHours(12);

    private final DutyRoster roster;
    private final Handovers handovers;
    private final DeskItems items;
    private final Takers takers;
    private final Reach reach;
    private final ShiftEndRows rows;
    private final Notices notices;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ShiftEnds(
            DutyRoster roster,
            Handovers handovers,
            DeskItems items,
            Takers takers,
            Reach reach,
            ShiftEndRows rows,
            Notices notices,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.roster = roster;
        this.handovers = handovers;
        this.items = items;
        this.takers = takers;
        this.reach = reach;
        this.rows = rows;
        this.notices = notices;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    enum Stage {
        BEFORE,
        END
    }

    @Override
    public void tick(Instant clock) {
        var now = clock.truncatedTo(ChronoUnit.MICROS);
        for (var shift : ending(now)) {
            var stage = now.isBefore(shift.ends()) ? Stage.BEFORE : Stage.END;
            if (!rows.isTold(shift.id(), stage)) {
                try {
                    transaction.executeWithoutResult(_ -> tell(shift, stage, now));
                } catch (DuplicateKeyException _) {
                    // Another replica of this node was faster.
                }
            }
        }
    }

    private void tell(Shift shift, Stage stage, Instant now) {
        var officer = Optional.ofNullable(takers.everyone().get(shift.officer()));
        var held = officer.map(this::held).orElse(List.of());
        // Whoever takes something in the last half hour is told too; after the end nothing is new.
        if (held.isEmpty() && stage == Stage.BEFORE) {
            return;
        }
        rows.add(shift.id(), stage, held.size(), now);
        if (!held.isEmpty()
                && takers.working().stream().anyMatch(one -> one.id().equals(shift.officer()))) {
            held.forEach(item -> notices.order(List.of(shift.officer()), item.urgency(), now));
            audit.write(AuditEntry.byNode("SHIFT_ENDS", shift.id().toString()));
        }
    }

    /// The end of a shift in which this officer is, or just was, with nothing after it.
    Optional<Instant> of(OfficerId officer, Instant now) {
        return Optional.ofNullable(all(now).get(officer));
    }

    /// The same of everybody.
    Map<OfficerId, Instant> all(Instant now) {
        return ending(now).stream().collect(Collectors.toMap(Shift::officer, Shift::ends, (_, later) -> later));
    }

    /// What the officer holds, as far as a page goes.
    List<DeskItem> held(Officer officer) {
        return items.of(handovers.held(officer.id(), false, reach.sight(officer), 0, HeldItems.PAGE)).stream()
                .filter(item -> Objects.equals(item.owner(), officer.id().value()))
                .toList();
    }

    private List<Shift> ending(Instant now) {
        return roster.ending(now.minus(LATE), now.plus(AHEAD)).stream()
                .filter(shift -> roster.at(shift.ends()).stream()
                        .noneMatch(next -> next.officer().equals(shift.officer())))
                .filter(shift -> shift.ends().isAfter(now)
                        || roster.at(now).stream()
                                .noneMatch(next -> next.officer().equals(shift.officer())))
                .toList();
    }
}
