package org.enlace.node.casefile;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.enlace.handling.Caveat;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;

/// By what a message is found: codes that lists show of it to whoever may see it. Names, documents, telephones, exact
/// places and words rest sealed, and nothing finds a message by them. Each is a list and a code, `country.MX`.
public final class Terms {
    public static final String TYPE = "message-type";
    public static final String URGENCY = "urgency";
    public static final String COUNTRY = "country";
    public static final String CHILD = "child.YES";

    /// With the side of a message that is not on the desk; no list has such a name.
    public static final String OFF_DESK = "off-desk";

    /// What every case with a message has among its codes; no list has such a name.
    public static final String ANY = "any";

    /// By which lists of cases are narrowed.
    private static final Set<String> NARROWING = Set.of(TYPE, URGENCY, COUNTRY, OFF_DESK);

    /// No list has such a name, in whatever order a database sorts.
    private static final String NUMBER = "00";

    /// The list of each kind of code in a [Gist], where it is the same for all types.
    private static final Map<String, String> LISTS = Map.of(
            "service", "service",
            "situation", "situation",
            "purpose", "palermo-purpose",
            "transport", "transport-mode",
            "recruitment", "recruitment-method",
            "exploitation", "exploitation",
            "question", "question-kind",
            "finding", "sighting",
            "handling", "handling");

    private Terms() {}

    /// Whether messages of this type are filed in cases, and so are found.
    public static boolean isFiled(MessageType type) {
        return switch (type) {
            case CASE_ALERT,
                    VICTIM_ASSISTANCE_REQUEST,
                    VICTIM_REFERRAL,
                    IDENTITY_VERIFICATION,
                    IDENTITY_VERIFICATION_ANSWER,
                    ROUTE_REPORT,
                    MODUS_OPERANDI_REPORT,
                    INFORMATION_REQUEST,
                    INFORMATION_RESPONSE,
                    CORROBORATION,
                    PROPOSAL,
                    PROPOSAL_DECISION,
                    USE_PERMISSION_REQUEST,
                    USE_PERMISSION_DECISION -> true;
            case MATCH_QUERY,
                    MATCH_ANSWER,
                    MATCH_HIT,
                    RECEIPT,
                    STATUS,
                    CORRECTION,
                    RECALL,
                    RECALL_ATTESTATION,
                    CONSENT_WITHDRAWAL,
                    DIRECTORY_ENTRY,
                    KEY_CHANGE,
                    ROSTER,
                    CHECKPOINT,
                    HEARTBEAT,
                    STATISTICS_RETURN -> false;
        };
    }

    /// @param list id of a code list, or [#COUNTRY]
    public static String of(String list, String code) {
        return list + "." + code;
    }

    /// @param end last part of the number of a case, or how it begins
    public static String number(String end) {
        return of(NUMBER, end);
    }

    /// By what a message is found whose state nothing but its side tells.
    public static String offDesk(Side side) {
        return of(OFF_DESK, side.name());
    }

    static boolean narrows(String term) {
        return NARROWING.contains(term.substring(0, term.indexOf('.')));
    }

    static SortedSet<String> of(MessageEntry message, Collection<NodeId> recipients) {
        var terms = new TreeSet<String>();
        terms.add(number(end(message.reference())));
        if (message.sealed()) {
            return terms;
        }
        terms.add(of(TYPE, message.gist().type().name()));
        terms.add(of(URGENCY, message.urgency().name()));
        terms.add(of("mode", message.mode().name()));
        if (message.side() == Side.RECEIVED) {
            terms.add(of(COUNTRY, message.partner().value()));
        } else {
            recipients.forEach(recipient -> terms.add(of(COUNTRY, recipient.value())));
        }
        if (message.child()) {
            terms.add(CHILD);
        }
        if (message.protectionOnly()) {
            terms.add(of("caveat", Caveat.VICTIM_PROTECTION_ONLY.code()));
        }
        said(message.gist(), terms);
        return terms;
    }

    private static void said(Gist gist, SortedSet<String> terms) {
        // What its sender wants to be opened only by who has read a condition says no more of itself before.
        if (gist.first("handling").filter(HandlingCode.H3.name()::equals).isPresent()) {
            terms.add(of("handling", HandlingCode.H3.name()));
            return;
        }
        LISTS.forEach((name, list) -> gist.all(name).forEach(code -> terms.add(of(list, code))));
        for (var name : new String[] {"from", "to", "way", "host"}) {
            gist.all(name).forEach(code -> terms.add(of(COUNTRY, code)));
        }
        if (gist.first("interpreter").filter("YES"::equals).isPresent()) {
            gist.all("language").forEach(code -> terms.add(of("language", code)));
        }
        var kind = kind(gist.type());
        if (!kind.isEmpty()) {
            gist.all("kind").forEach(code -> terms.add(of(kind, code)));
        }
        Asking.answeredBy(gist.type())
                .ifPresent(asking -> gist.all("answer").forEach(code -> terms.add(of(asking.list(), code))));
        if (gist.type() == MessageType.USE_PERMISSION_REQUEST) {
            gist.all("use").forEach(code -> terms.add(of("permission-use", code)));
        }
    }

    private static String kind(MessageType type) {
        return switch (type) {
            case CASE_ALERT -> "alert-kind";
            case VICTIM_REFERRAL -> "referral-kind";
            case IDENTITY_VERIFICATION -> "identity-question";
            default -> "";
        };
    }

    private static String end(CaseReference reference) {
        return reference.value().substring(reference.value().lastIndexOf('-') + 1);
    }
}
