package org.enlace.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// What a request for information and its answer must say.
final class InformationRules {
    private static final int QUESTIONS_MAX = 20;
    private static final int PERSONS_MAX = 50;
    private static final String NOT_COMPETENT = "NOT_COMPETENT";

    private InformationRules() {}

    static void check(Breaches breaches, InformationRequest message, About about) {
        InformationRequest.RequestPart request = message.request();
        questions(breaches, request.questions());
        breaches.text("request.offence", request.offence(), Breaches.SHORT_MAX);
        breaches.requiredText("request.neededFor", request.neededFor(), Breaches.TEXT_MAX);
        breaches.requiredText("request.linkOfPersonToPurpose", request.linkOfPersonToPurpose(), Breaches.TEXT_MAX);
        breaches.requiredText("request.whyThere", request.whyThere(), Breaches.TEXT_MAX);
        breaches.requiredText("request.knownFacts", request.knownFacts(), Breaches.TEXT_MAX);
        breaches.text("request.mlaRef", request.mlaRef(), Breaches.SHORT_MAX);
        uses(breaches, request);
        if (about.purpose().isEmpty()) {
            breaches.add("about.purpose", BreachCode.REQUIRED);
        }
        if (about.urgency() == Urgency.ROUTINE) {
            breaches.add("about.urgency", BreachCode.ROUTINE_OWES_NO_ANSWER);
        }
        sealed(breaches, message.police(), message.identity());
    }

    static void check(Breaches breaches, InformationResponse message, About about, Instant at) {
        if (about.inReplyTo() == null) {
            breaches.add("about.inReplyTo", BreachCode.REQUIRED);
        }
        answer(breaches, message.answer(), at);
        sealed(breaches, message.police(), message.identity());
        AnswerKind.of(message.answer().kind()).ifPresent(kind -> fits(breaches, kind, message));
    }

    private static void questions(Breaches breaches, List<InformationRequest.Question> questions) {
        if (questions.isEmpty()) {
            breaches.add("request.questions", BreachCode.REQUIRED);
        }
        breaches.atMost("request.questions", questions, QUESTIONS_MAX);
        for (int i = 0; i < questions.size(); i++) {
            String field = "request.questions[" + i + "]";
            breaches.requiredCode(field + ".kind", questions.get(i).kind(), "question-kind");
            breaches.requiredText(field + ".asked", questions.get(i).asked(), Breaches.TEXT_MAX);
        }
    }

    private static void uses(Breaches breaches, InformationRequest.RequestPart request) {
        if (request.willBeUsedFor().isEmpty()) {
            breaches.add("request.willBeUsedFor", BreachCode.REQUIRED);
        }
        breaches.codes("request.willBeUsedFor", request.willBeUsedFor(), "information-use");
        String mlaRef = request.mlaRef();
        if (request.willBeUsedFor().contains("COURT") && (mlaRef == null || mlaRef.isBlank())) {
            breaches.add("request.mlaRef", BreachCode.MLA_REFERENCE_MISSING);
        }
    }

    private static void answer(Breaches breaches, InformationResponse.AnswerPart answer, Instant at) {
        breaches.requiredCode("answer.kind", answer.kind(), "answer-kind");
        breaches.text("answer.found", answer.found(), Breaches.TEXT_MAX);
        breaches.text("answer.missing", answer.missing(), Breaches.TEXT_MAX);
        breaches.text("answer.searched", answer.searched(), Breaches.TEXT_MAX);
        breaches.text("answer.question", answer.question(), Breaches.TEXT_MAX);
        breaches.code("answer.ground", answer.ground(), "refusal-ground");
        breaches.text("answer.competent", answer.competent(), Breaches.SHORT_MAX);
        Instant nextBy = answer.nextBy();
        if (nextBy != null && !nextBy.isAfter(at)) {
            breaches.add("answer.nextBy", BreachCode.DEADLINE_PASSED);
        }
        InformationResponse.Forwarded forwarded = answer.forwarded();
        if (forwarded != null) {
            breaches.requiredText("answer.forwarded.to", forwarded.to(), Breaches.SHORT_MAX);
        }
    }

    /// What belongs to this kind of answer is there, and what contradicts it is not.
    private static void fits(Breaches breaches, AnswerKind kind, InformationResponse message) {
        InformationResponse.AnswerPart answer = message.answer();
        switch (kind) {
            case FULL, INTERIM -> required(breaches, "answer.found", answer.found());
            case PARTIAL -> {
                required(breaches, "answer.found", answer.found());
                required(breaches, "answer.missing", answer.missing());
            }
            case NEGATIVE -> required(breaches, "answer.searched", answer.searched());
            case REFUSED -> {
                required(breaches, "answer.ground", answer.ground());
                if (NOT_COMPETENT.equals(answer.ground())) {
                    required(breaches, "answer.competent", answer.competent());
                }
            }
            case NEEDS_INFO -> required(breaches, "answer.question", answer.question());
            case FORWARDED -> {
                if (answer.forwarded() == null) {
                    breaches.add("answer.forwarded.to", BreachCode.REQUIRED);
                }
            }
        }
        boolean tells = kind == AnswerKind.FULL || kind == AnswerKind.PARTIAL || kind == AnswerKind.INTERIM;
        Map<String, Boolean> out = new TreeMap<>();
        out.put("answer.found", !tells && answer.found() != null);
        out.put("answer.missing", kind != AnswerKind.PARTIAL && answer.missing() != null);
        out.put("answer.nextBy", kind != AnswerKind.INTERIM && answer.nextBy() != null);
        out.put("answer.ground", kind != AnswerKind.REFUSED && answer.ground() != null);
        out.put("answer.competent", kind != AnswerKind.REFUSED && answer.competent() != null);
        out.put("answer.question", kind != AnswerKind.NEEDS_INFO && answer.question() != null);
        out.put("answer.forwarded", kind != AnswerKind.FORWARDED && answer.forwarded() != null);
        out.put("identity", !tells && message.identity() != null);
        out.put("police", !tells && message.police() != null);
        out.forEach((field, contradicts) -> {
            if (contradicts) {
                breaches.add(field, BreachCode.NOT_WITH_THIS_ANSWER, kind);
            }
        });
    }

    private static void required(Breaches breaches, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            breaches.add(field, BreachCode.REQUIRED);
        }
    }

    private static void sealed(Breaches breaches, @Nullable Particulars police, @Nullable Persons identity) {
        if (police != null) {
            SealedTexts.check(breaches, police);
        }
        if (identity != null) {
            breaches.atMost("identity.persons", identity.persons(), PERSONS_MAX);
            for (int i = 0; i < identity.persons().size(); i++) {
                SealedTexts.check(
                        breaches,
                        "identity.persons[" + i + "]",
                        identity.persons().get(i));
            }
        }
    }
}
