package org.enlace.node.routes;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CountedFindings.Found;
import org.enlace.node.routes.FlowRows.Share;

/// Makes one of what several reports say of a leg.
final class FlowParts {
    private static final String SEEN = "SEEN";

    private FlowParts() {}

    /// @param shares at least one
    /// @param coarse whether some of it rests on a single case
    /// @param ends of the samples
    static Flow flow(String id, List<Share> shares, boolean coarse, Map<Long, Ends> ends, List<Found> found) {
        var states = new TreeSet<NodeId>();
        var modes = new TreeSet<String>();
        var cases = new HashMap<NodeId, Integer>();
        for (var share : shares) {
            states.add(share.state());
            modes.add(share.mode());
            cases.merge(share.state(), share.cases(), Math::max);
        }
        var best = shares.stream()
                .map(share -> Objects.requireNonNull(ends.get(share.sample())))
                .max(Comparator.comparingInt(FlowParts::points))
                .orElseThrow();
        return new Flow(
                id,
                coarse ? best.coarse() : best,
                coarse,
                states.size() > 1
                        || shares.stream().anyMatch(Share::confirmed)
                        || found.stream().anyMatch(one -> one.finding().equals(SEEN)),
                shares.stream().anyMatch(Share::active),
                states,
                cases.values().stream().mapToInt(Integer::intValue).sum(),
                modes,
                shares.stream().mapToInt(Share::first).min().orElseThrow(),
                shares.stream().mapToInt(Share::last).max().orElseThrow(),
                found);
    }

    private static int points(Ends ends) {
        return (ends.from().point() == null ? 0 : 1) + (ends.to().point() == null ? 0 : 1);
    }
}
