package org.enlace.node.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.outside.Rounds;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is due, on a thread of its own: a mail server that does not answer holds nothing else up. What does
/// not go is tried again, later each time; what is given up raises an alarm.
@Component
class NoticePosting implements SmartLifecycle {
    private static final List<Duration> AGAIN = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));
    /// Longer than one notice can take.
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BATCH = 20;

    private final NoticeRows rows;
    private final Officers officers;
    private final Alarms alarms;
    private final Map<Way, Post> posts = new EnumMap<>(Way.class);
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds = new Rounds("notices", this::round);

    NoticePosting(
            NoticeRows rows,
            Officers officers,
            Alarms alarms,
            List<Post> posts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.officers = officers;
        this.alarms = alarms;
        posts.forEach(post -> this.posts.put(post.way(), post));
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Sends what is due now.
    void round() {
        var due = transaction.execute(_ -> rows.take(clock.instant(), LEASE, BATCH));
        for (var notice : Objects.requireNonNullElse(due, List.<Notice>of())) {
            var failure = Objects.requireNonNull(posts.get(notice.way())).send(notice);
            transaction.executeWithoutResult(_ -> tried(notice, failure));
        }
    }

    private void tried(Notice notice, Optional<Failure> failure) {
        var now = clock.instant();
        var subject = subject(notice);
        if (failure.isEmpty()) {
            rows.tried(notice.id(), NoticeState.SENT, null, null, now);
            alarms.clear(AlarmKind.NOTICE_FAILED, subject);
            return;
        }
        var why = failure.get();
        if (why.passes() && notice.attempts() < AGAIN.size()) {
            rows.tried(notice.id(), NoticeState.WAITING, why, now.plus(AGAIN.get(notice.attempts())), now);
        } else {
            rows.tried(notice.id(), NoticeState.FAILED, why, null, now);
            alarms.raise(AlarmKind.NOTICE_FAILED, subject, "why=" + why + " tries=" + (notice.attempts() + 1));
        }
    }

    private String subject(Notice notice) {
        var officer = notice.officer();
        return officer == null
                ? notice.way().name()
                : notice.way() + " "
                        + officers.find(officer).map(Officer::pseudonym).orElse("");
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
