package org.enlace.node.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Actor;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Actors;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.FollowUpFinding;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Somebody looks again how a person is whose case was completed, and says what was found.
@Component
class FollowingUp {
    private static final int PAGE = 50;
    private static final int PAGES_MAX = 10_000;
    private static final int SOON_DAYS = 14;
    private static final int WORDS_MAX = 2_000;
    private static final int AHEAD_YEARS = 2;

    private final FollowUps followUps;
    private final DeskItems items;
    private final CaseFiles files;
    private final Actors actors;
    private final Reach reach;
    private final Desk desk;
    private final DeskRecords records;
    private final Acceptance days;

    FollowingUp(
            FollowUps followUps,
            DeskItems items,
            CaseFiles files,
            Actors actors,
            Reach reach,
            Desk desk,
            DeskRecords records,
            Acceptance days) {
        this.followUps = followUps;
        this.items = items;
        this.files = files;
        this.actors = actors;
        this.reach = reach;
        this.desk = desk;
        this.records = records;
        this.days = days;
    }

    /// What an officer found.
    ///
    /// @param finding code of list `follow-up-finding`
    /// @param again the day on which somebody looks again, as it was typed
    /// @param words for this contact point alone
    record Looked(String finding, String again, String words) {
        static final Looked NOT_YET = new Looked("", "", "");
    }

    /// What somebody here looks at again.
    ///
    /// @param mine whether its reader works on such cases, and so may say what was found
    record Due(FollowUp followUp, MessageEntry message, boolean mine) {}

    /// @param more whether there is another page
    record Waiting(List<Due> items, boolean more) {}

    /// What is due, and what is in the next two weeks, in a constant number of queries.
    ///
    /// @throws Unseen if there is no such page
    @Transactional(readOnly = true)
    public Waiting waiting(Officer officer, int page) {
        if (page < 0 || page > PAGES_MAX) {
            throw new Unseen();
        }
        var found = followUps.open(reach.sight(officer), days.today().plusDays(SOON_DAYS), page * PAGE, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        var ids = shown.stream().map(FollowUp::message).toList();
        var messages = files.find(ids);
        var mine = items.of(ids).stream()
                .filter(item -> worksOn(officer, messages.get(item.message()), item))
                .map(DeskItem::message)
                .collect(Collectors.toSet());
        return new Waiting(
                shown.stream()
                        .map(followUp -> new Due(
                                followUp,
                                Objects.requireNonNull(messages.get(followUp.message())),
                                mine.contains(followUp.message())))
                        .toList(),
                found.size() > PAGE);
    }

    /// How much is due.
    @Transactional(readOnly = true)
    public int due(Officer officer) {
        return followUps.count(reach.sight(officer), days.today());
    }

    /// The message whose person somebody has to look for, if this officer works on such cases.
    Optional<MessageEntry> message(FollowUp followUp, Officer officer) {
        return files.find(followUp.message())
                .filter(message -> message.recalled() == null)
                .filter(message -> items.of(message.id())
                        .filter(item -> worksOn(officer, message, item))
                        .isPresent());
    }

    private boolean worksOn(Officer officer, @Nullable MessageEntry message, DeskItem item) {
        return message != null && actors.of(officer, message, item.owner()).contains(Actor.CASE_WORKER);
    }

    @Transactional(readOnly = true)
    public Optional<FollowUp> find(UUID id, Officer officer) {
        return followUps.find(id).filter(found -> message(found, officer).isPresent());
    }

    /// Keeps what was found; the sender is told what and when, the words stay here.
    @Transactional
    public Outcome record(UUID id, Looked looked, Officer officer) {
        var followUp = find(id, officer);
        if (followUp.isEmpty()) {
            return new Outcome.Unseen();
        }
        var message = message(followUp.get(), officer).orElseThrow();
        var item = items.of(message.id()).orElseThrow();
        var points = against(looked);
        if (!points.isEmpty()) {
            records.refused(officer, message);
            return new Refused(points);
        }
        var finding = finding(looked.finding()).orElseThrow();
        if (!standsCompleted(item) || !followUps.done(id, finding, officer, records.now())) {
            return new TooLate(item.state());
        }
        var again = day(looked.again()).orElse(null);
        if (finding == FollowUpFinding.NO_FURTHER_CONTACT) {
            followUps.end(message.id());
        } else if (again != null) {
            followUps.add(message.id(), again);
        }
        if (!looked.words().isBlank()) {
            desk.note(item.id(), looked.words(), false, officer);
        }
        return desk.note(item.id(), finding.note(days.today(), again), true, officer);
    }

    private List<Point> against(Looked looked) {
        var points = new ArrayList<Point>();
        var finding = finding(looked.finding());
        var again = day(looked.again());
        if (finding.isEmpty()) {
            points.add(Point.FINDING_UNKNOWN);
        }
        if (!looked.again().isBlank()) {
            if (again.isEmpty()) {
                points.add(Point.AGAIN_UNKNOWN);
            } else if (finding.filter(FollowUpFinding.NO_FURTHER_CONTACT::equals)
                    .isPresent()) {
                points.add(Point.AGAIN_NOT_WANTED);
            }
        } else if (finding.filter(FollowUpFinding::leavesOpen).isPresent()) {
            points.add(Point.AGAIN_MISSING);
        }
        if (looked.words().length() > WORDS_MAX) {
            points.add(Point.WORDS_LONG);
        }
        return points;
    }

    private static boolean standsCompleted(DeskItem item) {
        return item.state() == BusinessState.COMPLETED || item.state() == BusinessState.CLOSED;
    }

    private static Optional<FollowUpFinding> finding(String code) {
        return Arrays.stream(FollowUpFinding.values())
                .filter(finding -> finding.name().equals(code))
                .findFirst();
    }

    /// After today, at most two years ahead.
    private Optional<LocalDate> day(String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            var today = days.today();
            return day.isAfter(today) && !day.isAfter(today.plusYears(AHEAD_YEARS))
                    ? Optional.of(day)
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
