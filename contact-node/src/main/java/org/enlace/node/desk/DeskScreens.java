package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Reach;
import org.enlace.node.desk.DeskScreen.Group;
import org.enlace.node.desk.DeskScreen.Preview;
import org.enlace.node.desk.DeskScreen.Row;
import org.enlace.node.duty.DutyRoster;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts the desk into the words of its reader, in the same number of queries however much waits.
@Component
class DeskScreens {
    static final int PAGE = 50;

    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final DeskRows rows;
    private final DeskPreviews previews;
    private final DeskNetwork network;
    private final DutyRoster roster;
    private final OfficerNames names;
    private final ShiftEnds ends;

    DeskScreens(
            DeskItems items,
            CaseFiles files,
            Reach reach,
            DeskRows rows,
            DeskPreviews previews,
            DeskNetwork network,
            DutyRoster roster,
            OfficerNames names,
            ShiftEnds ends) {
        this.ends = ends;
        this.roster = roster;
        this.names = names;
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.rows = rows;
        this.previews = previews;
        this.network = network;
    }

    /// @param chosen the item to preview, null for none
    /// @param number of the page of the list, from 0
    @Transactional
    public DeskScreen of(DeskView view, @Nullable UUID chosen, int number, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var waiting = list(view, officer, number, page);
        var preview = chosen == null ? null : preview(chosen, page).orElse(null);
        return new DeskScreen(
                view,
                items.counts(reach.sight(officer), officer.id(), page.now()),
                groups(waiting.subList(0, Math.min(PAGE, waiting.size())), page),
                preview,
                preview == null ? null : chosen,
                network.now(),
                onDuty(page),
                shiftEnds(officer, page),
                number,
                waiting.size() > PAGE,
                page.now());
    }

    /// What one item says, as far as the officer may read it; empty if there is none for this officer.
    @Transactional
    public Optional<Preview> preview(UUID item, PageContext page) {
        return items.find(item).flatMap(found -> previews.of(found, page));
    }

    private String shiftEnds(Officer officer, PageContext page) {
        var end = ends.of(officer.id(), page.now());
        var held = end.isEmpty() ? 0 : ends.held(officer).size();
        return held == 0
                ? ""
                : page.text(
                        end.orElseThrow().isAfter(page.now()) ? "desk.shift.ends" : "desk.shift.ended",
                        "time",
                        page.time(end.orElseThrow()),
                        "n",
                        held);
    }

    private String onDuty(PageContext page) {
        var now = roster.at(page.now());
        var named = names.of(now.stream().map(shift -> shift.officer().value()).toList());
        return now.stream()
                .map(shift -> page.text(
                        "desk.duty.until",
                        "name",
                        named.getOrDefault(shift.officer().value(), ""),
                        "time",
                        page.time(shift.ends())))
                .collect(Collectors.joining(", "));
    }

    /// One more than fits on a page, to know whether there is another.
    private List<DeskItem> list(DeskView view, Officer officer, int number, PageContext page) {
        return items.list(view, reach.sight(officer), officer.id(), page.now(), number * PAGE, PAGE + 1);
    }

    private List<Group> groups(List<DeskItem> shown, PageContext page) {
        var messages = files.find(shown.stream().map(DeskItem::message).toList());
        var words = rows.words(shown, page);
        var groups = new EnumMap<Heat, List<Row>>(Heat.class);
        for (var item : shown) {
            var message = Objects.requireNonNull(messages.get(item.message()));
            groups.computeIfAbsent(Heat.of(item, message, page.now()), _ -> new ArrayList<>())
                    .add(rows.of(item, message, words, page));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
