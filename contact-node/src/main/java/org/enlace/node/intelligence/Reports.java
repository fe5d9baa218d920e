package org.enlace.node.intelligence;

import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.message.RouteReport;
import org.enlace.node.drafts.Answers;
import org.enlace.person.PartialDate;

/// What both kinds of report share.
final class Reports {
    static final Handling HANDLING = new Handling(HandlingCode.H0, null, Tlp.AMBER, Pap.AMBER, null, List.of());

    /// Stands in while the field is empty; the misfit keeps the message from going.
    private static final PartialDate UNKNOWN = new PartialDate("1970");

    private Reports() {}

    static RouteReport.Period period(Answers answers) {
        var typed = answers.required("periodFrom");
        var from = typed.isEmpty() ? null : answers.partialDate("periodFrom");
        return new RouteReport.Period(from == null ? UNKNOWN : from, answers.partialDate("periodTo"));
    }
}
