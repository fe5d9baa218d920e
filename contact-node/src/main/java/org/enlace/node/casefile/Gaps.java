package org.enlace.node.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.message.BreachCode;

/// Says in the words of the receiving side what a referral lacks.
final class Gaps {
    private Gaps() {}

    static List<String> words(Set<BreachCode> gaps, Labels labels, Locale reader) {
        return gaps.stream()
                .map(gap -> labels.text(reader, key(gap)))
                .distinct()
                .toList();
    }

    private static String key(BreachCode gap) {
        return switch (gap) {
            case STATEMENT_MISSING, STATEMENT_AHEAD -> "casefile.gap.statement";
            case STATEMENT_NOT_UNDERSTOOD -> "casefile.gap.statement-language";
            case PROTECTION_CLAIM_PENDING -> "casefile.gap.claim";
            case PROCEEDINGS_UNKNOWN -> "casefile.gap.proceedings";
            case RECEPTION_MISSING -> "casefile.gap.reception";
            case DEPENDANTS_NOT_LISTED -> "casefile.gap.dependants";
            case RETURN_RISK_NOT_ASSESSED -> "casefile.gap.return-risk";
            case CHILD_ASSESSMENT_MISSING -> "casefile.gap.child-assessment";
            case CHILD_RETURN_NEEDS_GUARDIAN -> "casefile.gap.guardian";
            case CHILD_RETURN_RISK_HIGH -> "casefile.gap.child-risk";
            case RETURN_NOT_IN_BEST_INTERESTS -> "casefile.gap.best-interests";
            case FAMILY_CONTACT_REFUSED -> "casefile.gap.family";
            case TESTIMONY_RISK_NOT_ASSESSED -> "casefile.gap.testimony-risk";
            default -> "casefile.gap.other";
        };
    }
}
