package org.enlace.node.intelligence;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.NUMBER;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;
import static org.enlace.node.drafts.Question.Kind.TICK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.handling.Handling;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.Place;
import org.enlace.message.Precision;
import org.enlace.message.RouteReport;
import org.enlace.node.access.Action;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;
import org.enlace.node.drafts.Prefilled;
import org.enlace.node.drafts.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class RouteReportFamily implements Family {
    private static final Card LEGS = Card.of("legs", "compose.route.legs")
            .with(new Card.Group(
                    "leg",
                    "compose.route.leg",
                    "compose.route.add-leg",
                    List.of(
                            Question.of("from.country", COUNTRY, "compose.route.from"),
                            Question.of("from.subdivision", TEXT, "compose.place.subdivision")
                                    .hint("compose.place.subdivision.hint"),
                            Question.of("from.locode", TEXT, "compose.place.locode")
                                    .hint("compose.place.locode.hint"),
                            Question.of("from.point", TEXT, "compose.place.point")
                                    .hint("compose.place.point.hint"),
                            Question.of("from.event", SELECT, "compose.route.event", "event-type"),
                            Question.of("to.country", COUNTRY, "compose.route.to"),
                            Question.of("to.subdivision", TEXT, "compose.place.subdivision")
                                    .hint("compose.place.subdivision.hint"),
                            Question.of("to.locode", TEXT, "compose.place.locode")
                                    .hint("compose.place.locode.hint"),
                            Question.of("to.point", TEXT, "compose.place.point").hint("compose.place.point.hint"),
                            Question.of("to.event", SELECT, "compose.route.event", "event-type"),
                            Question.of("mode", SELECT, "compose.route.mode", "transport-mode"),
                            Question.of("concealment", CHECKS, "compose.route.concealment", "concealment"),
                            Question.of("documents", CHECKS, "compose.route.documents", "document-use"),
                            Question.of("border", SELECT, "compose.route.border", "border-kind"),
                            Question.of("crossing", TEXT, "compose.route.crossing"),
                            Question.of("official", TICK, "compose.route.official"))));
    private static final Card EXTENT = Card.of(
            "extent",
            "compose.route.extent",
            Question.of("periodFrom", TEXT, "compose.period.from").hint("compose.period.hint"),
            Question.of("periodTo", TEXT, "compose.period.to").hint("compose.period.to.hint"),
            Question.of("volume", SELECT, "compose.route.volume", "volume-band"),
            Question.of("direction", SELECT, "compose.route.direction", "direction"),
            Question.of("active", TICK, "compose.route.active"),
            Question.of("confidence", SELECT, "compose.route.confidence", "confidence"),
            Question.of("victims", NUMBER, "compose.route.victims"),
            Question.of("cases", NUMBER, "compose.route.cases").hint("compose.route.cases.hint"),
            Question.of("note", AREA, "compose.note").hint("compose.alert.what.hint"));

    @Override
    public MessageType type() {
        return MessageType.ROUTE_REPORT;
    }

    @Override
    public Action writing() {
        return Action.WRITE_REPORT;
    }

    @Override
    public String title() {
        return "compose.title.route";
    }

    @Override
    public List<Card> cards() {
        return List.of(LEGS, EXTENT);
    }

    @Override
    public List<Compartment> guarded() {
        return List.of();
    }

    @Override
    public Handling usualHandling() {
        return Reports.HANDLING;
    }

    @Override
    public Message assemble(Answers answers) {
        return new RouteReport(
                answers.each("leg").stream().map(RouteReportFamily::leg).toList(),
                Reports.period(answers),
                answers.required("volume"),
                answers.text("direction"),
                answers.ticked("active"),
                answers.required("confidence"),
                new RouteReport.BasedOn(answers.number("victims", 0), answers.number("cases", 0)),
                answers.text("note"));
    }

    private static RouteReport.Leg leg(Answers leg) {
        var kind = leg.text("border");
        var border = kind == null ? null : new RouteReport.Border(leg.text("crossing"), kind, leg.ticked("official"));
        return new RouteReport.Leg(
                stop(leg, "from"),
                stop(leg, "to"),
                border,
                leg.required("mode"),
                leg.all("concealment"),
                leg.all("documents"),
                List.of());
    }

    private static RouteReport.Stop stop(Answers leg, String end) {
        var country = leg.required(end + ".country");
        var locode = leg.text(end + ".locode");
        var point = leg.point(end + ".point");
        var subdivision = leg.division(end + ".subdivision", country);
        var coarse = subdivision != null ? Precision.ADMIN1 : Precision.COUNTRY;
        var precision = point != null ? Precision.POINT : locode != null ? Precision.CITY : coarse;
        return new RouteReport.Stop(new Place(country, subdivision, locode, point, precision), event(leg, end));
    }

    private static @Nullable String event(Answers leg, String end) {
        return leg.text(end + ".event");
    }

    @Override
    public Optional<Map<String, List<String>>> typed(Message message, Prefilled form) {
        return message instanceof RouteReport report ? Optional.of(ReportForms.of(report, form)) : Optional.empty();
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "legs", "legs",
                "period", "periodFrom",
                "period.to", "periodTo",
                "volumeBand", "volume",
                "direction", "direction",
                "confidence", "confidence",
                "note", "note",
                "basedOn", "cases",
                "", "extent");
    }
}
