package org.enlace.node.alert;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.MOMENT;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.handling.Handling;
import org.enlace.message.CaseAlert;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Children;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.node.access.Action;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;
import org.enlace.node.drafts.People;
import org.enlace.node.drafts.Places;
import org.enlace.node.drafts.Prefilled;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class CaseAlertFamily implements Family {
    private static final Card HAPPENING = Card.of(
            "happening",
            "compose.alert.happening",
            Question.of("alertKind", SELECT, "compose.alert.kind", "alert-kind"),
            Question.of("purposes", CHECKS, "compose.palermo.purposes", "palermo-purpose"),
            Question.of("means", CHECKS, "compose.palermo.means", "palermo-means")
                    .hint("compose.palermo.means.hint"),
            Question.of("acts", CHECKS, "compose.palermo.acts", "palermo-act"),
            Question.of("what", AREA, "compose.alert.what").hint("compose.alert.what.hint"));
    private static final Card WHERE = Card.of(
            "where",
            "compose.alert.where",
            Question.of("now.country", COUNTRY, "compose.alert.now"),
            Question.of("now.subdivision", TEXT, "compose.place.subdivision").hint("compose.place.subdivision.hint"),
            Question.of("now.locode", TEXT, "compose.place.locode").hint("compose.place.locode.hint"),
            Question.of("heading.country", COUNTRY, "compose.alert.heading"),
            Question.of("heading.subdivision", TEXT, "compose.place.subdivision")
                    .hint("compose.place.subdivision.hint"),
            Question.of("heading.locode", TEXT, "compose.place.locode").hint("compose.place.locode.hint"),
            Question.of("from", MOMENT, "compose.alert.from"),
            Question.of("to", MOMENT, "compose.alert.to"));
    private static final Card PEOPLE = Card.of("people", "compose.people")
            .with(new Card.Group(
                    "group",
                    "compose.people.group",
                    "compose.people.add-group",
                    List.of(
                            Question.of("count", SELECT, "compose.people.count", "volume-band"),
                            Question.of("ageBand", SELECT, "compose.people.age", "age-band"),
                            Question.of("gender", SELECT, "compose.people.gender", "gender"),
                            Question.of("role", SELECT, "compose.people.role", "person-role"))));
    private static final Card VEHICLES = Card.of("vehicles", "compose.alert.vehicles")
            .with(new Card.Group(
                    "vehicle",
                    "compose.alert.vehicle",
                    "compose.alert.add-vehicle",
                    List.of(
                            Question.of("mode", SELECT, "compose.alert.mode", "transport-mode"),
                            Question.of("description", TEXT, "compose.alert.description"),
                            Question.of("plate", TEXT, "compose.alert.plate").withholding(),
                            Question.of("plateCountry", COUNTRY, "compose.alert.plate-country"))));
    private static final Card TRACES =
            Card.of("traces", "compose.traces").with(Traces.PHONES, Traces.ONLINE_NAMES, Traces.PAPERS);
    private static final Card ASKED = Card.of(
            "asked",
            "compose.asked",
            Question.of("askedAction", SELECT, "compose.alert.asked", "asked-action"),
            Question.of("callBack", TEXT, "compose.alert.call-back").hint("compose.alert.call-back.hint"));

    @Override
    public MessageType type() {
        return MessageType.CASE_ALERT;
    }

    @Override
    public Action writing() {
        return Action.WRITE_ALERT;
    }

    @Override
    public String title() {
        return "compose.title.alert";
    }

    @Override
    public List<Card> cards() {
        return List.of(HAPPENING, WHERE, PEOPLE, People.NAMES, VEHICLES, TRACES, ASKED);
    }

    @Override
    public List<Compartment> guarded() {
        return List.of(Compartment.POLICE, Compartment.IDENTITY);
    }

    @Override
    public List<Card> askingFor(Compartment part) {
        return part == Compartment.IDENTITY ? List.of(People.NAMES) : List.of();
    }

    @Override
    public Handling usualHandling() {
        return Handling.UNMARKED;
    }

    @Override
    public Message assemble(Answers answers) {
        var alert = new CaseAlert.AlertPart(
                answers.required("alertKind"),
                answers.required("what"),
                answers.all("acts"),
                answers.all("means"),
                answers.all("purposes"),
                Places.read(answers, "now"),
                Places.read(answers, "heading"),
                window(answers),
                answers.each("group").stream()
                        .map(group -> new CaseAlert.PersonGroup(
                                group.required("count"),
                                group.text("ageBand"),
                                group.text("gender"),
                                group.text("role")))
                        .toList(),
                answers.each("vehicle").stream()
                        .map(vehicle -> new CaseAlert.Vehicle(
                                vehicle.required("mode"), vehicle.text("description"), vehicle.text("plateCountry")))
                        .toList(),
                answers.required("askedAction"),
                answers.text("callBack"));
        return new CaseAlert(alert, police(answers), identity(answers));
    }

    private static CaseAlert.@Nullable Window window(Answers answers) {
        var from = answers.moment("from");
        var to = answers.moment("to");
        return from == null && to == null ? null : new CaseAlert.Window(from, to);
    }

    private static CaseAlert.@Nullable PolicePart police(Answers answers) {
        var papers = Traces.papers(answers);
        var phones = Traces.phones(answers);
        var handles = answers.each("handle").stream()
                .map(handle -> new CaseAlert.Handle(handle.required("platform"), Traces.sealed(handle, "name")))
                .toList();
        var plates = plates(answers.each("vehicle"));
        return papers.isEmpty() && phones.isEmpty() && handles.isEmpty() && plates.isEmpty()
                ? null
                : new CaseAlert.PolicePart(papers, phones, handles, plates);
    }

    private static List<CaseAlert.Plate> plates(List<Answers> vehicles) {
        var plates = new ArrayList<CaseAlert.Plate>();
        for (var place = 0; place < vehicles.size(); place++) {
            var number = vehicles.get(place).withheld("plate");
            if (number != null) {
                plates.add(new CaseAlert.Plate(place, number));
            }
        }
        return plates;
    }

    private static CaseAlert.@Nullable IdentityPart identity(Answers answers) {
        var persons = People.read(answers);
        return persons.isEmpty() ? null : new CaseAlert.IdentityPart(persons);
    }

    @Override
    public Optional<Map<String, List<String>>> typed(Message message, Prefilled form) {
        return message instanceof CaseAlert alert ? Optional.of(AlertForm.of(alert, form)) : Optional.empty();
    }

    @Override
    public ChildInvolved childIn(Message message) {
        return message instanceof CaseAlert alert ? Children.among(alert.alert().persons()) : ChildInvolved.NO;
    }

    @Override
    public Map<String, String> fields() {
        return Map.ofEntries(
                Map.entry("alert.what", "what"),
                Map.entry("alert.alertKind", "alertKind"),
                Map.entry("alert.askedAction", "askedAction"),
                Map.entry("alert.callBack", "callBack"),
                Map.entry("alert.whereNow.country", "now.country"),
                Map.entry("alert.whereNow.subdivision", "now.subdivision"),
                Map.entry("alert.whereNow", "now.locode"),
                Map.entry("alert.heading.country", "heading.country"),
                Map.entry("alert.heading.subdivision", "heading.subdivision"),
                Map.entry("alert.heading", "heading.locode"),
                Map.entry("alert.window", "to"),
                Map.entry("alert.persons", "people"),
                Map.entry("alert.vehicles", "vehicles"),
                Map.entry("alert.purposes", "purposes"),
                Map.entry("alert.means", "means"),
                Map.entry("alert.acts", "acts"),
                Map.entry("police", "traces"),
                Map.entry("identity", "names"));
    }
}
