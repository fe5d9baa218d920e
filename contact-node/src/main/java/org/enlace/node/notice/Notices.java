package org.enlace.node.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.access.Addresses;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Orders notices. They are in the database before anybody is told, and leave once the caller's transaction has
/// committed. What is ordered for the same person while nothing was sent yet goes in one.
@Component
public class Notices {
    private final NoticeRows rows;
    private final NoticeSettings settings;
    private final Addresses addresses;

    Notices(NoticeRows rows, NoticeSettings settings, Addresses addresses) {
        this.rows = rows;
        this.settings = settings;
        this.addresses = addresses;
    }

    /// @param officer null for a webhook
    public record Ordered(UUID id, @Nullable OfficerId officer) {}

    /// By every way that the settings give.
    ///
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Ordered> order(Collection<OfficerId> officers, Urgency urgency, Instant now) {
        var ordered = new ArrayList<Ordered>();
        if (settings.webhook() != null && !officers.isEmpty()) {
            ordered.add(new Ordered(order(Way.WEBHOOK, null, urgency, now), null));
        }
        if (settings.mail() != null) {
            var known = addresses.of(officers).keySet();
            // In one order, so that two who order at once wait for each other and never in a circle.
            var inOrder = officers.stream()
                    .sorted(Comparator.comparing(OfficerId::value))
                    .toList();
            for (var officer : inOrder) {
                ordered.add(new Ordered(
                        known.contains(officer)
                                ? order(Way.EMAIL, officer, urgency, now)
                                : unreachable(officer, urgency, now),
                        officer));
            }
        }
        return List.copyOf(ordered);
    }

    /// Somebody has done what was due: what is not sent yet is not sent any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(Collection<UUID> ids, Instant now) {
        rows.drop(ids, now);
    }

    /// Those that ended before and that nothing tells of any more.
    ///
    /// @return how many there were
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int limit) {
        return rows.forget(before, limit);
    }

    public Map<UUID, Notice> of(Collection<UUID> ids) {
        return rows.of(ids).stream().collect(Collectors.toMap(Notice::id, Function.identity()));
    }

    private UUID order(Way way, @Nullable OfficerId officer, Urgency urgency, Instant now) {
        var same = rows.same(way, officer, urgency);
        if (same.isPresent()) {
            rows.oneMore(same.get());
            return same.get();
        }
        var notice = new Notice(UUID.randomUUID(), way, officer, urgency, 1, now, NoticeState.WAITING, 0, null, null);
        rows.add(notice, now);
        return notice.id();
    }

    private UUID unreachable(OfficerId officer, Urgency urgency, Instant now) {
        var notice = new Notice(
                UUID.randomUUID(), Way.EMAIL, officer, urgency, 1, now, NoticeState.FAILED, 0, now, Failure.NO_ADDRESS);
        rows.add(notice, null);
        return notice.id();
    }
}
