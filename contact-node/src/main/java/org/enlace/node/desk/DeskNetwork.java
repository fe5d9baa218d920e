package org.enlace.node.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.locks.ReentrantLock;
import org.enlace.directory.MemberStatus;
import org.enlace.message.NodeId;
import org.enlace.node.desk.DeskScreen.Network;
import org.enlace.node.exchange.NetworkStatus;
import org.enlace.node.exchange.PartnerStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far the desk reaches now: the broker, and each partner behind it. Asked for once in a few seconds, however many
/// desks are open.
@Component
class DeskNetwork {
    private static final Duration FRESH = Duration.ofSeconds(5);
    /// A sign of life that is older says nothing about now.
    private static final Duration EVIDENCE = Duration.ofHours(24);

    private final NetworkStatus status;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;

    DeskNetwork(NetworkStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    /// Since when there is no contact with the network; null while there is.
    @Nullable
    Instant lostSince() {
        return status.brokerLostSince();
    }

    /// Since when it is there; null while it is away. Costs nothing either.
    @Nullable
    Instant contactSince() {
        return status.brokerContactSince();
    }

    Network now() {
        var lost = lostSince();
        return lost == null ? known() : known().lost(lost, status.unsentByOfficers());
    }

    private Network known() {
        var last = known;
        if (last != null && fresh(last)) {
            return last.network();
        }
        asking.lock();
        try {
            var meanwhile = known;
            if (meanwhile != null && fresh(meanwhile)) {
                return meanwhile.network();
            }
            var asked = ask();
            known = new Known(asked, clock.instant());
            return asked;
        } finally {
            asking.unlock();
        }
    }

    private Network ask() {
        var partners = status.partners().stream()
                .filter(partner -> partner.status() == MemberStatus.ACTIVE)
                .toList();
        var now = clock.instant();
        var silent = partners.stream()
                .flatMap(
                        partner -> partner.silentSince(now).stream().map(since -> new Silent(partner.partner(), since)))
                .toList();
        var longest = silent.stream().min(Comparator.comparing(Silent::since));
        var heard = partners.stream()
                .filter(partner -> partner.silentSince(now).isEmpty() && heard(partner, now))
                .count();
        return new Network(
                Math.toIntExact(heard),
                partners.size(),
                Math.toIntExact(partners.size() - silent.size() - heard),
                null,
                0,
                longest.map(Silent::partner).orElse(null),
                longest.map(Silent::since).orElse(null),
                Math.toIntExact(status.quarantined()));
    }

    private static boolean heard(PartnerStatus partner, Instant now) {
        var heard = partner.lastHeard();
        return heard != null && heard.isAfter(now.minus(EVIDENCE));
    }

    private boolean fresh(Known last) {
        return Duration.between(last.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private record Silent(NodeId partner, Instant since) {}

    private record Known(Network network, Instant at) {}
}
