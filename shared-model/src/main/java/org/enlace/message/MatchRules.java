package org.enlace.message;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.enlace.matching.Blinded;
import org.enlace.matching.Tags;

/// What a private query, its answer and the notice of a hit must say.
final class MatchRules {
    private static final String ELEMENT = "p256-element";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PROOF = Pattern.compile("[0-9a-f]{128}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private MatchRules() {}

    static void check(Breaches breaches, MatchQuery query, About about) {
        all(breaches, "query.elements", query.elements(), Blinded::isElement, ELEMENT);
        if (query.table() != null) {
            form(breaches, "query.table", query.table(), DIGEST, "sha-256");
        }
        if (about.purpose().isEmpty()) {
            breaches.add("about.purpose", BreachCode.REQUIRED);
        }
        if (about.legalBasis().isEmpty()) {
            breaches.add("about.legalBasis", BreachCode.REQUIRED);
        }
        if (about.caseRef() == null) {
            breaches.add("about.caseRef", BreachCode.REQUIRED);
        }
    }

    static void check(Breaches breaches, MatchAnswer answer, About about) {
        replies(breaches, about);
        breaches.requiredCode("answer.outcome", answer.outcome(), "match-outcome");
        MatchAnswer.Result result = answer.result();
        if (result == null) {
            if (answer.outcome().equals(MatchAnswer.EVALUATED)) {
                breaches.add("answer.result", BreachCode.NOT_IN_LIST, "match-outcome");
            }
            return;
        }
        form(breaches, "answer.result.month", result.month(), MONTH, "month");
        all(breaches, "answer.result.publicKey", List.of(result.publicKey()), Blinded::isElement, ELEMENT);
        all(breaches, "answer.result.evaluated", result.evaluated(), Blinded::isElement, ELEMENT);
        form(breaches, "answer.result.proof", result.proof(), PROOF, "proof");
        breaches.requiredCode("answer.result.contactRole", result.contactRole(), "role");
        form(breaches, "answer.result.table.digest", result.table().digest(), DIGEST, "sha-256");
        List<String> tags = result.table().tags();
        if (!tags.isEmpty()
                && Tags.read(tags)
                        .filter(table -> table.digest().equals(result.table().digest()))
                        .isEmpty()) {
            breaches.add("answer.result.table.tags", BreachCode.NOT_IN_LIST, "tags");
        }
    }

    static void check(Breaches breaches, MatchHit hit, About about) {
        replies(breaches, about);
        all(breaches, "hit.tags", hit.tags(), Tags::isTag, "tags");
    }

    private static void replies(Breaches breaches, About about) {
        if (about.inReplyTo() == null) {
            breaches.add("about.inReplyTo", BreachCode.REQUIRED);
        }
    }

    private static void form(Breaches breaches, String field, String text, Pattern form, String list) {
        if (!form.matcher(text).matches()) {
            breaches.add(field, BreachCode.NOT_IN_LIST, list);
        }
    }

    /// Neither none nor more than one query may have, each of its form.
    private static void all(Breaches breaches, String field, List<String> texts, Predicate<String> form, String list) {
        breaches.atMost(field, texts, Blinded.ELEMENTS_MAX);
        if (texts.isEmpty() || texts.stream().limit(Blinded.ELEMENTS_MAX).anyMatch(form.negate())) {
            breaches.add(field, BreachCode.NOT_IN_LIST, list);
        }
    }
}
