package org.enlace.node.operations;

import java.util.Arrays;
import java.util.List;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts alarms into words.
@Component
class AlarmLines {
    private final Topics topics;

    AlarmLines(Topics topics) {
        this.topics = topics;
    }

    AlarmLine of(Alarm alarm, PageContext page) {
        var kind = alarm.kind();
        return new AlarmLine(
                alarm.id(),
                kind.name(),
                page.text("operations.alarm." + kind.name()),
                about(alarm, page),
                facts(alarm.detail(), page),
                page.text("operations.do." + kind.name()),
                alarm.raisedAt(),
                alarm.lastAt(),
                alarm.times(),
                link(alarm),
                !kind.endsByItself());
    }

    private @Nullable String about(Alarm alarm, PageContext page) {
        var subject = alarm.subject().split(" ", -1);
        return switch (alarm.kind()) {
            case EQUIVOCATION, GAP, RECEIPT_MISMATCH, RECEIPT_UNKNOWN, QUARANTINE_FULL -> page.country(subject[0]);
            case QUARANTINED ->
                about(page.country(subject[0]), page.text("operations.reason." + subject[subject.length - 1]), page);
            case NOT_DELIVERED -> about(page.country(subject[subject.length - 1]), subject[0], page);
            case RECORDS_LOST, TOPIC_DENIED, PUBLISHING_REFUSED -> topic(alarm.subject(), page);
            case SENDING_STOPPED -> page.text("operations.stopped." + alarm.subject());
            case KEY_MISSING, WEBHOOK_PARKED, FIGURES_FAILED -> alarm.subject();
            case NOTICE_FAILED ->
                about(page.text("operations.notice." + subject[0]), subject[subject.length - 1], page);
            case OUTBOX_STUCK, DIRECTORY_REFUSED -> null;
        };
    }

    private String topic(String name, PageContext page) {
        return topics.find(name)
                .map(topic -> about(
                        page.country(topic.owner()),
                        page.text("operations.topic." + topic.subject().name()),
                        page))
                .orElse(name);
    }

    private static String about(String who, String what, PageContext page) {
        return page.text("web.pair", "name", who, "value", what);
    }

    private static List<AlarmLine.Fact> facts(String detail, PageContext page) {
        return Arrays.stream(detail.split(" ", -1))
                .map(fact -> fact.split("=", 2))
                .filter(fact -> fact.length == 2)
                .map(fact -> new AlarmLine.Fact(page.text("operations.fact." + fact[0]), value(fact[1], page)))
                .toList();
    }

    private static String value(String value, PageContext page) {
        return page.hasText("operations.why." + value) ? page.text("operations.why." + value) : value;
    }

    private static @Nullable String link(Alarm alarm) {
        var subject = alarm.subject().split(" ", -1);
        if (alarm.kind() == AlarmKind.QUARANTINED && subject.length == 2) {
            return QuarantineSearch.path(subject[0], subject[1], 0);
        }
        if (alarm.kind() == AlarmKind.WEBHOOK_PARKED) {
            return "/operations/webhooks";
        }
        return alarm.kind() == AlarmKind.QUARANTINE_FULL ? QuarantineSearch.path(subject[0], "", 0) : null;
    }
}
