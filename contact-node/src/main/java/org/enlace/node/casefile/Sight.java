package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.message.Compartment;
import org.enlace.message.MessageType;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.access.Role;
import org.enlace.node.access.Target;

/// What one officer may see, as a condition on rows: lists and counts ask with it, so that neither tells of a
/// message the officer could not open. It is made of the same decisions as the reading of a single message.
public final class Sight {
    private static final Map<MessageType, Action> READING = new EnumMap<>(Map.of(
            MessageType.CASE_ALERT, Action.READ_ALERTS,
            MessageType.INFORMATION_REQUEST, Action.READ_INFORMATION,
            MessageType.INFORMATION_RESPONSE, Action.READ_INFORMATION,
            MessageType.VICTIM_ASSISTANCE_REQUEST, Action.READ_ASSISTANCE,
            MessageType.VICTIM_REFERRAL, Action.READ_ASSISTANCE,
            MessageType.IDENTITY_VERIFICATION, Action.READ_ASSISTANCE,
            MessageType.IDENTITY_VERIFICATION_ANSWER, Action.READ_ASSISTANCE,
            MessageType.ROUTE_REPORT, Action.READ_REPORTS,
            MessageType.MODUS_OPERANDI_REPORT, Action.READ_REPORTS));

    private final Officer officer;
    private final AccessRules rules;

    public Sight(Officer officer, AccessRules rules) {
        this.officer = officer;
        this.rules = rules;
    }

    /// Whether the officer may open this message at all; which of its parts is another question.
    public boolean sees(MessageEntry message) {
        // A role that is shut out opens nothing, and what is left must be enough by itself.
        return officer.without(message.closedTo())
                .filter(admitted -> maySee(admitted, message.readAs(), message.protectionOnly()))
                .isPresent();
    }

    /// The same as [#sees], over columns `read_as`, `protection_only` and `closed_to` of the table with this alias.
    public Condition over(String alias) {
        var parameters = new TreeMap<String, Object>();
        var ways = new ArrayList<String>();
        for (var role : officer.roles()) {
            var kinds = kinds(alias, role, parameters);
            if (!kinds.isEmpty()) {
                ways.add("((" + String.join(" or ", kinds) + ") and " + alias + ".closed_to not like :shut_"
                        + role.name() + ")");
                parameters.put("shut_" + role.name(), "%," + role.name() + ",%");
            }
        }
        return new Condition(ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")", parameters);
    }

    /// The kinds of messages that this role opens by itself.
    private List<String> kinds(String alias, Role role, Map<String, Object> parameters) {
        var alone = officer.alone(role);
        var kinds = new ArrayList<String>();
        for (var type : READING.keySet()) {
            var name = "sight_" + type.name();
            var open = maySee(alone, type, false);
            var guarded = maySee(alone, type, true);
            if (open || guarded) {
                var only = open && guarded ? "" : " and " + alias + ".protection_only = " + guarded;
                kinds.add("(" + alias + ".read_as = :" + name + only + ")");
                parameters.put(name, type.name());
            }
        }
        return kinds;
    }

    /// Why this officer looks at a message of such a kind.
    public static Purpose purpose(MessageType type) {
        return switch (type) {
            case ROUTE_REPORT, MODUS_OPERANDI_REPORT -> Purpose.ANALYSIS;
            case VICTIM_ASSISTANCE_REQUEST, VICTIM_REFERRAL, IDENTITY_VERIFICATION, IDENTITY_VERIFICATION_ANSWER ->
                Purpose.PROTECTION;
            default -> Purpose.INVESTIGATION;
        };
    }

    /// Why this officer opens a part of such a message. Codes and words of a report are there to be
    /// analysed, which shows nobody; whom it names to police, and its files, are opened to investigate.
    static Purpose purpose(MessageType type, Compartment part) {
        var purpose = purpose(type);
        return switch (part) {
            case POLICE, ATTACHMENTS -> purpose == Purpose.ANALYSIS ? Purpose.INVESTIGATION : purpose;
            case ALERT, PROTECTION, IDENTITY -> purpose;
        };
    }

    /// Whether the officer may see a message of such a kind; of a reply, what it replies to decides.
    boolean reads(MessageType type, boolean protectionOnly) {
        return !READING.containsKey(type) || maySee(officer, type, protectionOnly);
    }

    private boolean maySee(Officer reader, MessageType type, boolean protectionOnly) {
        var action = READING.get(type);
        return action != null
                && rules.decide(reader, action, new Target.OfKind(protectionOnly), purpose(type))
                        .allowed();
    }

    /// @param sql in parentheses where it has several parts
    /// @param parameters by name
    public record Condition(String sql, Map<String, Object> parameters) {}

    /// The form of column `closed_to`.
    public static String column(Iterable<Role> closedTo) {
        var text = new StringBuilder(",");
        closedTo.forEach(role -> text.append(role.name()).append(','));
        return text.toString();
    }

    static List<Role> roles(String text) {
        var roles = new ArrayList<Role>();
        for (var name : text.split(",", -1)) {
            if (!name.isEmpty()) {
                roles.add(Role.valueOf(name));
            }
        }
        return roles;
    }
}
