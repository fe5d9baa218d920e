package org.enlace.node.drafts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.message.About;
import org.enlace.message.Breach;
import org.enlace.message.Compartments;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.CaseScreen;
import org.enlace.node.casefile.Change;
import org.enlace.node.casefile.ReleaseSheet;
import org.enlace.node.groups.GroupChoice;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API answers about messages that need a second person.
@Component
class ReleaseAnswers {
    private final ReleaseScreens screens;
    private final Officers officers;
    private final JsonMapper json;
    private final Clock clock;

    ReleaseAnswers(ReleaseScreens screens, Officers officers, JsonMapper json, Clock clock) {
        this.screens = screens;
        this.officers = officers;
        this.json = json;
        this.clock = clock;
    }

    Item item(Pending pending, Officer officer) {
        return new Item(
                pending.message().value().toString(),
                pending.reference().value(),
                pending.type().name(),
                pending.urgency().name(),
                pending.state(),
                pending.since(),
                pending.dueAt(),
                pending.overdue(clock.instant()),
                pseudonym(pending.writer()),
                pending.decidedBy() == null ? null : pseudonym(pending.decidedBy()),
                pending.writer().equals(officer.id()));
    }

    State state(Pending pending, List<ReleaseStep> steps, Officer officer) {
        return new State(item(pending, officer), steps(steps));
    }

    Whole whole(Opened opened, Officer officer, PageContext page) {
        var version = opened.message();
        var screen = screens.of(opened, ReleaseScreens.Tried.NOTHING, officer, page);
        var sheet = screen.sheet();
        var content = new TreeMap<String, JsonNode>();
        if (version != null) {
            Compartments.split(version.message().message()).forEach((part, bytes) -> {
                if (opened.opened().contains(part)) {
                    content.put(part.name(), json.readTree(bytes));
                }
            });
        }
        return new Whole(
                item(opened.pending(), officer),
                version == null ? null : version.message().about(),
                version == null ? List.of() : List.copyOf(version.message().recipients()),
                version == null ? null : version.group(),
                content,
                sheet == null
                        ? List.of()
                        : sheet.readers().stream().map(ReleaseAnswers::desk).toList(),
                words(opened, true, page),
                words(opened, false, page),
                screen.changes() == null ? List.of() : screen.changes(),
                steps(opened.steps()));
    }

    private static Desk desk(ReleaseSheet.Desk desk) {
        return new Desk(desk.code(), desk.parts());
    }

    private static List<Problem.Wrong> words(Opened opened, boolean blocking, PageContext page) {
        return MessagesApi.words(
                opened.breaches().stream()
                        .filter(breach -> breach.blocks() == blocking)
                        .toList(),
                page);
    }

    static List<Problem.Wrong> against(List<Breach> breaches, PageContext page) {
        return MessagesApi.words(breaches.stream().filter(Breach::blocks).toList(), page);
    }

    private List<Past> steps(List<ReleaseStep> steps) {
        return steps.stream()
                .map(step -> new Past(step.kind().name(), pseudonym(step.officer()), step.at(), step.words()))
                .toList();
    }

    String pseudonym(OfficerId officer) {
        return officers.find(officer).map(Officer::pseudonym).orElse("");
    }

    /// @param due of the review; null where none is owed
    /// @param writer pseudonym, likewise `decidedBy`
    /// @param own whether it is the caller's own work, which somebody else decides about
    record Item(
            String message,
            String caseReference,
            String type,
            String urgency,
            ReleaseState state,
            Instant since,
            @Nullable Instant due,
            boolean overdue,
            String writer,
            @Nullable String decidedBy,
            boolean own) {}

    record State(Item item, List<Past> history) {}

    /// @param group the sharing group that it is addressed to as a whole, as it was chosen
    /// @param content the parts that were opened
    /// @param readers who will be able to open which part, in the language asked for
    /// @param against what keeps it from leaving now
    /// @param changes since the version that was returned last
    record Whole(
            Item item,
            @Nullable About about,
            List<NodeId> recipients,
            @Nullable GroupChoice group,
            Map<String, JsonNode> content,
            List<Desk> readers,
            List<Problem.Wrong> against,
            List<Problem.Wrong> doubts,
            List<Change> changes,
            List<Past> history) {}

    record Desk(NodeId code, List<CaseScreen.Readers> parts) {}

    /// @param words as they were typed
    record Past(
            String kind, String by, Instant at, @Nullable String words) {}
}
