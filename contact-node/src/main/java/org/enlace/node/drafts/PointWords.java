package org.enlace.node.drafts;

import java.text.Collator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.NodeId;
import org.enlace.node.web.Names;
import org.enlace.node.web.PageContext;

/// Says in the reader's language what is wrong with a field and what to do about it. It never repeats what was typed.
final class PointWords {
    private static final Set<BreachCode> GROUP = EnumSet.of(
            BreachCode.GROUP_MEMBER_JOINED,
            BreachCode.GROUP_MEMBER_LEFT,
            BreachCode.GROUP_MEMBER_SHUT,
            BreachCode.GROUP_NOT_WHOLE);

    private PointWords() {}

    static String of(Misfit misfit, PageContext page) {
        return switch (misfit.kind()) {
            case MISSING -> missing(misfit.field(), page);
            case NOT_A_DATE -> page.text("compose.misfit.date");
            case NOT_A_TIME -> page.text("compose.misfit.time");
            case NO_SUCH_TIME -> page.text("compose.misfit.no-such-time");
            case NOT_A_NUMBER -> page.text("compose.misfit.number");
            case NOT_A_COORDINATE -> page.text("compose.misfit.coordinate");
            case NOT_A_DIVISION -> page.text("compose.misfit.division");
            case NOT_AN_AUTHORITY -> page.text("compose.misfit.authority");
            case NOT_A_CODE -> page.text("compose.breach.not-in-list");
        };
    }

    static String of(Breach breach, PageContext page) {
        if (breach.code() == BreachCode.REQUIRED) {
            return missing(breach.field(), page);
        }
        if (breach.code() == BreachCode.INTERPRETER_NOT_LISTED) {
            return interpreter(breach.arguments(), page);
        }
        return page.text(
                key(breach.code()), "a", argument(breach, 0, page.locale()), "b", argument(breach, 1, page.locale()));
    }

    private static String interpreter(List<String> others, PageContext page) {
        return others.isEmpty()
                ? page.text("compose.breach.interpreter-nowhere")
                : page.text(
                        "compose.breach.interpreter-not-listed",
                        "others",
                        others.stream()
                                .map(page::country)
                                .sorted(Collator.getInstance(page.locale()))
                                .collect(Collectors.joining(", ")));
    }

    /// What to fill in and why, by the last word of the field's name in the form or in the message.
    private static String missing(String field, PageContext page) {
        var key = "compose.fill." + field.replaceAll("\\[[0-9]+]", "").replaceFirst(".*\\.", "");
        return page.text(page.hasText(key) ? key : "compose.breach.required");
    }

    private static String argument(Breach breach, int at, Locale reader) {
        if (breach.arguments().size() <= at) {
            return "";
        }
        var argument = breach.arguments().get(at);
        return aboutMember(breach.code()) && argument.matches("[A-Z]{2}")
                ? Names.country(reader, new NodeId(argument))
                : argument;
    }

    private static boolean aboutMember(BreachCode code) {
        return code.name().startsWith("RECIPIENT_") || GROUP.contains(code) || code == BreachCode.OWNER_NOT_ADDRESSED;
    }

