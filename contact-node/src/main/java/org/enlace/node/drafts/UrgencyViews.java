package org.enlace.node.drafts;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.enlace.directory.Member;
import org.enlace.lifecycle.AnswerOwed;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// The four levels, each with the clock times that it means if the message went now: by the calendars of those who are
/// to receive it, the last of them where they differ.
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
        var named = draft.values().all("recipients");
        var recipients = directory.current().members().stream()
                .map(Member::code)
                .filter(code -> named.contains(code.value()))
                .toList();
        var choices = Arrays.stream(Urgency.values())
                .map(urgency -> new FormView.UrgencyChoice(
                        urgency.name(),
                        icon(urgency),
                        codes.label("urgency", urgency.name(), page.locale()),
                        page.text(meaning(urgency)),
                        deadline(urgency, family, recipients, page),
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

    private String deadline(Urgency urgency, Family family, List<NodeId> recipients, PageContext page) {
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
        var now = clock.instant();
        var all = (recipients.isEmpty() ? List.of(directory.code()) : recipients)
                .stream()
                        .flatMap(code -> Deadlines.of(urgency, owed, now, directory.calendar(code)).stream())
                        .toList();
        var acknowledge = last(all, Deadlines::acknowledge);
        var answer = last(all, Deadlines::answer);
        return acknowledge.isEmpty() || answer.isEmpty()
                ? page.text("compose.urgency.no-deadline")
                : page.text(
                        "compose.urgency.deadline",
                        "acknowledge",
                        page.time(acknowledge.get()),
                        "answer",
                        page.time(answer.get()));
    }

    private static Optional<Instant> last(List<Deadlines> all, Function<Deadlines, Instant> which) {
        return all.stream().map(which).max(Comparator.naturalOrder());
    }
}
