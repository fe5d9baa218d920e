package org.enlace.node.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Course;
import org.enlace.node.casefile.Asking;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.Life;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.springframework.stereotype.Component;

/// Makes an item say what happened to its message: its state, whether it waits, and which clock runs.
@Component
class Settling {
    /// What counts for a message to several recipients: first what asks something of us, then who is least far.
    private static final List<BusinessState> FIRST = List.of(
            BusinessState.NEEDS_INFO,
            BusinessState.FAILED,
            BusinessState.DECLINED,
            BusinessState.COMPLETED,
            BusinessState.RECEIVED,
            BusinessState.ACKNOWLEDGED,
            BusinessState.FORWARDED,
            BusinessState.ON_HOLD,
            BusinessState.WITHDRAWAL_REQUESTED,
            BusinessState.ACCEPTED,
            BusinessState.IN_PROGRESS);

    /// Nobody has to do anything about what we sent any more; the rest is work on the case.
    private static final Set<BusinessState> DONE = EnumSet.of(
            BusinessState.ACCEPTED,
            BusinessState.IN_PROGRESS,
            BusinessState.CLOSED,
            BusinessState.WITHDRAWN,
            BusinessState.CONSENT_WITHDRAWN,
            BusinessState.ENTERED_IN_ERROR);

    private final DeskItems items;
    private final CaseFiles files;
    private final Corrections corrections;

    Settling(DeskItems items, CaseFiles files, Corrections corrections) {
        this.items = items;
        this.files = files;
        this.corrections = corrections;
    }

    /// What was taken back is left alone: what its recipients say about that settles it.
    ///
    /// @param item locked by the transaction
    DeskItem settle(DeskItem item, MessageEntry message, Instant now) {
        if (takenBack(message)) {
            return item;
        }
        var lives = files.lives(message);
        var courses = lives.values().stream().map(Life::course).toList();
        var settled = message.side() == Side.SENT ? sent(item, courses) : received(item, courses.getFirst());
        if (Asking.of(message.gist().type()).isPresent()) {
            settled = Questions.settled(settled, lives, files.answered(message), message.side());
            items.answered(message.id(), files.answers(message));
        }
        var confirmed = Stream.concat(files.attestBy(message).stream(), corrections.readBy(message).stream())
                .min(Comparator.naturalOrder())
                .map(settled::alsoBy)
                .orElse(settled);
        items.store(confirmed, now);
        return confirmed;
    }

    /// As it is now that the item is locked: the recall may have come in just before.
    private boolean takenBack(MessageEntry message) {
        return files.find(message.id()).filter(now -> now.recalled() != null).isPresent();
    }

    private static DeskItem received(DeskItem item, Course course) {
        var state = course.state();
        var stood = item.stood(course.stood());
        var waits = switch (state) {
            case RECEIVED, FORWARDED, NEEDS_INFO, ON_HOLD, WITHDRAWAL_REQUESTED -> true;
            // Intelligence owes no answer: it leaves the desk once it was read.
            case ACKNOWLEDGED -> stood.answerDue() != null;
            // Once it is accepted or declined the answer is given; the rest is work on the case.
            case DRAFT,
                    AWAITING_RELEASE,
                    SENT,
                    ACCEPTED,
                    DECLINED,
                    IN_PROGRESS,
                    COMPLETED,
                    FAILED,
                    CLOSED,
                    WITHDRAWN,
                    CONSENT_WITHDRAWN,
                    ENTERED_IN_ERROR -> false;
        };
        var due = state == BusinessState.RECEIVED ? stood.ackDue() : state.clockRuns() ? stood.answerDue() : null;
        return stood.now(state, waits, due);
    }

    private static DeskItem sent(DeskItem item, Collection<Course> courses) {
        var states = EnumSet.noneOf(BusinessState.class);
        courses.forEach(course -> states.add(course.state()));
        var stood = item.stood(courses.stream()
                .map(Course::stood)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO));
        var first = FIRST.stream()
                .filter(states::contains)
                .findFirst()
                .orElseGet(() -> states.iterator().next());
        var due = states.contains(BusinessState.RECEIVED)
                ? stood.ackDue()
                : states.stream().anyMatch(BusinessState::clockRuns) ? stood.answerDue() : null;
        return stood.now(first == BusinessState.RECEIVED ? BusinessState.SENT : first, !DONE.containsAll(states), due);
    }
}
