package org.enlace.node.operations;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.directory.TopicSubject;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Quarantine;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.exchange.QuarantineReason.NextStep;
import org.enlace.node.exchange.Quarantined;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts the quarantine into words.
@Component
class QuarantineScreens {
    private final Quarantine quarantine;
    private final CurrentDirectory directory;
    private final Topics topics;

    QuarantineScreens(Quarantine quarantine, CurrentDirectory directory, Topics topics) {
        this.quarantine = quarantine;
        this.directory = directory;
        this.topics = topics;
    }

    QuarantineScreen of(QuarantineSearch search, PageContext page) {
        var filter = search.filter();
        long all = quarantine.count(filter);
        int at = search.page();
        boolean more = all > (at + 1L) * QuarantineSearch.PAGE;
        return new QuarantineScreen(
                quarantine.list(filter, at, QuarantineSearch.PAGE).stream()
                        .map(record -> line(record, page))
                        .toList(),
                all,
                !search.member().isEmpty() || !search.reason().isEmpty(),
                members(search.member(), page),
                reasons(search.reason(), page),
                at + 1,
                Math.max(1, Math.ceilDiv(all, QuarantineSearch.PAGE)),
                at == 0 ? null : search.path(at - 1),
                more ? search.path(at + 1) : null);
    }

    Optional<QuarantinedLine> find(UUID id, PageContext page) {
        return quarantine.find(id).map(record -> line(record, page));
    }

    private QuarantinedLine line(Quarantined record, PageContext page) {
        var reason = record.reason();
        return new QuarantinedLine(
                record.id().toString(),
                reason.name(),
                page.text("operations.reason." + reason.name()),
                page.text("operations.means." + reason.name()),
                reason.nextStep(),
                page.text("operations.next." + reason.nextStep().name()),
                heat(reason.nextStep()),
                page.country(record.claimed()),
                topics.subject(record.topic())
                        .map(subject -> subject(subject, page))
                        .orElse(page.text("operations.topic.unknown")),
                page.text("operations.bytes", "n", record.bytes()),
                record.digest(),
                record.offset(),
                record.at());
    }

    private static String subject(TopicSubject subject, PageContext page) {
        return page.text("operations.topic." + subject.name());
    }

    private static String heat(NextStep step) {
        return switch (step) {
            case CALL_THE_MEMBER_AND_THE_SECRETARIAT -> "IMMEDIATE";
            case REPORT_TO_THE_BROKER_AND_THE_MEMBER, TRY_AGAIN -> "URGENT";
            case TELL_THE_MEMBER -> "NORMAL";
            case WAIT_FOR_DIRECTORY, WAIT_FOR_EARLIER -> "ROUTINE";
        };
    }

    private List<Choice> members(String chosen, PageContext page) {
        return choices(
                chosen,
                page.text("operations.filter.any-member"),
                directory.partners().stream()
                        .map(partner -> choice(partner.code().value(), page.country(partner.code()), chosen))
                        .toList(),
                page);
    }

    private static List<Choice> reasons(String chosen, PageContext page) {
        return choices(
                chosen,
                page.text("operations.filter.any-reason"),
                Arrays.stream(QuarantineReason.values())
                        .map(reason -> choice(reason.name(), page.text("operations.reason." + reason.name()), chosen))
                        .toList(),
                page);
    }

    private static List<Choice> choices(String chosen, String any, List<Choice> others, PageContext page) {
        var sorted = new ArrayList<Choice>();
        sorted.add(Choice.of("", any, chosen.isEmpty()));
        var words = Collator.getInstance(page.locale());
        others.stream().sorted(Comparator.comparing(Choice::label, words)).forEach(sorted::add);
        return sorted;
    }

    private static Choice choice(String value, String label, String chosen) {
        return Choice.of(value, label, value.equals(chosen));
    }
}
