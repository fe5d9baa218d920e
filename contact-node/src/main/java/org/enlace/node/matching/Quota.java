package org.enlace.node.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.enlace.message.MatchAnswer;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.springframework.stereotype.Component;

/// About how many identifiers a partner may still ask here: what keeps anybody from trying out numbers. It is counted
/// by what is signed, for the whole contact point and not for one officer.
@Component
class Quota {
    private final ReceivedRows rows;
    private final MatchingSettings settings;

    Quota(ReceivedRows rows, MatchingSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    MatchAnswer.Quota left(NodeId partner, Mode mode, Instant now) {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var month = day.withDayOfMonth(1);
        var today = settings.perDay() - rows.counted(partner, mode, start(day));
        var thisMonth = settings.perMonth() - rows.counted(partner, mode, start(month));
        return new MatchAnswer.Quota(
                Math.max(0, today),
                Math.max(0, thisMonth),
                thisMonth <= today ? start(month.plusMonths(1)) : start(day.plusDays(1)));
    }

    static boolean allows(MatchAnswer.Quota left, int elements) {
        return elements <= left.today() && elements <= left.thisMonth();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
