package org.enlace.node.drafts;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.message.Breach;
import org.enlace.message.Compartment;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Change;
import org.enlace.node.casefile.Fact;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.ReleaseSheet;
import org.enlace.node.casefile.ReleaseSheets;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts what waits for a second person into the words of that person.
@Component
final class ReleaseScreens {
    private final ReleaseReading reading;
    private final ReleasePasts pasts;
    private final ReleaseSheets sheets;
    private final Headlines headlines;
    private final Labels labels;
    private final Families families;
    private final FileViews files;
    private final GroupViews groups;
    private final ObjectProvider<WaitingToo> others;
    private final Clock clock;

    ReleaseScreens(
            ReleaseReading reading,
            ReleasePasts pasts,
            ReleaseSheets sheets,
            Headlines headlines,
            Labels labels,
            Families families,
            FileViews files,
            GroupViews groups,
            ObjectProvider<WaitingToo> others,
            Clock clock) {
        this.reading = reading;
        this.pasts = pasts;
        this.sheets = sheets;
        this.headlines = headlines;
        this.labels = labels;
        this.families = families;
        this.files = files;
        this.groups = groups;
        this.others = others;
        this.clock = clock;
    }

    /// What a supervisor typed on the page, and what came of it.
    ///
    /// @param finding `right` or `alone`
    record Tried(
            String reason,
            String finding,
            String words,
            @Nullable String problem,
            @Nullable String reasonError,
            @Nullable String wordsError) {
        static final Tried NOTHING = new Tried("", "", "", null, null, null);
    }

    ReleaseList list(Officer officer, PageContext page) {
        var lines = reading.waiting(officer).stream()
                .map(pending -> line(pending, officer, page))
                .flatMap(Optional::stream)
                .toList();
        return new ReleaseList(
                lines.stream().filter(line -> line.due() == null).toList(),
                lines.stream()
                        .filter(line -> line.due() != null)
                        .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.due())))
                        .toList(),
                others.orderedStream()
                        .flatMap(other -> other.lines(officer, page).stream())
                        .toList());
    }

    private Optional<ReleaseList.Line> line(Pending pending, Officer officer, PageContext page) {
        return reading.now(pending)
                .map(version -> new ReleaseList.Line(
                        path(pending),
                        headlines.marked(version.entry(), page.locale()),
                        headlines.type(version.entry().gist(), page.locale()),
                        pending.urgency(),
                        labels.of("urgency", pending.urgency(), page.locale()),
                        pending.reference().value(),
                        pasts.name(pending.writer()),
                        pending.since(),
                        pending.writer().equals(officer.id()),
                        pending.dueAt(),
                        pending.overdue(clock.instant())));
    }

    ReleaseScreen of(Opened opened, Tried tried, Officer officer, PageContext page) {
        var pending = opened.pending();
        var version = opened.message();
        var now = version == null ? null : sheet(version, opened, officer, page);
        var before = opened.returned();
        return new ReleaseScreen(
                path(pending),
                pending.reference().value(),
                pending.message().toString(),
                opened.writer().displayName(),
                pending.since(),
                now,
                now == null ? decided(pending, page) : null,
                pending.state() == ReleaseState.REVIEW_OWED,
                pending.dueAt(),
                pending.overdue(clock.instant()),
                opened.own(),
                opened.more(),
                points(opened, true, page),
                points(opened, false, page),
                now == null || before == null ? null : changes(sheet(before, opened, officer, page), now),
                version == null ? null : groups.of(version.group(), page),
                opened.opened().contains(Compartment.ATTACHMENTS)
                        ? files.toRelease(pending.message(), path(pending), page)
                        : List.of(),
                pasts.of(opened.steps(), page),
                Field.of("reason", page.text("release.reason"))
                        .value(tried.reason())
                        .hint(page.text("release.reason.hint"))
                        .error(tried.reasonError()),
                List.of(
                        Choice.of(
                                "right",
                                page.text("release.review.right"),
                                tried.finding().equals("right")),
                        Choice.of(
                                "alone",
                                page.text("release.review.alone"),
                                tried.finding().equals("alone"))),
                Field.of("words", page.text("release.review.words"))
                        .value(tried.words())
                        .hint(page.text("release.review.words.hint"))
                        .error(tried.wordsError()),
                tried.problem());
    }

    ReleaseSheet sheet(Opened.Version version, Opened opened, Officer officer, PageContext page) {
        return sheets.of(version.message(), version.entry(), opened.opened(), officer, page.locale());
    }

    String decided(Pending pending, PageContext page) {
        var name = pasts.name(pending.decidedBy());
        var at = page.time(pending.since());
        return switch (pending.state()) {
            case RETURNED -> page.text("release.decided.returned", "name", name, "time", at);
            case TAKEN_BACK -> page.text("release.decided.taken-back", "time", at);
            case RELEASED -> page.text("release.decided.released", "name", name, "time", at);
            case REVIEWED -> page.text("release.decided.reviewed", "name", name, "time", at);
            case AWAITING_RELEASE, REVIEW_OWED -> page.text("release.decided.waits");
        };
    }

    private List<String> points(Opened opened, boolean blocking, PageContext page) {
        return opened.breaches().stream()
                .filter(breach -> breach.blocks() == blocking)
                .map(breach -> point(breach, opened.pending(), page))
                .distinct()
                .toList();
    }

    private String point(Breach breach, Pending pending, PageContext page) {
        var family = families.of(pending.type());
        var label = FormFields.label(FormFields.of(breach.field(), family), family);
        var text = PointWords.of(breach, page);
        return label == null ? text : page.text("web.pair", "name", page.text(label), "value", text);
    }

    private static List<Change> changes(ReleaseSheet before, ReleaseSheet now) {
        return Change.between(all(before), all(now));
    }

    private static List<Fact> all(ReleaseSheet sheet) {
        return Stream.of(sheet.terms(), sheet.facts(), sheet.persons())
                .flatMap(List::stream)
                .toList();
    }

    private static String path(Pending pending) {
        return "/release/" + pending.message();
    }
}
