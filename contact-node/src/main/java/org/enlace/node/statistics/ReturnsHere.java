package org.enlace.node.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.envelope.Header;
import org.enlace.envelope.Verified;
import org.enlace.message.NodeId;
import org.enlace.message.StatisticsReturn;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Arrivals;
import org.enlace.node.exchange.NotReturnable;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A contact point returns the figures of a year, here if this is the Secretariat. That each of them is one that may be
/// published, and the year over, was asked when it was opened; whose they are, and whether there is an answer already,
/// is asked here.
@Component
class ReturnsHere implements Arrivals<StatisticsReturn> {
    private final ReceivedReturns rows;
    private final CurrentDirectory directory;

    ReturnsHere(ReceivedReturns rows, CurrentDirectory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    @Override
    public Class<StatisticsReturn> kind() {
        return StatisticsReturn.class;
    }

    /// @throws NotReturnable if it is not for here, of another state, a second answer, or corrects more than it may
    /// @throws UnknownMessage if it corrects what is not here
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(Verified<StatisticsReturn> message, Instant receivedAt) {
        var header = message.header();
        var sender = header.sender();
        var returned = message.message();
        if (!isForHere(header) || !returned.state().equals(sender)) {
            throw new NotReturnable(sender);
        }
        var before = rows.newest(returned.year(), header.mode(), sender);
        var supersedes = header.about().supersedes();
        if (before.isEmpty() && supersedes != null) {
            throw new UnknownMessage(supersedes);
        }
        var figures = ReturnedTables.rows(returned);
        if (before.isPresent()
                && (!before.get().given().equals(supersedes) || !takesBackAlone(before.get(), returned, figures))) {
            throw new NotReturnable(sender);
        }
        rows.add(
                new ReceivedReturn(
                        UUID.randomUUID(),
                        sender,
                        header.msgId(),
                        returned.year(),
                        header.mode(),
                        before.map(ReceivedReturn::number).orElse(0) + 1,
                        header.about().correctionReason(),
                        new TreeSet<>(returned.withdrawn()),
                        returned.releasedAt(),
                        header.about().senderOfficer(),
                        receivedAt,
                        null),
                figures);
    }

    private boolean isForHere(Header header) {
        NodeId self = directory.code();
        return header.recipients().equals(List.of(self))
                && directory
                        .current()
                        .secretariat()
                        .filter(member -> member.code().equals(self))
                        .isPresent();
    }

    /// The difference between two answers to one question is what neither of them shows.
    private boolean takesBackAlone(
            ReceivedReturn before,
            StatisticsReturn returned,
            Map<String, SortedMap<String, @Nullable Integer>> figures) {
        var known = rows.figures(before.id());
        return before.releasedAt().equals(returned.releasedAt())
                && returned.withdrawn().containsAll(before.withdrawn())
                && figures.entrySet().stream()
                        .allMatch(table -> table.getValue().equals(known.get(table.getKey())))
                && known.keySet().stream()
                        .allMatch(name -> figures.containsKey(name)
                                || returned.withdrawn().contains(name));
    }
}
