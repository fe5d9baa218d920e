package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.desk.Outcome.Unseen;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// One act on several items: each is decided by itself, by the same rules and in a transaction of its own, as if it had
/// been the only one; what became of each is said.
@Component
class Bulk {
    static final int ITEMS_MAX = 50;

    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final HandingOver handing;
    private final Takers takers;
    private final AccessRules rules;
    private final Headlines headlines;
    private final Labels labels;

    Bulk(
            DeskItems items,
            CaseFiles files,
            Reach reach,
            HandingOver handing,
            Takers takers,
            AccessRules rules,
            Headlines headlines,
            Labels labels) {
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.handing = handing;
        this.takers = takers;
        this.rules = rules;
        this.headlines = headlines;
        this.labels = labels;
    }

    interface Act {
        BulkLine on(UUID item);
    }

    /// What stands against doing anything at all.
    static List<Point> against(List<UUID> chosen) {
        if (chosen.isEmpty()) {
            return List.of(Point.NOTHING_CHOSEN);
        }
        return chosen.size() > ITEMS_MAX ? List.of(Point.TOO_MANY_CHOSEN) : List.of();
    }

    static List<BulkLine> each(List<UUID> chosen, Act act) {
        return new LinkedHashSet<>(chosen).stream().map(act::on).toList();
    }

    /// What this officer sees of what was chosen, before anything is done.
    List<BulkLine> chosen(List<UUID> chosen, PageContext page) {
        return each(chosen, id -> line(id, List.of(), "", page));
    }

    BulkLine line(UUID id, Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Done _ -> line(id, List.of("DONE"), page.text("desk.bulk.done"), page);
            case Taken(var by, var at, var state) ->
                line(
                        id,
                        List.of("TAKEN"),
                        page.text(
                                "desk.taken.text",
                                "name",
                                by,
                                "time",
                                page.clock(at),
                                "state",
                                labels.of("business-state", state, page.locale())),
                        page);
            case TooLate(var state) ->
                line(
                        id,
                        List.of("MOVED_ON"),
                        page.text("desk.late.text", "state", labels.of("business-state", state, page.locale())),
                        page);
            case Refused(var points) ->
                line(
                        id,
                        points.stream().map(Point::name).toList(),
                        String.join(
                                " ",
                                points.stream()
                                        .map(point -> StepErrors.text(point, "", page))
                                        .toList()),
                        page);
            case Unseen() -> line(id, List.of("NOT_THERE"), page.text("desk.bulk.not-there"), page);
        };
    }

    /// Asks a colleague to take it. It stays with who has it until then.
    ///
    /// @param to pseudonym of who shall take it
    BulkLine assign(UUID id, String to, String note, Officer officer, PageContext page) {
        var item = items.find(id);
        var message = item.flatMap(found -> files.find(found.message()));
        if (item.isEmpty() || message.filter(reach.sight(officer)::sees).isEmpty()) {
            return line(id, new Unseen(), page);
        }
        var owner = item.get().owner();
        var of = "";
        if (owner != null && !owner.equals(officer.id().value())) {
            if (!rules.mayOpen(officer, Action.KEEP_DUTY)) {
                return line(id, taken(item.get(), owner), page);
            }
            of = pseudonym(owner);
        }
        return switch (handing.offer(List.of(new HandingOver.Asked(id, to, note)), of, officer)) {
            case HandoverOutcome.Offered _ -> line(id, List.of("DONE"), page.text("desk.bulk.asked"), page);
            case HandoverOutcome.Refused(var wrongs) ->
                line(
                        id,
                        wrongs.stream().map(wrong -> wrong.point().name()).toList(),
                        String.join(
                                " ",
                                wrongs.stream()
                                        .map(wrong -> HandoverScreens.text(wrong.point(), page))
                                        .toList()),
                        page);
            case HandoverOutcome.Unseen() -> line(id, new Unseen(), page);
        };
    }

    /// Somebody else has it: only they, or a supervisor, pass it on.
    private Outcome taken(DeskItem item, String owner) {
        var at = item.takenAt();
        var by = takers.everyone().get(new OfficerId(owner));
        return at == null || by == null ? new TooLate(item.state()) : new Taken(by.displayName(), at, item.state());
    }

    private String pseudonym(String officer) {
        var known = takers.everyone().get(new OfficerId(officer));
        return known == null ? "-" : known.pseudonym();
    }

    private BulkLine line(UUID id, List<String> codes, String text, PageContext page) {
        var officer = page.officer();
        var seen = officer == null
                ? Optional.<MessageEntry>empty()
                : items.find(id).flatMap(item -> files.find(item.message())).filter(reach.sight(officer)::sees);
        return seen.map(message -> new BulkLine(
                        id,
                        message.reference().value(),
                        message.id().toString(),
                        headlines.of(message, page.locale()),
                        codes,
                        text))
                .orElseGet(() -> new BulkLine(id, "", "", "", codes, text));
    }

    /// Colleagues who may work on some case: who may take which item is decided item by item.
    List<Officer> colleagues() {
        var working = new ArrayList<>(takers.working());
        working.removeIf(one -> !rules.mayOpen(one, Action.WORK_CASES));
        return working;
    }
}