    private static String key(BreachCode code) {
        return switch (code) {
            case REQUIRED -> "compose.breach.required";
            case TOO_LONG -> "compose.breach.too-long";
            case TOO_MANY -> "compose.breach.too-many";
            case HIDDEN_CHARACTER -> "compose.breach.hidden-character";
            case BROKEN_TEXT -> "compose.breach.broken-text";
            case NOT_NORMALISED -> "compose.breach.not-normalised";
            case LOOKS_LIKE_NAME -> "compose.breach.looks-like-name";
            case LOOKS_LIKE_NUMBER -> "compose.breach.looks-like-number";
            case NO_RECIPIENT -> "compose.breach.no-recipient";
            case RECIPIENT_UNKNOWN -> "compose.breach.recipient-unknown";
            case RECIPIENT_NOT_ACTIVE -> "compose.breach.recipient-not-active";
            case RECIPIENT_WITHOUT_KEYS -> "compose.breach.recipient-without-keys";
            case RECIPIENT_NOT_A_PARTNER -> "compose.breach.recipient-not-a-partner";
            case RECIPIENT_NOT_SECRETARIAT -> "compose.breach.recipient-not-secretariat";
            case RECIPIENT_TWICE -> "compose.breach.recipient-twice";
            case RECIPIENT_IS_SENDER -> "compose.breach.recipient-is-sender";
            case RECIPIENT_IS_STATE_OF_ORIGIN -> "compose.breach.recipient-is-state-of-origin";
            case RECIPIENT_EXCLUDED -> "compose.breach.recipient-excluded";
            case RECIPIENT_WITHHELD -> "compose.breach.recipient-withheld";
            case INTERPRETER_NOT_LISTED -> "compose.breach.interpreter-not-listed";
            case GROUP_UNKNOWN -> "compose.breach.group-unknown";
            case GROUP_NOT_BEGUN -> "compose.breach.group-not-begun";
            case GROUP_ENDED -> "compose.breach.group-ended";
            case GROUP_EMPTY -> "compose.breach.group-empty";
            case GROUP_MEMBER_JOINED -> "compose.breach.group-member-joined";
            case GROUP_MEMBER_LEFT -> "compose.breach.group-member-left";
            case GROUP_MEMBER_SHUT -> "compose.breach.group-member-shut";
            case GROUP_NOT_WHOLE -> "compose.breach.group-not-whole";
            case ROLE_EXCLUDED -> "compose.breach.role-excluded";
            case AUTHORITY_UNKNOWN -> "compose.breach.authority-unknown";
            case MARKING_TOO_WIDE -> "compose.breach.marking-too-wide";
            case CASE_UNKNOWN -> "compose.breach.case-unknown";
            case MESSAGE_UNKNOWN -> "compose.breach.message-unknown";
            case WRITER_GONE -> "compose.breach.writer-gone";
            case KIND_NOT_CORRECTED -> "compose.breach.kind-not-corrected";
            case CORRECTED_BEFORE -> "compose.breach.corrected-before";
            case STAYS_AS_SENT -> "compose.breach.stays-as-sent";
            case KEPT_PART_DIFFERS -> "compose.breach.kept-part-differs";
            case FILE_NOT_READY -> "compose.breach.file-not-ready";
            case FILE_REFUSED -> "compose.breach.file-refused";
            case FILE_NOT_SCANNED -> "compose.breach.file-not-scanned";
            case FILES_STAY -> "compose.breach.files-stay";
            case FILES_UNKNOWN -> "compose.breach.files-unknown";
            case FILES_OF_ANOTHER_CASE -> "compose.breach.files-of-another-case";
            case TYPE_MISMATCH -> "compose.breach.type-mismatch";
            case CHILD_RAISES_URGENCY -> "compose.breach.child-raises-urgency";
            case CHILD_NOT_DECLARED -> "compose.breach.child-not-declared";
            case H3_NEEDS_TEXT -> "compose.breach.h3-needs-text";
            case EVALUATION_REQUIRED -> "compose.breach.evaluation-required";
            case VICTIM_PROTECTION_ONLY_MISSING -> "compose.breach.victim-protection-only-missing";
            case CONSENT_MISSING -> "compose.breach.consent-missing";
            case CONSENT_NOT_GIVEN -> "compose.breach.consent-not-given";
            case CONSENT_WITHDRAWN -> "compose.breach.consent-withdrawn";
            case CONSENT_REFERENCE_DIFFERS -> "compose.breach.consent-reference-differs";
            case OVERRIDE_NEEDS_LEGAL_BASIS -> "compose.breach.override-needs-legal-basis";
            case OVERRIDE_NEEDS_REASON -> "compose.breach.override-needs-reason";
            case OVERRIDE_ONLY_FOR_CHILD -> "compose.breach.override-only-for-child";
            case CONTACT_REFUSED -> "compose.breach.contact-refused";
            case CONTACT_ENDANGERS_CLAIM -> "compose.breach.contact-endangers-claim";
            case CONSULATE_NOT_WANTED -> "compose.breach.consulate-not-wanted";
            case GUARDIAN_REQUIRED -> "compose.breach.guardian-required";
            case RISK_BLOCK_MISSING -> "compose.breach.risk-block-missing";
            case RISK_INCOMPLETE -> "compose.breach.risk-incomplete";
            case RISK_NOT_ASSESSED -> "compose.breach.risk-not-assessed";
            case STATEMENT_MISSING -> "compose.breach.statement-missing";
            case STATEMENT_AHEAD -> "compose.breach.statement-ahead";
            case STATEMENT_NOT_UNDERSTOOD -> "compose.breach.statement-not-understood";
            case PROTECTION_CLAIM_PENDING -> "compose.breach.protection-claim-pending";
            case PROCEEDINGS_UNKNOWN -> "compose.breach.proceedings-unknown";
            case RECEPTION_MISSING -> "compose.breach.reception-missing";
            case DEPENDANTS_NOT_LISTED -> "compose.breach.dependants-not-listed";
            case RETURN_RISK_NOT_ASSESSED -> "compose.breach.return-risk-not-assessed";
            case CHILD_ASSESSMENT_MISSING -> "compose.breach.child-assessment-missing";
            case CHILD_RETURN_NEEDS_GUARDIAN -> "compose.breach.child-return-needs-guardian";
            case CHILD_RETURN_RISK_HIGH -> "compose.breach.child-return-risk-high";
            case RETURN_NOT_IN_BEST_INTERESTS -> "compose.breach.return-not-in-best-interests";
            case FAMILY_CONTACT_REFUSED -> "compose.breach.family-contact-refused";
            case FAMILY_MAY_HARM -> "compose.breach.family-may-harm";
            case TESTIMONY_RISK_NOT_ASSESSED -> "compose.breach.testimony-risk-not-assessed";
            case ACT_NOT_ESTABLISHED -> "compose.breach.act-not-established";
            case MEANS_NOT_ESTABLISHED -> "compose.breach.means-not-established";
            case PURPOSE_NOT_ESTABLISHED -> "compose.breach.purpose-not-established";
            case TOO_EXACT_PLACE -> "compose.breach.too-exact-place";
            case TOO_EXACT_DATE -> "compose.breach.too-exact-date";
            case ENDS_BEFORE_IT_BEGINS -> "compose.breach.ends-before-it-begins";
            case DEADLINE_PASSED -> "compose.breach.deadline-passed";
            case ROUTINE_OWES_NO_ANSWER -> "compose.breach.routine-owes-no-answer";
            case MLA_REFERENCE_MISSING -> "compose.breach.mla-reference-missing";
            case NOT_WITH_THIS_ANSWER -> "compose.breach.not-with-this-answer";
            case KIND_NOT_CORROBORATED -> "compose.breach.kind-not-corroborated";
            case OWNER_NOT_ADDRESSED -> "compose.breach.owner-not-addressed";
            case RECIPIENT_IS_NO_HOLDER -> "compose.breach.recipient-is-no-holder";
            case HANDLED_AS_THAT -> "compose.breach.handled-as-that";
            case SEALED_IN_ITS_PART -> "compose.breach.sealed-in-its-part";
            case ACCEPTED_BY_CORRECTING -> "compose.breach.accepted-by-correcting";
            case NO_OPEN_PROPOSAL -> "compose.breach.no-open-proposal";
            case ANSWERS_NO_REQUEST -> "compose.breach.answers-no-request";
            case RECIPIENT_DID_NOT_ASK -> "compose.breach.recipient-did-not-ask";
            case CASE_DIFFERS -> "compose.breach.case-differs";
            case MODE_DIFFERS -> "compose.breach.mode-differs";
            case NOT_WITH_THIS_USE -> "compose.breach.not-with-this-use";
            case NOT_PROVIDED_BY_OTHERS -> "compose.breach.not-provided-by-others";
            case RECIPIENT_IS_NOT_PROVIDER -> "compose.breach.recipient-is-not-provider";
            case NOT_YET_ACCEPTED -> "compose.breach.not-yet-accepted";
            case NOT_ASKED_FOR -> "compose.breach.not-asked-for";
            case FORWARDING_NOT_ALLOWED -> "compose.breach.forwarding-not-allowed";
            case ALREADY_ANSWERED -> "compose.breach.already-answered";
            case NOT_IN_LIST -> "compose.breach.not-in-list";
        };
    }
}
