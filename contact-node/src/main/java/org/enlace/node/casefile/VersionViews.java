package org.enlace.node.casefile;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.enlace.message.Compartment;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was corrected, in the words of the reader: what changed, why, who has it, and what was said before.
@Component
class VersionViews {
    private final VersionReading reading;
    private final Facts facts;
    private final Headlines headlines;
    private final Labels labels;
    private final Deliveries deliveries;
    private final AccessRules rules;

    VersionViews(
            VersionReading reading,
            Facts facts,
            Headlines headlines,
            Labels labels,
            Deliveries deliveries,
            AccessRules rules) {
        this.reading = reading;
        this.facts = facts;
        this.headlines = headlines;
        this.labels = labels;
        this.deliveries = deliveries;
        this.rules = rules;
    }

    /// @param persons whether what is said about persons is shown; then what changed in that is marked
    /// @return null if it was never corrected
    VersionScreen.@Nullable Card card(OpenedMessage open, boolean persons, PageContext page) {
        var all = reading.of(open.entry());
        if (all.isEmpty()) {
            return null;
        }
        var newest = all.getLast();
        var wanted = EnumSet.copyOf(open.opened());
        var officer = Objects.requireNonNull(page.officer());
        var before = reading.older(open, newest.number() - 1, officer, wanted);
        return new VersionScreen.Card(
                page.text(
                        "casefile.versions.corrected",
                        "time",
                        page.time(newest.storedAt()),
                        "reason",
                        reason(newest, page)),
                read(open.entry(), newest, page),
                newest.unread(open.entry().side()) && rules.mayOpen(officer, Action.WORK_CASES)
                        ? "/messages/" + open.entry().id() + "/versions/" + newest.number() + "/read"
                        : null,
                Change.between(shown(before, persons, page), shown(open, persons, page)),
                all.reversed().stream().map(one -> line(open, one, page)).toList());
    }

    private @Nullable String read(MessageEntry message, Version newest, PageContext page) {
        var at = newest.readAt();
        var by = newest.readBy();
        if (message.side() == Side.SENT) {
            return null;
        }
        return at == null || by == null
                ? page.text("casefile.versions.unread")
                : page.text("casefile.versions.read", "desk", by, "time", page.time(at));
    }

    private List<Fact> shown(OpenedMessage open, boolean persons, PageContext page) {
        return persons ? facts.persons(open, page.locale()) : facts.summary(open, page.locale());
    }

    private VersionScreen.Line line(OpenedMessage open, Version version, PageContext page) {
        var newest = reading.of(open.entry()).size() == version.number();
        return new VersionScreen.Line(
                page.text(
                        "casefile.versions.line",
                        "n",
                        version.number(),
                        "desk",
                        version.desk(),
                        "time",
                        page.time(version.sentAt())),
                version.reason() == null ? null : reason(version, page),
                newest ? null : "/messages/" + open.entry().id() + "/versions/" + version.number(),
                open.entry().side() == Side.SENT && version.number() > 1
                        ? deliveries.of(version.given()).stream()
                                .map(way -> page.text(
                                        "web.pair",
                                        "name",
                                        page.country(way.recipient()),
                                        "value",
                                        labels.of("transport-state", way.state(), page.locale())))
                                .toList()
                        : List.of());
    }

    private String reason(Version version, PageContext page) {
        var code = version.reason();
        return code == null ? "" : labels.of("correction-reason", code, page.locale());
    }

    /// One that another took the place of.
    VersionScreen old(OpenedMessage open, int number, boolean persons, PageContext page) {
        var all = reading.of(open.entry());
        var personal = EnumSet.complementOf(EnumSet.of(Compartment.ALERT));
        personal.retainAll(open.parts());
        personal.removeAll(open.shut().keySet());
        return new VersionScreen(
                open.entry().reference().value(),
                CaseAddress.of(open.entry()),
                headlines.marked(open.entry(), page.locale()),
                page.text("casefile.version.title", "n", number, "all", all.size()),
                line(open, all.get(number - 1), page).text(),
                facts.summary(open, page.locale()),
                persons ? facts.persons(open, page.locale()) : null,
                persons || personal.isEmpty()
                        ? null
                        : "/messages/" + open.entry().id() + "/versions/" + number + "?persons=true");
    }
}
