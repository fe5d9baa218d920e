package org.enlace.node.oversight;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enlace.code.CodeLists;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Purpose;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.audit.AuditedEntry;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the audit log into words. It holds pseudonyms, ids and codes, so nothing about a person can get onto the page.
@Component
class AuditScreens {
    private static final String REFUSED = "REFUSED";

    private final AuditLog log;
    private final CodeLists lists;
    private final ZoneId zone;

    AuditScreens(AuditLog log, CodeLists lists, NodeSettings settings) {
        this.log = log;
        this.lists = lists;
        this.zone = settings.zone();
    }

    AuditScreen of(AuditSearch search, PageContext page) {
        var wrong = search.fromWrong() || search.untilWrong();
        var found = wrong
                ? List.<AuditedEntry>of()
                : log.list(search.filter(zone), search.beforeOrNewest(), AuditSearch.PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), AuditSearch.PAGE));
        return new AuditScreen(
                Field.of("officer", page.text("oversight.officer"))
                        .value(search.officer())
                        .hint(page.text("oversight.officer.hint")),
                Field.of("object", page.text("oversight.object"))
                        .value(search.object())
                        .hint(page.text("oversight.object.hint")),
                day("from", search.from(), search.fromWrong(), page),
                day("until", search.until(), search.untilWrong(), page),
                deeds(search.deed(), page),
                search.narrowed(),
                search.before() <= 0,
                shown.stream().map(entry -> line(entry, page)).toList(),
                found.size() > AuditSearch.PAGE ? search.older(shown.getLast().seq()) : null);
    }

    private static Field day(String name, String typed, boolean wrong, PageContext page) {
        return Field.of(name, page.text("oversight." + name))
                .value(typed)
                .error(wrong ? page.text("oversight.day.wrong") : null);
    }

    private static List<Choice> deeds(String chosen, PageContext page) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of(
                "", page.text("oversight.any-deed"), Deed.named(chosen).isEmpty()));
        for (var deed : Deed.values()) {
            choices.add(Choice.of(
                    deed.name(),
                    page.text("oversight.deed." + deed.name()),
                    deed.name().equals(chosen)));
        }
        return choices;
    }

    private AuditScreen.Line line(AuditedEntry audited, PageContext page) {
        var entry = audited.entry();
        var node = entry.actor().equals(AuditEntry.NODE);
        return new AuditScreen.Line(
                audited.seq(),
                audited.at(),
                node ? page.text("oversight.node") : entry.actor(),
                node,
                Deed.of(entry.action())
                        .map(deed -> page.text("oversight.deed." + deed.name()))
                        .orElse(entry.action()),
                entry.action(),
                entry.objectId(),
                purpose(entry.purpose(), page),
                outcome(entry.outcome(), page),
                !entry.outcome().equals(AuditEntry.DONE));
    }

    /// One of ours, or one that a sender allows and an officer stated.
    private @Nullable String purpose(@Nullable String code, PageContext page) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(Purpose.values())
                        .anyMatch(purpose -> purpose.name().equals(code))
                ? page.text("oversight.purpose." + code)
                : lists.list("purpose").label(code, page.locale());
    }

    private static String outcome(String code, PageContext page) {
        return switch (code) {
            case AuditEntry.DONE -> page.text("oversight.outcome.DONE");
            case REFUSED -> page.text("oversight.outcome.REFUSED");
            default -> code;
        };
    }
}
