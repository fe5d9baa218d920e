package org.enlace.node.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;

/// What is published of a year. The names stand in the database and in the API.
enum Table {
    SENT_BY_TYPE(Part.MESSAGES, "message-type", Form.FIXED),
    SENT_BY_URGENCY(Part.MESSAGES, "urgency", Form.FIXED),
    /// A message to three partners stands in three lines.
    SENT_BY_PARTNER(Part.MESSAGES, Table.COUNTRY, Form.SEVERAL),
    RECEIVED_BY_TYPE(Part.MESSAGES, "message-type", Form.FIXED),
    RECEIVED_BY_URGENCY(Part.MESSAGES, "urgency", Form.FIXED),
    RECEIVED_BY_PARTNER(Part.MESSAGES, Table.COUNTRY, Form.OPEN),
    DECLINED_HERE(Part.STEPS, "refusal-ground", Form.FIXED, Table.UNKNOWN),
    DECLINED_THERE(Part.STEPS, "refusal-ground", Form.FIXED, Table.UNKNOWN),
    PAUSED_HERE(Part.STEPS, "pause-reason", Form.FIXED, Table.UNKNOWN),
    PAUSED_THERE(Part.STEPS, "pause-reason", Form.FIXED, Table.UNKNOWN),
    RECALLED_HERE(Part.STEPS, "recall-reason", Form.FIXED, Table.UNKNOWN),
    RECALLED_THERE(Part.STEPS, "recall-reason", Form.FIXED, Table.UNKNOWN),
    ATTESTED_HERE(Part.STEPS, "", Form.FIXED, Table.TIMELY),
    ATTESTED_THERE(Part.STEPS, "", Form.FIXED, Table.TIMELY),
    CONSENT_HONOURED_HERE(Part.STEPS, "", Form.FIXED, Table.TIMELY),
    CONSENT_HONOURED_THERE(Part.STEPS, "", Form.FIXED, Table.TIMELY),
    PERSONS_BY_SEX(Part.PERSONS, "gender", Form.FIXED, Table.UNKNOWN),
    PERSONS_BY_AGE(Part.PERSONS, "age-band", Form.FIXED),
    PERSONS_BY_EXPLOITATION(Part.PERSONS, "palermo-purpose", Form.FIXED, Table.MORE, Table.UNKNOWN),
    PERSONS_BY_STATUS(Part.PERSONS, "trafficking-status", Form.FIXED),
    PERSONS_BY_DECIDING_BODY(Part.PERSONS, "deciding-body", Form.FIXED, Table.UNKNOWN),
    PERSONS_BY_REGION(Part.PERSONS, Table.COUNTRY, Form.FIXED, Table.REGIONS),
    /// Follows [#PERSONS_BY_REGION]: the same persons, more finely.
    PERSONS_BY_CITIZENSHIP(Part.PERSONS, Table.COUNTRY, Form.OPEN),
    PERSONS_BY_DESTINATION(Part.PERSONS, Table.COUNTRY, Form.OPEN),
    /// From country to country, `CO>PA`; a report of several legs stands in several lines.
    REPORTS_BY_ROUTE(Part.ROUTES, Table.ROUTE, Form.SEVERAL);

    static final String COUNTRY = "country";
    static final String ROUTE = "route";
    static final String UNKNOWN = "UNKNOWN";
    static final String MORE = "SEVERAL";
    static final String TIMELY = "IN_TIME LATE OPEN";
    /// As in the standard of the United Nations, M49: those of the Americas by themselves, the others by continent.
    static final String REGIONS = "005 013 021 029 002 142 150 009 XXA SEVERAL UNKNOWN";

    /// Under which heading it stands.
    enum Part {
        MESSAGES,
        STEPS,
        PERSONS,
        ROUTES
    }

    /// FIXED has all its lines always; the others list what is shown alone, and SEVERAL does not add up.
    enum Form {
        FIXED,
        OPEN,
        SEVERAL
    }

    private final Part part;
    private final String list;
    private final Form form;
    private final String more;

    Table(Part part, String list, Form form, String... more) {
        this.part = part;
        this.list = list;
        this.form = form;
        this.more = String.join(" ", more);
    }

    static Optional<Table> named(String name) {
        return Arrays.stream(values())
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    Part part() {
        return part;
    }

    /// Id of the code list of its lines, [#COUNTRY], [#ROUTE], or empty.
    String list() {
        return list;
    }

    boolean isOpen() {
        return form != Form.FIXED;
    }

    boolean addsUp() {
        return form != Form.SEVERAL;
    }

    /// In their order; none if only what is shown is listed.
    List<String> lines(CodeLists lists) {
        if (isOpen()) {
            return List.of();
        }
        var known = list.isEmpty() || list.equals(COUNTRY)
                ? Stream.<String>of()
                : lists.list(list).codes().stream().map(code -> code.code()).filter(this::counts);
        return Stream.concat(known, Arrays.stream(more.split(" ", -1)).filter(code -> !code.isEmpty()))
                .toList();
    }

    /// Whether it is a line that this version can name: another contact point may have written anything there.
    boolean knows(String line, CodeLists lists) {
        if (!isOpen()) {
            return lines(lists).contains(line);
        }
        return list.equals(ROUTE)
                ? line.matches("[A-Z]{2}>[A-Z]{2}")
                : line.matches("[A-Z]{2}|XX[AX]") || line.equals(MORE) || line.equals(UNKNOWN);
    }

    /// Messages between machines are no work of anybody, and who is no victim is not counted as one.
    private boolean counts(String code) {
        return switch (list) {
            case "message-type" -> Counted.TYPES.contains(code);
            case "trafficking-status" -> !code.equals("NotAVictimOfTrafficking");
            default -> true;
        };
    }
}
