package org.enlace.node.drafts;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import org.enlace.lifecycle.AnswerOwed;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.Urgency;
import org.enlace.lifecycle.WorkingCalendar;
import org.enlace.message.MessageType;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// The four levels, each with the clock times that it means if the message went now.
@Component
final class UrgencyViews {
    private final Codes codes;
    private final CurrentDirectory directory;
    private final Clock clock;

    UrgencyViews(Codes codes, CurrentDirectory directory, Clock clock) {
        this.codes = codes;
        this.directory = directory;
        this.clock = clock;
    }

    FormView.Urgencies of(int number, Draft draft, Family family, FormViews.Look look, PageContext page) {
        var chosen = draft.values().one("urgency");
        var choices = Arrays.stream(Urgency.values())
                .map(urgency -> new FormView.UrgencyChoice(
                        urgency.name(),
                        icon(urgency),
                        codes.label("urgency", urgency.name(), page.locale()),
                        page.text(meaning(urgency)),
                        deadline(urgency, family, page),
                        urgency.name().equals(chosen)))
                .toList();
        var reason = Field.of("urgencyReason", page.text("compose.urgency.reason"))
                .value(draft.values().raw("urgencyReason"))
                .error(look.error("urgencyReason"));
        return new FormView.Urgencies(
                number,
                choices,
                reason,
                codes.choices("child-involved", page.locale(), draft.values().all("child")),
                look.error("urgency") == null ? look.error("child") : look.error("urgency"));
    }

    private static String meaning(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> "compose.urgency.immediate";
            case URGENT -> "compose.urgency.urgent";
            case NORMAL -> "compose.urgency.normal";
            case ROUTINE -> "compose.urgency.routine";
        };
    }

    static String icon(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> "siren";
            case URGENT -> "triangle-alert";
            case NORMAL -> "flag";
            case ROUTINE -> "inbox";
        };
    }

    private String deadline(Urgency urgency, Family family, PageContext page) {
        if (family.replies()
                && family.type() != MessageType.USE_PERMISSION_REQUEST
                && family.type() != MessageType.PROPOSAL) {
            return page.text("compose.urgency.no-deadline");
        }
        var owed = switch (family.type()) {
            case VICTIM_ASSISTANCE_REQUEST -> AnswerOwed.VICTIM_CARE;
            case VICTIM_REFERRAL -> AnswerOwed.SERVICES;
            case USE_PERMISSION_REQUEST -> AnswerOwed.PERMISSION;
            case PROPOSAL -> AnswerOwed.PROPOSAL;
            case IDENTITY_VERIFICATION -> AnswerOwed.IDENTITY;
            default -> AnswerOwed.INFORMATION;
        };
        var zone = ZoneId.of(directory.self().contact().zone());
        return Deadlines.of(urgency, owed, clock.instant(), WorkingCalendar.weekdays(zone))
                .map(deadlines -> page.text(
                        "compose.urgency.deadline",
                        "acknowledge",
                        page.time(deadlines.acknowledge()),
                        "answer",
                        page.time(deadlines.answer())))
                .orElseGet(() -> page.text("compose.urgency.no-deadline"));
    }
}
