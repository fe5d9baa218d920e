package org.enlace.node.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.casefile.Terms;

/// What a message has to be in one respect, as a condition on rows.
sealed interface Wanted {
    String STATE = "business-state";
    String NUMBER = "case";

    /// @param message alias of a row of `case_message`
    /// @param name of its parameters, different for each condition of a question
    String on(String message, String name);

    /// All messages that are so, as `id` and `reference`, whoever may see them; empty where that is no shorter way to
    /// them.
    Optional<String> all(String name);

    Map<String, Object> parameters(String name);

    /// One of these codes: [Terms], states, or numbers of cases, `case.GT-2026-7K4M2Q`.
    record Codes(Set<String> codes) implements Wanted {
        public Codes {
            codes = new TreeSet<>(codes);
        }

        @Override
        public String on(String message, String name) {
            var ways = new ArrayList<String>();
            if (!terms().isEmpty()) {
                ways.add("exists (select 1 from case_term t where t.message_id = " + message + ".id and t.term in (:"
                        + name + "t))");
            }
            if (!numbers().isEmpty()) {
                ways.add(message + ".reference in (:" + name + "n)");
            }
            if (!states().isEmpty()) {
                ways.add("exists (select 1 from desk_item i where i.message_id = " + message + ".id and i.state in (:"
                        + name + "s))");
                beginning(message).ifPresent(ways::add);
            }
            return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
        }

        /// What never was on the desk is as it was when it came or was sent.
        private Optional<String> beginning(String message) {
            var sides = new ArrayList<String>();
            if (states().contains(BusinessState.SENT.name())) {
                sides.add("'SENT'");
            }
            if (states().contains(BusinessState.RECEIVED.name())) {
                sides.add("'RECEIVED'");
            }
            return sides.isEmpty()
                    ? Optional.empty()
                    : Optional.of("(" + message + ".side in (" + String.join(", ", sides)
                            + ") and not exists (select 1 from desk_item i where i.message_id = " + message + ".id))");
        }

        @Override
        public Optional<String> all(String name) {
            if (beginning("m").isPresent()) {
                return Optional.empty();
            }
            var ways = new ArrayList<String>();
            if (!terms().isEmpty()) {
                ways.add("select t.message_id as id, t.reference from case_term t where t.term in (:" + name + "t)");
            }
            if (!numbers().isEmpty()) {
                ways.add("select r.id as id, r.reference from case_message r where r.reference in (:" + name + "n)");
            }
            if (!states().isEmpty()) {
                ways.add("select i.message_id as id, i.reference from desk_item i where i.state in (:" + name + "s)");
            }
            return ways.isEmpty() ? Optional.empty() : Optional.of(String.join(" union ", ways));
        }

        @Override
        public Map<String, Object> parameters(String name) {
            return Map.of(name + "t", terms(), name + "n", numbers(), name + "s", states());
        }

        private List<String> terms() {
            return codes.stream()
                    .filter(code -> !code.startsWith(NUMBER + ".") && !code.startsWith(STATE + "."))
                    .toList();
        }

        private List<String> numbers() {
            return after(NUMBER);
        }

        private List<String> states() {
            return after(STATE);
        }

        private List<String> after(String list) {
            return codes.stream()
                    .filter(code -> code.startsWith(list + "."))
                    .map(code -> code.substring(list.length() + 1))
                    .toList();
        }
    }

    /// How the number of its case ends, or how that end begins.
    ///
    /// @param start how the whole number begins, `GT-2026-`; may be empty
    record NumberPart(String start, String end) implements Wanted {
        private static final String LAST = "ZZZZZZ";

        @Override
        public String on(String message, String name) {
            return "exists (select 1 from case_term t where t.message_id = " + message + ".id and t.term between :"
                    + name + "f and :" + name + "l) and " + message + ".reference like :" + name + "b";
        }

        @Override
        public Optional<String> all(String name) {
            return Optional.of("select t.message_id as id, t.reference from case_term t where t.term between :" + name
                    + "f and :" + name + "l");
        }

        @Override
        public Map<String, Object> parameters(String name) {
            return Map.of(name + "f", Terms.number(end), name + "l", Terms.number(end + LAST), name + "b", start + "%");
        }
    }

    /// Who has it on the desk.
    ///
    /// @param officer id; empty for nobody, of what waits
    record OwnedBy(String officer) implements Wanted {
        @Override
        public String on(String message, String name) {
            return "exists (select 1 from desk_item i where i.message_id = " + message + ".id and " + held(name) + ")";
        }

        @Override
        public Optional<String> all(String name) {
            return Optional.of("select i.message_id as id, i.reference from desk_item i where " + held(name));
        }

        private String held(String name) {
            return officer.isEmpty() ? "i.waits = true and i.owner is null" : "i.owner = :" + name + "o";
        }

        @Override
        public Map<String, Object> parameters(String name) {
            return officer.isEmpty() ? Map.of() : Map.of(name + "o", officer);
        }
    }
}
