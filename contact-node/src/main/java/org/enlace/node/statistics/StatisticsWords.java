package org.enlace.node.statistics;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.enlace.node.casefile.Labels;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Lines, tables and the method in the words of a reader.
@Component
class StatisticsWords {
    private static final int NOTES = 11;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final Set<String> OWN = Set.of(Table.UNKNOWN, Table.MORE, "IN_TIME", "LATE", "OPEN");

    private final Labels labels;

    StatisticsWords(Labels labels) {
        this.labels = labels;
    }

    String title(Table table, PageContext page) {
        return page.text("statistics.table." + table);
    }

    static String title(PaceKind kind, PageContext page) {
        return page.text("statistics.pace." + kind);
    }

    /// @param code `2026-Q3`
    static String quarter(String code, PageContext page) {
        return page.text("statistics.quarter", "n", String.valueOf(Period.quarter(code)));
    }

    String line(Table table, String code, PageContext page) {
        if (OWN.contains(code)) {
            return page.text("statistics.line." + code);
        }
        return switch (table.list()) {
            case Table.COUNTRY -> country(code, page);
            case Table.ROUTE -> {
                var ends = code.split(">", 2);
                yield page.text("statistics.route", "from", country(ends[0], page), "to", country(ends[1], page));
            }
            default -> labels.of(table.list(), code, page.locale());
        };
    }

    private String country(String code, PageContext page) {
        return code.startsWith("XX") ? labels.country(code, page.locale()) : page.country(code);
    }

    String urgency(Enum<?> urgency, PageContext page) {
        return labels.of("urgency", urgency, page.locale());
    }

    static String figure(int figure, PageContext page) {
        return page.text("statistics.figure", "n", figure);
    }

    static String span(int minutes, PageContext page) {
        if (minutes < 2 * HOUR) {
            return page.text("statistics.minutes", "n", minutes);
        }
        return minutes < 2 * DAY
                ? page.text("statistics.hours", "n", minutes / HOUR)
                : page.text("statistics.days", "n", minutes / DAY);
    }

    static String percent(int share, PageContext page) {
        return page.text("statistics.percent", "n", share);
    }

    /// How the figures came about, and what they leave out.
    static List<String> method(PageContext page) {
        return IntStream.rangeClosed(1, NOTES)
                .mapToObj(note ->
                        page.text("statistics.method." + note, "from", Protection.SHOWN_FROM, "step", Protection.STEP))
                .toList();
    }
}
