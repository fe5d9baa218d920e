package org.enlace.node.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.statistics.ReturnOutcome.Correcting;
import org.enlace.node.statistics.SentReturn.OnItsWay;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The return of a year for programs of a supervisor.
@RestController
@RequestMapping(path = "/api/v1/statistics/{year}/return", produces = MediaType.APPLICATION_JSON_VALUE)
class ReturnApi {
    private final Returning returning;
    private final ReturnStandings standings;

    ReturnApi(Returning returning, ReturnStandings standings) {
        this.returning = returning;
        this.standings = standings;
    }

    @GetMapping
    @Access(Action.READ_STATISTICS)
    StandingAnswer standing(@PathVariable String year) {
        return answer(standings.of(StatisticsPages.number(year)).orElseThrow(Unseen::new));
    }

    @PostMapping
    @Access(Action.RETURN_STATISTICS)
    @ResponseStatus(HttpStatus.CREATED)
    StandingAnswer send(
            @PathVariable String year, @RequestBody ReturnWanted wanted, Officer officer, PageContext page) {
        var number = StatisticsPages.number(year);
        var correcting = new Correcting(
                Objects.requireNonNullElse(wanted.reason(), ""),
                Objects.requireNonNullElse(wanted.tables(), List.<String>of()).stream()
                        .filter(Objects::nonNull)
                        .toList());
        return switch (returning.send(number, correcting, officer)) {
            case ReturnOutcome.Sent(var sent) ->
                answer(standings.of(sent.year()).orElseThrow(Unseen::new));
            case ReturnOutcome.Refused(var points) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        points.stream()
                                .map(point -> Problem.Wrong.at(
                                        point.ofYear() ? "" : "/" + point.field(),
                                        point.name(),
                                        ReturnScreens.point(point, page)))
                                .toList());
            case ReturnOutcome.Unseen() -> throw new Unseen();
        };
    }

    private static StandingAnswer answer(ReturnStanding standing) {
        var secretariat = standing.secretariat();
        return new StandingAnswer(
                standing.year(),
                secretariat == null ? null : secretariat.code().value(),
                standing.hindrances().stream().map(Enum::name).sorted().toList(),
                standing.sent().stream().map(ReturnApi::answer).toList());
    }

    private static SentAnswer answer(OnItsWay way) {
        var sent = way.sent();
        var delivery = way.delivery();
        return new SentAnswer(
                sent.id().toString(),
                sent.number(),
                sent.mode().name(),
                sent.sentAt(),
                sent.pseudonym(),
                sent.reason(),
                sent.withdrawn().stream().toList(),
                delivery == null ? null : delivery.state().name(),
                delivery == null ? null : delivery.storedAt(),
                sent.openedAt());
    }

    /// Nothing of both returns the year; both take tables back.
    ///
    /// @param reason code of list `correction-reason`
    /// @param tables names
    record ReturnWanted(@Nullable String reason, @Nullable List<String> tables) {}

    /// @param secretariat to whom the directory sends it; null if it names nobody
    /// @param hindrances codes of what stands against sending anything
    /// @param sent each version, oldest first
    record StandingAnswer(int year, @Nullable String secretariat, List<String> hindrances, List<SentAnswer> sent) {}

    /// @param officer pseudonym of who sent it
    /// @param reason of a correction, code of list `correction-reason`
    /// @param withdrawn names of the tables that it takes back
    /// @param state code of list `transport-state`
    /// @param storedAt by the Secretariat's clock, as its node signed; likewise `openedAt`
    record SentAnswer(
            String message,
            int version,
            String mode,
            Instant sentAt,
            String officer,
            @Nullable String reason,
            List<String> withdrawn,
            @Nullable String state,
            @Nullable Instant storedAt,
            @Nullable Instant openedAt) {}
}
