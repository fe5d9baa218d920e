package org.enlace.node.intelligence;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.COUNTRIES;
import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.enlace.handling.Handling;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.ModusOperandiReport.Entity;
import org.enlace.message.ModusOperandiReport.PatternPart;
import org.enlace.message.ModusOperandiReport.PolicePart;
import org.enlace.node.access.Action;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;
import org.enlace.node.drafts.Prefilled;
import org.enlace.node.drafts.Question;
import org.springframework.stereotype.Component;

@Component
final class ModusOperandiFamily implements Family {
    private static final Card CRIME = Card.of(
            "crime",
            "compose.modus.crime",
            Question.of("acts", CHECKS, "compose.palermo.acts", "palermo-act"),
            Question.of("means", CHECKS, "compose.palermo.means", "palermo-means")
                    .hint("compose.palermo.means.hint"),
            Question.of("purposes", CHECKS, "compose.palermo.purposes", "palermo-purpose"),
            Question.of("exploitation", CHECKS, "compose.modus.exploitation", "exploitation"),
            Question.of("sectors", CHECKS, "compose.modus.sectors", "sector"),
            Question.of("venues", CHECKS, "compose.modus.venues", "venue"));
    private static final Card METHODS = Card.of(
            "methods",
            "compose.modus.methods",
            Question.of("recruitment", CHECKS, "compose.modus.recruitment", "recruitment-method"),
            Question.of("platforms", CHECKS, "compose.modus.platforms", "platform"),
            Question.of("relation", SELECT, "compose.modus.relation", "recruiter-relation"),
            Question.of("control", CHECKS, "compose.modus.control", "control-method"),
            Question.of("documentsAbuse", CHECKS, "compose.modus.documents", "document-use"),
            Question.of("payment", SELECT, "compose.modus.payment", "payment-means"),
            Question.of("profit", SELECT, "compose.modus.profit", "profit-band"),
            Question.of("linkedCrimes", CHECKS, "compose.modus.linked", "linked-crime"),
            Question.of("demand", SELECT, "compose.modus.demand", "demand-side"));
    private static final Card LESSONS = Card.of(
            "lessons",
            "compose.modus.lessons",
            Question.of("indicators", AREA, "compose.modus.indicators").hint("compose.modus.indicators.hint"),
            Question.of("countermeasure", AREA, "compose.modus.countermeasure"),
            Question.of("periodFrom", TEXT, "compose.period.from").hint("compose.period.hint"),
            Question.of("periodTo", TEXT, "compose.period.to").hint("compose.period.to.hint"),
            Question.of("geography", COUNTRIES, "compose.modus.geography"),
            Question.of("note", AREA, "compose.note").hint("compose.alert.what.hint"));
    private static final Card ENTITIES = Card.of("entities", "compose.modus.entities")
            .with(new Card.Group(
                    "entity",
                    "compose.modus.entity",
                    "compose.modus.add-entity",
                    List.of(
                            Question.of("kind", SELECT, "compose.modus.entity-kind", "person-role"),
                            Question.of("name", TEXT, "compose.modus.entity-name")
                                    .withholding(),
                            Question.of("country", COUNTRY, "compose.modus.entity-country"))));

    @Override
    public MessageType type() {
        return MessageType.MODUS_OPERANDI_REPORT;
    }

    @Override
    public Action writing() {
        return Action.WRITE_REPORT;
    }

    @Override
    public String title() {
        return "compose.title.modus";
    }

    @Override
    public List<Card> cards() {
        return List.of(CRIME, METHODS, LESSONS, ENTITIES);
    }

    @Override
    public List<Compartment> guarded() {
        return List.of(Compartment.POLICE);
    }

    @Override
    public List<Card> askingFor(Compartment part) {
        return part == Compartment.POLICE ? List.of(ENTITIES) : List.of();
    }

    @Override
    public Handling usualHandling() {
        return Reports.HANDLING;
    }

    @Override
    public Message assemble(Answers answers) {
        var indicators = Objects.requireNonNullElse(answers.text("indicators"), "");
        var pattern = new PatternPart(
                answers.all("acts"),
                answers.all("means"),
                answers.all("purposes"),
                answers.all("recruitment"),
                answers.all("platforms"),
                answers.text("relation"),
                answers.all("control"),
                answers.all("exploitation"),
                answers.all("sectors"),
                answers.all("venues"),
                answers.all("documentsAbuse"),
                answers.text("payment"),
                answers.text("profit"),
                answers.all("linkedCrimes"),
                answers.text("demand"),
                indicators
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                answers.text("countermeasure"),
                Reports.period(answers),
                answers.all("geography"),
                answers.text("note"));
        var entities = answers.each("entity").stream()
                .map(ModusOperandiFamily::entity)
                .flatMap(List::stream)
                .toList();
        return new ModusOperandiReport(pattern, entities.isEmpty() ? null : new PolicePart(entities));
    }

    private static List<Entity> entity(Answers answers) {
        var kind = answers.required("kind");
        answers.required("name");
        var name = answers.withheld("name");
        return name == null ? List.of() : List.of(new Entity(kind, name, answers.text("country")));
    }

    @Override
    public Optional<Map<String, List<String>>> typed(Message message, Prefilled form) {
        return message instanceof ModusOperandiReport report
                ? Optional.of(ReportForms.of(report, form))
                : Optional.empty();
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "pattern.acts", "acts",
                "pattern.means", "means",
                "pattern.purposes", "purposes",
                "pattern.note", "note",
                "pattern.countermeasure", "countermeasure",
                "pattern.indicatorsForFrontLine", "indicators",
                "pattern.period.to", "periodTo",
                "pattern.period", "periodFrom",
                "pattern", "lessons",
                "police", "entities");
    }
}
