package org.enlace.node.remark;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.List;
import java.util.Map;
import org.enlace.message.Breach;
import org.enlace.message.Corroboration;
import org.enlace.message.Corroboration.SightingPart;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.RouteReport;
import org.enlace.node.access.Action;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Draft;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Wanted;
import org.enlace.person.PartialDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Goes to the owner and to all others who hold the message, unless its writer takes one of them out.
@Component
final class CorroborationFamily implements RemarkFamily {
    private static final List<Card> LEADING = List.of(Card.of(
            "sighting",
            "compose.sighting",
            Question.of("finding", RADIOS, "compose.sighting.finding", "sighting"),
            Question.of("periodFrom", TEXT, "compose.sighting.from").hint("compose.sighting.from.hint"),
            Question.of("periodTo", TEXT, "compose.sighting.to").hint("compose.sighting.to.hint"),
            Question.of("source", SELECT, "compose.handling.source", "source-reliability"),
            Question.of("accuracy", SELECT, "compose.handling.accuracy", "accuracy"),
            Question.of("note", AREA, "compose.note").hint("compose.alert.what.hint")));
    private static final Map<String, String> FIELDS = Map.of(
            "sighting", "sighting",
            "sighting.finding", "finding",
            "sighting.period", "periodFrom",
            "sighting.period.to", "periodTo",
            "sighting.note", "note",
            "about.handling", "sighting",
            "about.handling.evaluation", "source");
    /// Stands in while the field is empty; the misfit keeps the message from going.
    private static final PartialDate UNKNOWN = new PartialDate("1970");
    /// Likewise, for a draft that speaks of no message.
    private static final NodeId NOBODY = new NodeId("ZZ");

    private final RemarkChecks checks;

    CorroborationFamily(RemarkChecks checks) {
        this.checks = checks;
    }

    @Override
    public MessageType type() {
        return MessageType.CORROBORATION;
    }

    @Override
    public Action writing() {
        return Action.CORROBORATE;
    }

    @Override
    public String title() {
        return "compose.title.corroboration";
    }

    @Override
    public List<Card> leading() {
        return LEADING;
    }

    @Override
    public Map<String, List<String>> begun(OpenedMessage replied, @Nullable String holder) {
        var about = replied.entry();
        return Map.of(
                Draft.IN_REPLY_TO,
                List.of(checks.standing(about).toString()),
                Draft.OWNER,
                List.of(about.partner().value()),
                "recipients",
                checks.others(about).stream().map(NodeId::value).toList());
    }

    @Override
    public List<Breach> against(Wanted wanted, @Nullable MessageEntry replied) {
        return checks.corroborating(wanted, replied);
    }

    @Override
    public Message assemble(Answers answers) {
        var owner = answers.text(Draft.OWNER);
        var typed = answers.required("periodFrom");
        var from = typed.isEmpty() ? null : answers.partialDate("periodFrom");
        return new Corroboration(new SightingPart(
                owner == null ? NOBODY : new NodeId(owner),
                answers.required("finding"),
                new RouteReport.Period(from == null ? UNKNOWN : from, answers.partialDate("periodTo")),
                answers.text("note")));
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
