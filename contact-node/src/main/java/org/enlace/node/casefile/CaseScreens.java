package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.enlace.message.Compartment;
import org.enlace.message.Mode;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseScreen.Bar;
import org.enlace.node.casefile.CaseScreen.Line;
import org.enlace.node.casefile.CaseScreen.Readers;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.groups.GroupSendings;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a case into the words of its reader.
@Component
class CaseScreens {
    private final Headlines headlines;
    private final Facts facts;
    private final Labels labels;
    private final HandlingWords handling;
    private final Reach reach;
    private final Offers offers;
    private final PermissionWords permissions;
    private final RemarkWords remarks;
    private final CaseTimelines timelines;
    private final CaseProgresses progresses;
    private final RecallCards recalls;
    private final VersionViews versions;
    private final CurrentDirectory directory;
    private final CaseReading reading;
    private final GroupSendings groups;

    CaseScreens(
            Headlines headlines,
            Facts facts,
            Labels labels,
            HandlingWords handling,
            Reach reach,
            Offers offers,
            PermissionWords permissions,
            RemarkWords remarks,
            CaseTimelines timelines,
            CaseProgresses progresses,
            RecallCards recalls,
            VersionViews versions,
            CurrentDirectory directory,
            CaseReading reading,
            GroupSendings groups) {
        this.headlines = headlines;
        this.reading = reading;
        this.groups = groups;
        this.facts = facts;
        this.labels = labels;
        this.handling = handling;
        this.reach = reach;
        this.offers = offers;
        this.permissions = permissions;
        this.remarks = remarks;
        this.timelines = timelines;
        this.progresses = progresses;
        this.recalls = recalls;
        this.versions = versions;
        this.directory = directory;
    }

    /// @param persons whether what is said about persons was opened
    CaseScreen of(CaseContents contents, boolean persons, PageContext page) {
        var open = contents.open();
        var reader = page.locale();
        var officer = Objects.requireNonNull(page.officer());
        var personParts = EnumSet.copyOf(CaseReading.PERSONS);
        personParts.remove(Compartment.ALERT);
        var offered = offers.of(open.entry(), open.standing(), contents.life().values(), officer, reader);
        return new CaseScreen(
                bar(open, offered, officer, reader),
                handling.lines(open.about(), reader),
                handling.condition(open.about(), reader),
                facts.asks(open.message(), reader),
                facts.summary(open, reader),
                persons ? facts.persons(open, reader) : null,
                reach.parts(officer, open).stream().anyMatch(personParts::contains),
                Gaps.words(reading.gaps(open.entry()), labels, reader),
                offers.mayAssess(open, officer),
                offers.mayCopy(open, officer),
                shut(open, reader),
                contents.messages().stream()
                        .map(message -> line(message, open.entry(), reader))
                        .toList(),
                timelines.of(open.entry(), contents.messages(), contents.events(), contents::ignored, reader),
                progress(
                        new CaseProgress(
                                open.entry(),
                                open.standing(),
                                contents.life(),
                                contents.recipients(),
                                contents.events()),
                        contents.events().size(),
                        page),
                offered.barred(),
                readers(open, officer, reader),
                permissions.of(open.entry(), reader),
                remarks.of(open, officer, reader),
                open.entry().digest(),
                writtenIn(open, reader),
                recalls.of(open.entry(), page),
                versions.card(open, persons, page),
                offers.mayExport(officer),
                groups.of(open.entry().id())
                        .map(sent -> new CaseScreen.Grouped(sent.name(), sent.members()))
                        .orElse(null));
    }

    /// @param seen how many events the page shows
    CaseScreen.Progress progress(CaseProgress now, int seen, PageContext page) {
        return progresses.of(now, seen, page);
    }

    CaseScreen.ConditionFirst condition(MessageEntry message, Condition condition, PageContext page) {
        return new CaseScreen.ConditionFirst(
                message.reference().value(),
                message.id().toString(),
                headlines.type(message.gist(), page.locale()),
                message.partner(),
                unit(message),
                condition.text(),
                condition.language());
    }

    CaseScreen.Behind behind(MessageEntry message, PageContext page) {
        return new CaseScreen.Behind(
                message.reference().value(),
                message.id().toString(),
                headlines.type(message.gist(), page.locale()),
                message.partner());
    }

    private @Nullable String writtenIn(OpenedMessage open, Locale reader) {
        var language = open.about().language();
        return language == null ? null : labels.of("language", language, reader);
    }

    private Bar bar(OpenedMessage open, Offers.Offered offered, Officer officer, Locale reader) {
        var entry = open.entry();
        var standing = open.standing();
        var reply = offers.reply(open, officer);
        return new Bar(
                headlines.of(entry, reader),
                entry.reference().value(),
                entry.id().toString(),
                headlines.type(entry.gist(), reader),
                entry.urgency(),
                labels.of("urgency", entry.urgency(), reader),
                entry.partner(),
                unit(entry),
                entry.side() == Side.SENT,
                entry.mode() == Mode.ACTUAL ? null : labels.of("mode", entry.mode(), reader),
                standing == null ? null : standing.item(),
                offered.open(),
                offered.note(),
                reply == null ? null : reply.name(),
                offers.mayCorrect(open, officer) ? entry.gist().type().name() : null,
                offers.mayAskToUse(open, officer));
    }

    private String unit(MessageEntry entry) {
        return directory.unit(entry.partner());
    }

    private List<String> shut(OpenedMessage open, Locale reader) {
        var lines = new ArrayList<String>();
        open.shut()
                .forEach((part, verdict) -> lines.add(labels.text(
                        reader,
                        verdict == Reach.Verdict.NOT_YET ? "casefile.shut.not-yet" : "casefile.shut.closed",
                        "part",
                        labels.of("compartment", part, reader))));
        return lines;
    }

    Line line(MessageEntry message, MessageEntry shown, Locale reader) {
        return new Line(
                message.id().toString(),
                headlines.of(message, reader),
                headlines.type(message.gist(), reader),
                message.side() == Side.SENT,
                message.partner(),
                message.storedAt(),
                message.id().equals(shown.id()));
    }

    private List<Readers> readers(OpenedMessage open, Officer officer, Locale reader) {
        var parts = new HashSet<Compartment>(open.shut().keySet());
        parts.addAll(reach.parts(officer, open));
        return parts.stream()
                .sorted()
                .map(part -> readers(open, officer, part, reader))
                .toList();
    }

    private Readers readers(OpenedMessage open, Officer officer, Compartment part, Locale reader) {
        var roles = new ArrayList<String>();
        reach.roles(officer, open.entry(), part, open.standing()).forEach((role, verdict) -> {
            var name = labels.of("role", role, reader);
            roles.add(
                    verdict == Reach.Verdict.OPEN ? name : labels.text(reader, "casefile.readers.later", "role", name));
        });
        return new Readers(
                labels.of("compartment", part, reader),
                roles.isEmpty() ? labels.text(reader, "casefile.readers.nobody") : String.join(", ", roles));
    }
}
