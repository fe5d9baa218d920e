package org.enlace.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.UsePermissionDecision.DecisionPart;
import org.enlace.message.UsePermissionDecision.Verdict;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.message.UsePermissionRequest.Item;
import org.jspecify.annotations.Nullable;

/// What a request for permission to use a message must say, and the decision on it.
final class PermissionRules {
    private static final int ITEMS_MAX = 20;
    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9]{1,40}){1,8}");

    private PermissionRules() {}

    static void check(Breaches breaches, UsePermissionRequest message, About about) {
        AskPart request = message.request();
        breaches.requiredCode("request.use", request.use(), "permission-use");
        breaches.text("request.court", request.court(), Breaches.SHORT_MAX);
        breaches.text("request.holder", request.holder(), Breaches.SHORT_MAX);
        breaches.requiredText("request.neededFor", request.neededFor(), Breaches.TEXT_MAX);
        use(breaches, request);
        items(breaches, request.items());
        if (about.inReplyTo() == null) {
            breaches.add("about.inReplyTo", BreachCode.REQUIRED);
        }
        if (about.urgency() == Urgency.ROUTINE) {
            breaches.add("about.urgency", BreachCode.ROUTINE_OWES_NO_ANSWER);
        }
    }

    private static void use(Breaches breaches, AskPart request) {
        boolean court = request.use().equals(UsePermissionRequest.COURT);
        boolean passOn = request.use().equals(UsePermissionRequest.PASS_ON);
        where(breaches, "request.court", request.court(), court, passOn);
        where(breaches, "request.holder", request.holder(), passOn, court);
    }

    private static void where(Breaches breaches, String field, @Nullable String said, boolean needed, boolean other) {
        if (needed && (said == null || said.isBlank())) {
            breaches.add(field, BreachCode.REQUIRED);
        }
        if (other && said != null) {
            breaches.add(field, BreachCode.NOT_WITH_THIS_USE);
        }
    }

    private static void items(Breaches breaches, List<Item> items) {
        if (items.isEmpty()) {
            breaches.add("request.items", BreachCode.REQUIRED);
        }
        breaches.atMost("request.items", items, ITEMS_MAX);
        for (int i = 0; i < items.size(); i++) {
            String field = "request.items[" + i + "]";
            breaches.requiredCode(field + ".part", items.get(i).part(), "use-part");
            String pointer = items.get(i).field();
            if (pointer != null && !POINTER.matcher(pointer).matches()) {
                breaches.add(field + ".field", BreachCode.NOT_IN_LIST, "json-pointer");
            }
            if (pointer != null && items.get(i).part().equals(Item.WHOLE)) {
                breaches.add(field + ".field", BreachCode.NOT_WITH_THIS_USE);
            }
        }
    }

    static void check(Breaches breaches, UsePermissionDecision message, About about, Instant at) {
        if (about.inReplyTo() == null) {
            breaches.add("about.inReplyTo", BreachCode.REQUIRED);
        }
        DecisionPart decision = message.decision();
        if (decision.verdicts().isEmpty()) {
            breaches.add("decision.verdicts", BreachCode.REQUIRED);
        }
        breaches.atMost("decision.verdicts", decision.verdicts(), ITEMS_MAX);
        Set<Integer> decided = new HashSet<>();
        for (int i = 0; i < decision.verdicts().size(); i++) {
            Verdict verdict = decision.verdicts().get(i);
            if (!decided.add(verdict.item())) {
                breaches.add("decision.verdicts[" + i + "].item", BreachCode.NOT_ASKED_FOR);
            }
            verdict(breaches, "decision.verdicts[" + i + "]", verdict);
        }
        until(breaches, decision, at.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static void verdict(Breaches breaches, String field, Verdict verdict) {
        breaches.requiredCode(field + ".decision", verdict.decision(), "permission-decision");
        breaches.text(field + ".conditions", verdict.conditions(), Breaches.TEXT_MAX);
        breaches.code(field + ".ground", verdict.ground(), "refusal-ground");
        boolean conditional = verdict.decision().equals(PermissionDecision.GRANTED_WITH_CONDITIONS.name());
        boolean refused = verdict.decision().equals(PermissionDecision.REFUSED.name());
        fits(breaches, field + ".conditions", verdict.conditions(), conditional, verdict);
        fits(breaches, field + ".ground", verdict.ground(), refused, verdict);
    }

    private static void fits(Breaches breaches, String field, @Nullable String said, boolean needed, Verdict verdict) {
        if (needed && (said == null || said.isBlank())) {
            breaches.add(field, BreachCode.REQUIRED);
        }
        if (!needed && said != null && PermissionDecision.isKnown(verdict.decision())) {
            breaches.add(field, BreachCode.NOT_WITH_THIS_ANSWER, verdict.decision());
        }
    }

    private static void until(Breaches breaches, DecisionPart decision, LocalDate today) {
        boolean granted = decision.verdicts().stream().anyMatch(Verdict::grants);
        LocalDate until = decision.until();
        if (granted && until == null) {
            breaches.add("decision.until", BreachCode.REQUIRED);
        }
        if (until != null && until.isBefore(today)) {
            breaches.add("decision.until", BreachCode.DEADLINE_PASSED);
        }
        if (!granted && until != null) {
            breaches.add("decision.until", BreachCode.NOT_WITH_THIS_ANSWER, PermissionDecision.REFUSED);
        }
    }
}
