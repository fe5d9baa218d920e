package org.enlace.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.enlace.code.CodeLists;
import org.enlace.directory.Directory;
import org.jspecify.annotations.Nullable;

/// Whether a message may go: everything that stands in the way, and everything that its sender should look at again, at
/// once and field by field.
public final class SendingRules {
    private final CodeLists lists;

    public SendingRules(CodeLists lists) {
        this.lists = lists;
    }

    /// @param recipients as the sender chose them, so that one that is there twice is noticed
    /// @param at when it would be sent; keys and ages are judged by it
    public List<Breach> check(
            Message message,
            About about,
            NodeId sender,
            Collection<NodeId> recipients,
            Directory directory,
            Instant at) {
        Breaches breaches = new Breaches(lists);
        Origins origins = Origins.of(about, message);
        RecipientRules.check(breaches, about, sender, recipients, directory, origins, at);
        AboutRules.check(breaches, about, message, at);
        switch (message) {
            case CaseAlert alert -> AlertRules.check(breaches, alert, about);
            case VictimAssistanceRequest request ->
                VictimRules.check(breaches, request, about, recipients, origins, Children.in(message, at));
            case RouteReport report -> IntelligenceRules.check(breaches, report);
            case ModusOperandiReport report -> IntelligenceRules.check(breaches, report);
            case Status status -> status(breaches, status);
            case Receipt _ -> {
                // Made by a node from what it verified; nobody can write anything wrong into it.
            }
        }
        return breaches.found();
    }

    /// Whether nothing of this stands in the way.
    public static boolean maySend(Collection<Breach> breaches) {
        return breaches.stream().noneMatch(Breach::blocks);
    }

    private static void status(Breaches breaches, Status status) {
        breaches.requiredText("status.desk", status.desk(), Breaches.SHORT_MAX);
        breaches.text("status.forwardedTo", status.forwardedTo(), Breaches.SHORT_MAX);
        breaches.text("status.alternative", status.alternative(), Breaches.TEXT_MAX);
        breaches.text("status.note", status.note(), Breaches.TEXT_MAX);
        switch (status.kind()) {
            case DECLINED -> {
                breaches.requiredCode("status.ground", status.ground(), "refusal-ground");
                required(breaches, "status.alternative", status.alternative());
            }
            case ON_HOLD -> breaches.requiredCode("status.ground", status.ground(), "pause-reason");
            case FORWARDED -> required(breaches, "status.forwardedTo", status.forwardedTo());
            case NEEDS_INFO, FAILED, REOPENED, NOTE -> required(breaches, "status.note", status.note());
            case ACKNOWLEDGED,
                    ANSWERED,
                    RESUMED,
                    ACCEPTED,
                    STARTED,
                    COMPLETED,
                    CLOSED,
                    WITHDRAWN,
                    WITHDRAWAL_REQUESTED,
                    CONSENT_WITHDRAWN,
                    ENTERED_IN_ERROR -> {
                // The kind says it all.
            }
        }
    }

    private static void required(Breaches breaches, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            breaches.add(field, BreachCode.REQUIRED);
        }
    }
}
