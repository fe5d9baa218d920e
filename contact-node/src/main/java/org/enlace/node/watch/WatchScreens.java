package org.enlace.node.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.watch.Watched.Kind;
import org.enlace.node.watch.Watched.Reason;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts what is watched over into words.
@Component
class WatchScreens {
    private static final int OPEN_MAX = 100;
    private static final int REVIEWED_MAX = 50;

    private final WatchedEvents events;
    private final Reviewing reviewing;
    private final OfficerNames names;
    private final AccessRules rules;

    WatchScreens(WatchedEvents events, Reviewing reviewing, OfficerNames names, AccessRules rules) {
        this.events = events;
        this.reviewing = reviewing;
        this.names = names;
        this.rules = rules;
    }

    WatchScreen of(PageContext page) {
        var open = events.open(OPEN_MAX);
        var reviewed = events.reviewed(REVIEWED_MAX);
        var named = names.of(Stream.concat(open.stream(), reviewed.stream())
                .map(Watched::officer)
                .map(OfficerId::value)
                .distinct()
                .toList());
        return new WatchScreen(
                open.stream().map(event -> line(event, named, page)).toList(),
                reviewed.stream().map(event -> line(event, named, page)).toList());
    }

    private WatchScreen.Line line(Watched event, Map<String, String> named, PageContext page) {
        var reader = Objects.requireNonNull(page.officer());
        var own = event.officer().equals(reader.id());
        var review = event.review();
        return new WatchScreen.Line(
                event.id(),
                named.getOrDefault(event.officer().value(), ""),
                what(event, page),
                event.words(),
                event.begun(),
                event.due(),
                review == null && event.due().isBefore(page.now()),
                read(event, page),
                mayAgree(event, reader, page) && !own,
                event.agreedBy() != null,
                review == null && !own,
                review == null ? null : page.text(review.right() ? "watch.right" : "watch.not-right"),
                review == null ? "" : review.finding());
    }

    private boolean mayAgree(Watched event, Officer reader, PageContext page) {
        return event.kind() == Kind.GLASS
                && event.agreedBy() == null
                && page.now().isBefore(event.until())
                && rules.mayOpen(reader, Action.AGREE_GLASS);
    }

    private static String what(Watched event, PageContext page) {
        var text = page.text("watch.kind." + event.kind().name(), "case", String.valueOf(event.caseRef()));
        var reason = event.reason();
        return reason == null ? text : text + " " + page.text("watch.reason." + reason.name());
    }

    private List<String> read(Watched event, PageContext page) {
        var read = new LinkedHashSet<String>();
        for (var entry : reviewing.read(event)) {
            read.add(entry.action() + " " + entry.objectId());
        }
        var shown = new ArrayList<>(read.stream().limit(20).toList());
        if (read.size() > shown.size()) {
            shown.add(page.text("watch.read.more", "n", read.size() - shown.size()));
        }
        return shown;
    }

    static List<Choice> reasons(@Nullable Reason chosen, PageContext page) {
        return Arrays.stream(Reason.values())
                .map(reason -> Choice.of(reason.name(), page.text("watch.reason." + reason.name()), reason == chosen))
                .toList();
    }
}
