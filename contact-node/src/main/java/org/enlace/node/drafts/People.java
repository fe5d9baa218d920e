package org.enlace.node.drafts;

import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.List;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;

/// The card that asks who persons are, the same in every message that may name some.
public final class People {
    public static final Card NAMES = Card.of("names", "compose.names")
            .with(new Card.Group(
                    "name",
                    "compose.names.person",
                    "compose.names.add",
                    List.of(
                            Question.of("family", TEXT, "compose.names.family").withholding(),
                            Question.of("given", TEXT, "compose.names.given").withholding(),
                            Question.of("birth", TEXT, "compose.names.birth")
                                    .hint("compose.names.birth.hint")
                                    .withholding(),
                            Question.of("document", SELECT, "compose.names.document", "document"),
                            Question.of("documentCountry", COUNTRY, "compose.names.document-country"),
                            Question.of("documentNumber", TEXT, "compose.names.document-number")
                                    .withholding())));

    private People() {}

    public static List<Identity> read(Answers answers) {
        return answers.each("name").stream().map(People::person).toList();
    }

    private static Identity person(Answers person) {
        var birth = person.partialDate("birth");
        var number = person.withheld("documentNumber");
        return new Identity(
                person.withheld("family"),
                person.withheld("given"),
                birth == null ? null : Sensitive.of(birth),
                number == null
                        ? List.of()
                        : List.of(new Identity.Document(
                                person.required("document"), person.text("documentCountry"), number)));
    }
}
