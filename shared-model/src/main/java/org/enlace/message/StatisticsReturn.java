package org.enlace.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlace.directory.ContactPoint;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// What a contact point published of a year, returned to the Secretariat: numbers of groups, as its release rule let
/// them through once and for all. A correction takes tables back and never brings another number.
///
/// @param state whose figures these are; its sender
/// @param year calendar year by the local time of the state
/// @param releasedAt when they were published there
/// @param withdrawn names of tables, and of what was timed, that a correction takes back; none of them stands in it
/// @param paces how long things took
public record StatisticsReturn(
        NodeId state, int year, Instant releasedAt, List<Table> tables, List<String> withdrawn, List<Pace> paces)
        implements Message {

    public StatisticsReturn {
        tables = tables == null ? List.of() : List.copyOf(tables);
        withdrawn = withdrawn == null ? List.of() : List.copyOf(withdrawn);
        paces = paces == null ? List.of() : List.copyOf(paces);
    }

    /// The header of a return, which may be passed on in the whole community.
    ///
    /// @param officer pseudonym of who sends it
    /// @param supersedes the version that it corrects, if any
    /// @param reason with it, code of list `correction-reason`
    public static About about(String officer, @Nullable MessageId supersedes, @Nullable String reason) {
        return new About(
                MessageType.STATISTICS_RETURN,
                About.SCHEMA_VERSION,
                Map.of(),
                null,
                null,
                null,
                supersedes,
                reason,
                Urgency.ROUTINE,
                null,
                new Handling(HandlingCode.H0, null, Tlp.GREEN, Pap.CLEAR, null, List.of()),
                List.of(),
                List.of(),
                null,
                "SUPERVISOR",
                officer,
                ContactPoint.SECRETARIAT,
                List.of(),
                ChildInvolved.NO,
                null,
                null,
                null,
                MessageType.STATISTICS_RETURN.name());
    }

    @Override
    public MessageType type() {
        return MessageType.STATISTICS_RETURN;
    }

    /// @param name such as `PERSONS_BY_SEX`; a reader leaves alone what it does not know
    /// @param total null if it is not shown, or if the lines do not add up to one
    /// @param lines those that are shown, and those of which is only said that they are not
    public record Table(String name, @Nullable Integer total, List<Line> lines) {

        public Table {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /// How long something took in a quarter, of at least eleven.
    ///
    /// @param name of what was timed, such as `ACKNOWLEDGED_HERE`; a reader leaves alone what it does not know
    /// @param quarter of the year, from 1
    /// @param medianMinutes half of them took no longer; rounded to five minutes, from two hours to an hour,
    /// from two days to a day
    /// @param ninetiethMinutes nine of ten took no longer; likewise
    /// @param overduePercent of a hundred that were due, a multiple of five; null if there was no clock, or too few
    public record Pace(
            String name,
            int quarter,
            Urgency urgency,
            int medianMinutes,
            int ninetiethMinutes,
            @Nullable Integer overduePercent) {}

    /// @param code of the code list that the table is about
    /// @param figure 0, or a multiple of five from 15 on; null if it is not shown
    public record Line(String code, @Nullable Integer figure) {}
}
