package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published figures of a year.
public interface StatisticsCalls {
    @Call("GET /api/v1/statistics/{year}")
    Year year(int year);

    @Call("GET /api/v1/statistics/{year}/return")
    Standing returned(int year);

    @Call("POST /api/v1/statistics/{year}/return")
    Standing send(int year, NewReturn body);

    @Call("GET /api/v1/statistics/returns/{year}")
    Returns returns(int year);

    @Call("GET /api/v1/statistics/returns/{year}/{member}")
    Returned returnOf(int year, String member);

    record NewReturn(@Nullable String reason, @Nullable List<String> tables) {}

    record Standing(List<String> hindrances, @Nullable String secretariat, List<SentReturn> sent, int year) {}

    record SentReturn(
            String message,
            String mode,
            String officer,
            @Nullable Instant openedAt,
            @Nullable String reason,
            Instant sentAt,
            @Nullable String state,
            @Nullable Instant storedAt,
            int version,
            List<String> withdrawn) {}

    record Returns(List<Member> members, List<Summed> network, int year) {}

    record Member(
            String member,
            @Nullable Instant openedAt,
            @Nullable Instant receivedAt,
            boolean returned,
            boolean self,
            @Nullable Integer version) {}

    record Summed(
            boolean addsUp,
            List<Sum> lines,
            String list,
            String name,
            @Nullable Sum total) {}

    record Sum(String code, @Nullable Integer figure, int hidden, int shown) {}

    record Returned(String member, List<PaceOf> paces, List<Table> tables, List<Version> versions, int year) {}

    record Version(
            String mode,
            String officer,
            @Nullable String reason,
            Instant receivedAt,
            Instant releasedAt,
            int version,
            List<String> withdrawn) {}

    record Year(
            Instant closesAt,
            List<PaceOf> paces,
            @Nullable Instant releasedAt,
            int roundedTo,
            int shownFrom,
            List<Table> tables,
            int year) {}

    record Table(
            boolean addsUp,
            List<Line> lines,
            String list,
            String name,
            @Nullable Integer total) {}

    record Line(String code, @Nullable Integer figure) {}

    record PaceOf(
            int medianMinutes,
            String name,
            int ninetiethMinutes,
            @Nullable Integer overduePercent,
            String quarter,
            String urgency) {}
}
