package org.enlace.node.drafts;

import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.List;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;

/// What police tell persons and things apart by: the parts of a card that several kinds of message share.
public final class Traces {
    public static final Card.Group PHONES = new Card.Group(
            "phone",
            "compose.traces.phone",
            "compose.traces.add-phone",
            List.of(Question.of("number", TEXT, "compose.traces.number").withholding()));
    public static final Card.Group ONLINE_NAMES = new Card.Group(
            "handle",
            "compose.traces.handle",
            "compose.traces.add-handle",
            List.of(
                    Question.of("platform", SELECT, "compose.traces.platform", "platform"),
                    Question.of("name", TEXT, "compose.traces.name").withholding()));
    public static final Card.Group PAPERS = new Card.Group(
            "paper",
            "compose.traces.paper",
            "compose.traces.add-paper",
            List.of(
                    Question.of("kind", SELECT, "compose.names.document", "document"),
                    Question.of("country", COUNTRY, "compose.names.document-country"),
                    Question.of("number", TEXT, "compose.names.document-number").withholding()));

    private Traces() {}

    public static List<Identity.Document> papers(Answers answers) {
        return answers.each("paper").stream()
                .map(paper ->
                        new Identity.Document(paper.required("kind"), paper.text("country"), sealed(paper, "number")))
                .toList();
    }

    public static List<Sensitive<String>> phones(Answers answers) {
        return answers.each("phone").stream()
                .map(phone -> sealed(phone, "number"))
                .toList();
    }

    /// What must be there and only some may read.
    public static Sensitive<String> sealed(Answers answers, String name) {
        return Sensitive.of(answers.required(name));
    }
}
