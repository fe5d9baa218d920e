package org.enlace.desk;

import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;
import static org.enlace.desk.DeskUnderTest.PA;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.enlace.envelope.Opened;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Corroboration;
import org.enlace.message.GeoPoint;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.Place;
import org.enlace.message.Precision;
import org.enlace.message.RouteReport;
import org.enlace.person.PartialDate;
import org.jspecify.annotations.Nullable;

/// Reports on routes as partners of Panama send them, and what they say about each other's.
final class ReportedRoutes {
    /// Towns are canaries: no leg that rests on a single case shows one.
    static final Place CUCUTA = new Place("CO", "CO-NSA", "COCUC", new GeoPoint(-72.5, 7.9), Precision.POINT);

    static final Place DAVID = new Place("PA", "PA-4", "PADAV", new GeoPoint(-82.4, 8.4), Precision.POINT);
    static final Place TAPACHULA = new Place("MX", "MX-CHP", "MXTAP", null, Precision.CITY);

    private final DeskUnderTest.Running node;

    ReportedRoutes(DeskUnderTest.Running node) {
        this.node = node;
    }

    static RouteReport.Leg leg(Place from, Place to, String mode) {
        return new RouteReport.Leg(
                new RouteReport.Stop(from, "Recruitment"),
                new RouteReport.Stop(to, "Transit"),
                null,
                mode,
                List.of(),
                List.of(),
                List.of());
    }

    static RouteReport report(int cases, String from, @Nullable String to, RouteReport.Leg... legs) {
        return new RouteReport(
                List.of(legs),
                new RouteReport.Period(new PartialDate(from), to == null ? null : new PartialDate(to)),
                "6-20",
                null,
                to == null,
                "MEDIUM",
                new RouteReport.BasedOn(7, cases),
                null);
    }

    static Corroboration notSeen(NodeId owner) {
        return new Corroboration(new Corroboration.SightingPart(
                owner, "NOT_SEEN", new RouteReport.Period(new PartialDate("2026-06"), null), "At the bridge"));
    }

    static Handling handling(HandlingCode code, String... caveats) {
        return new Handling(
                code,
                code == HandlingCode.H3 ? "Ask first" : null,
                Tlp.AMBER,
                Pap.AMBER,
                Evaluation.parse("B2"),
                Arrays.stream(caveats).map(Caveat::parse).toList());
    }

    /// Sent to Panama and Mexico.
    MessageId arrives(NodeId from, String reference, RouteReport report) {
        return arrives(from, reference, report, handling(HandlingCode.H0), Mode.ACTUAL);
    }

    MessageId arrives(NodeId from, String reference, RouteReport report, Handling handling, Mode mode) {
        var about = about(MessageType.ROUTE_REPORT, reference, handling, null, null);
        return arrives(from, report, about, mode, from.equals(MX) ? CO : MX);
    }

    /// Instead of what it said before.
    void corrects(NodeId from, String reference, MessageId before, RouteReport report) {
        var about = about(MessageType.ROUTE_REPORT, reference, handling(HandlingCode.H0), null, before);
        arrives(from, report, about, Mode.ACTUAL, from.equals(MX) ? CO : MX);
    }

    /// A holder of a report tells its owner and Panama.
    void says(NodeId holder, NodeId owner, String reference, MessageId report, Corroboration said) {
        var about = about(MessageType.CORROBORATION, reference, handling(HandlingCode.H0), report, null);
        arrives(holder, said, about, Mode.ACTUAL, owner);
    }

    private MessageId arrives(NodeId from, Message message, About about, Mode mode, NodeId... others) {
        var partner = node.partner(from);
        var recipients = new TreeSet<>(List.of(others));
        recipients.add(PA);
        var drawn = partner.header(Samples.route(), about, recipients);
        var header = Headers.meant(drawn, mode, about);
        var sealed = partner.sealed(header, message);
        if (node.partner(PA).open(sealed.envelope(), drawn.topic()) instanceof Opened(var opened)) {
            node.transaction().executeWithoutResult(_ -> node.handOver(opened));
            return opened.header().msgId();
        }
        throw new IllegalStateException("The envelope was refused");
    }

    private static About about(
            MessageType type,
            String reference,
            Handling handling,
            @Nullable MessageId inReplyTo,
            @Nullable MessageId supersedes) {
        return Samples.about(
                Samples.about(type, reference, Urgency.ROUTINE, ChildInvolved.NO, handling), inReplyTo, supersedes);
    }
}
