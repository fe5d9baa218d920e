package org.enlace.node.information;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.List;
import java.util.Map;
import org.enlace.message.Particulars;
import org.enlace.message.Persons;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.People;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Traces;
import org.jspecify.annotations.Nullable;

/// The cards whose answers only some readers open, the same for a question and its answer.
final class SealedCards {
    static final Card TRACES = Card.of(
                    "traces",
                    "compose.particulars",
                    Question.of("particulars", AREA, "compose.particulars.words")
                            .hint("compose.particulars.words.hint")
                            .withholding())
            .with(
                    Traces.PHONES,
                    Traces.ONLINE_NAMES,
                    Traces.PAPERS,
                    new Card.Group(
                            "plate",
                            "compose.particulars.plate",
                            "compose.particulars.add-plate",
                            List.of(
                                    Question.of("number", TEXT, "compose.alert.plate")
                                            .withholding(),
                                    Question.of("country", COUNTRY, "compose.alert.plate-country"))),
                    new Card.Group(
                            "company",
                            "compose.particulars.company",
                            "compose.particulars.add-company",
                            List.of(
                                    Question.of("name", TEXT, "compose.particulars.company-name")
                                            .withholding(),
                                    Question.of("country", COUNTRY, "compose.particulars.company-country"))));

    /// Where the rules' complaints about them belong.
    static final Map<String, String> FIELDS =
            Map.of("police", "traces", "police.words", "particulars", "identity", "names");

    private SealedCards() {}

    static @Nullable Particulars particulars(Answers answers) {
        var papers = Traces.papers(answers);
        var phones = Traces.phones(answers);
        var names = answers.each("handle").stream()
                .map(name -> new Particulars.OnlineName(name.required("platform"), Traces.sealed(name, "name")))
                .toList();
        var plates = answers.each("plate").stream()
                .map(plate -> new Particulars.Plate(plate.text("country"), Traces.sealed(plate, "number")))
                .toList();
        var companies = answers.each("company").stream()
                .map(company -> new Particulars.Company(Traces.sealed(company, "name"), company.text("country")))
                .toList();
        var words = answers.withheld("particulars");
        var nothing = papers.isEmpty()
                && phones.isEmpty()
                && names.isEmpty()
                && plates.isEmpty()
                && companies.isEmpty()
                && words == null;
        return nothing ? null : new Particulars(papers, phones, names, plates, companies, words);
    }

    static @Nullable Persons persons(Answers answers) {
        var persons = People.read(answers);
        return persons.isEmpty() ? null : new Persons(persons);
    }
}
