package org.enlace.node.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.statistics.NetworkFigures.Sum;
import org.enlace.node.statistics.NetworkFigures.Summed;
import org.enlace.node.statistics.StatisticsApi.PaceAnswer;
import org.enlace.node.statistics.StatisticsApi.TableAnswer;
import org.enlace.node.statistics.YearReturns.OfMember;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What contact points returned, for programs at the Secretariat.
@RestController
@RequestMapping(path = "/api/v1/statistics/returns/{year}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReturnsApi {
    private final ReturnsReading returns;
    private final CodeLists lists;

    ReturnsApi(ReturnsReading returns, CodeLists lists) {
        this.returns = returns;
        this.lists = lists;
    }

    @GetMapping
    @Access(Action.READ_STATISTICS)
    ReturnsAnswer year(@PathVariable String year, Officer officer) {
        var all = returns.of(StatisticsPages.number(year), ReturnsReading.SHOW, officer)
                .orElseThrow(Unseen::new);
        var sums = NetworkFigures.of(all.tables(), lists);
        return new ReturnsAnswer(
                all.year(),
                all.members().stream().map(ReturnsApi::member).toList(),
                Stream.of(Table.values())
                        .flatMap(table -> Stream.ofNullable(sums.get(table)).map(summed -> network(table, summed)))
                        .toList());
    }

    @GetMapping("/{member}")
    @Access(Action.READ_STATISTICS)
    OneReturnAnswer one(@PathVariable String year, @PathVariable String member, Officer officer) {
        var number = StatisticsPages.number(year);
        var one = returns.of(number, ReturnsPages.member(member), officer).orElseThrow(Unseen::new);
        return new OneReturnAnswer(
                number,
                member,
                one.versions().stream().map(ReturnsApi::version).toList(),
                tables(one.tables()),
                StatisticsApi.paces(one.paces()));
    }

    private static List<TableAnswer> tables(Map<Table, Figures> tables) {
        return Stream.of(Table.values())
                .flatMap(table -> Stream.ofNullable(tables.get(table)).map(each -> StatisticsApi.table(table, each)))
                .toList();
    }

    private static MemberAnswer member(OfMember member) {
        var newest = member.newest();
        return new MemberAnswer(
                member.member().value(),
                member.isHere(),
                member.self(),
                newest == null ? null : newest.number(),
                newest == null ? null : newest.receivedAt(),
                newest == null ? null : newest.openedAt());
    }

    private static VersionAnswer version(ReceivedReturn version) {
        return new VersionAnswer(
                version.number(),
                version.mode().name(),
                version.reason(),
                version.withdrawn().stream().toList(),
                version.releasedAt(),
                version.pseudonym(),
                version.receivedAt());
    }

    private static SummedTable network(Table table, Summed summed) {
        var total = summed.total();
        return new SummedTable(
                table.name(),
                table.list(),
                table.addsUp(),
                total == null ? null : sum("", total),
                summed.lines().entrySet().stream()
                        .map(line -> sum(line.getKey(), line.getValue()))
                        .toList());
    }

    private static SummedLine sum(String code, Sum sum) {
        return new SummedLine(code, sum.isShown() ? sum.figure() : null, sum.shown(), sum.hidden());
    }

    /// @param members all that are asked for the year, and those that returned it
    /// @param network what they show, added up
    record ReturnsAnswer(int year, List<MemberAnswer> members, List<SummedTable> network) {}

    /// @param returned whether its figures are here
    /// @param self whether it is this contact point, whose figures need no message
    /// @param version the newest; null if it has returned nothing
    record MemberAnswer(
            String member,
            boolean returned,
            boolean self,
            @Nullable Integer version,
            @Nullable Instant receivedAt,
            @Nullable Instant openedAt) {}

    /// @param versions oldest first
    /// @param tables of the newest
    /// @param paces likewise
    record OneReturnAnswer(
            int year, String member, List<VersionAnswer> versions, List<TableAnswer> tables, List<PaceAnswer> paces) {}

    /// @param reason of a correction, code of list `correction-reason`
    /// @param withdrawn names of the tables that it takes back
    /// @param officer pseudonym there
    record VersionAnswer(
            int version,
            String mode,
            @Nullable String reason,
            List<String> withdrawn,
            Instant releasedAt,
            String officer,
            Instant receivedAt) {}

    /// @param total null if the lines do not add up to one
    record SummedTable(
            String name,
            String list,
            boolean addsUp,
            @Nullable SummedLine total,
            List<SummedLine> lines) {}

    /// @param figure of those who show it; null if nobody does, or if nought is all that is shown and others hide
    /// something
    /// @param shown by how many contact points
    /// @param hidden how many do not show it; if any, the whole is more
    record SummedLine(String code, @Nullable Integer figure, int shown, int hidden) {}
}
