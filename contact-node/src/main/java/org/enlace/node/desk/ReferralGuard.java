package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.List;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.ReturnAssessments;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.person.RiskLevel;
import org.springframework.stereotype.Component;

/// Whether a referral may be taken on: the conditions under which it may be sent hold here too, and a return is
/// assessed by both sides.
@Component
class ReferralGuard {
    private final CaseReading reading;
    private final ReturnAssessments assessments;

    ReferralGuard(CaseReading reading, ReturnAssessments assessments) {
        this.reading = reading;
        this.assessments = assessments;
    }

    List<Point> against(MessageEntry message) {
        var points = new ArrayList<Point>();
        if (!reading.gaps(message).isEmpty()) {
            points.add(Point.REFERRAL_INCOMPLETE);
        }
        if (ReturnAssessments.isDue(message)) {
            var found = assessments.of(message);
            if (found.isEmpty()) {
                points.add(Point.RETURN_NOT_ASSESSED);
            } else if (found.get().level() == RiskLevel.HIGH && reading.concernsChild(message)) {
                points.add(Point.RETURN_RISK_HIGH);
            }
        }
        return points;
    }
}
