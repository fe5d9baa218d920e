package org.enlace.node.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the API answers about an item and about a step.
@Component
class DeskAnswers {
    private final DeskItems items;
    private final CaseFiles files;
    private final Clock clock;

    DeskAnswers(DeskItems items, CaseFiles files, Clock clock) {
        this.items = items;
        this.files = files;
        this.clock = clock;
    }

    /// @param id of the item, as it was asked for
    ItemAnswer after(String id, PageContext page, Function<UUID, Outcome> act) {
        return switch (act.apply(DeskPages.id(id))) {
            case Done(var item) -> of(item, files.find(item.message()).orElseThrow(Unseen::new), clock.instant());
            case Taken(var by, var at, var state) ->
                throw new ProblemFound(ProblemKind.TAKEN, new Problem.Now(state.name(), by, at));
            case TooLate(var state) ->
                throw new ProblemFound(ProblemKind.MOVED_ON, new Problem.Now(state.name(), null, null));
            case Refused(var points) -> throw new ProblemFound(ProblemKind.REFUSED, words(points, id, page));
            case Outcome.Unseen() -> throw new Unseen();
        };
    }

    private List<Problem.Wrong> words(List<Point> points, String id, PageContext page) {
        var country = items.find(DeskPages.id(id))
                .flatMap(item -> files.find(item.message()))
                .map(message -> page.country(message.partner()))
                .orElse("");
        return points.stream()
                .map(point -> Problem.Wrong.at(
                        point.field().equals("item") ? "" : "/" + point.field(),
                        point.name(),
                        StepErrors.text(point, country, page)))
                .toList();
    }

    ItemAnswer of(DeskItem item, MessageEntry message, Instant now) {
        return new ItemAnswer(
                item.id().toString(),
                item.message().toString(),
                item.reference().value(),
                item.side().name(),
                message.mode().name(),
                message.partner().value(),
                message.gist().type().name(),
                message.urgency().name(),
                item.urgency().name(),
                message.child(),
                item.state().name(),
                item.answers(),
                item.overdue(now),
                item.due(),
                item.ackDue(),
                item.answerDue(),
                item.takenAt(),
                item.side() == Side.SENT ? null : !item.untold());
    }

    /// @param mode `ACTUAL`, or that nothing here is meant
    /// @param urgencyHere as it stands on this desk; `urgency` is what its sender said
    /// @param answers that stand to a message that asks, codes of the list for its kind
    /// @param senderTold false while what was done here could not be sent yet; null for what we sent
    record ItemAnswer(
            String id,
            String message,
            String caseRef,
            String side,
            String mode,
            String partner,
            String type,
            String urgency,
            String urgencyHere,
            boolean childInvolved,
            String state,
            List<String> answers,
            boolean overdue,
            @Nullable Instant due,
            @Nullable Instant acknowledgeDue,
            @Nullable Instant answerDue,
            @Nullable Instant takenAt,
            @Nullable Boolean senderTold) {}
}
