package org.enlace.node.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Terms;

/// What a message has to be in one respect, as a condition on rows.
sealed interface Wanted {
    String STATE = "business-state";
    String NUMBER = "case";

    /// @param message alias of a row of `case_message`
    /// @param name of its parameters, different for each condition of a question
    String on(String message, String name);

    Map<String, Object> parameters(String name);

    /// Rows that lead to all messages, or cases, that are so, whoever may see them: each equals a value in a column and
    /// they lie in an index in the order in which they are shown.
    ///
    /// @param at the column by which they are sorted, newest first
    /// @param id column with the id of the message, or the number of the case
    /// @param name of the parameter for the value
    record Way(String table, String column, String at, String id, String name, String value) {}

    /// One of these codes: [Terms], states, or numbers of cases, `case.GT-2026-7K4M2Q`.
    record Codes(Set<String> codes) implements Wanted {
        private static final Map<String, Side> BEGINNINGS =
                Map.of(BusinessState.SENT.name(), Side.SENT, BusinessState.RECEIVED.name(), Side.RECEIVED);

        public Codes {
            codes = new TreeSet<>(codes);
        }

        @Override
        public String on(String message, String name) {
            var ways = new ArrayList<String>();
            if (!terms().isEmpty()) {
                ways.add("exists (select 1 from case_term c where c.message_id = " + message + ".id and c.term in (:"
                        + name + "t))");
            }
            if (!numbers().isEmpty()) {
                ways.add(message + ".reference in (:" + name + "n)");
            }
            if (!states().isEmpty()) {
                ways.add("exists (select 1 from desk_item i where i.message_id = " + message + ".id and i.state in (:"
                        + name + "s))");
            }
            return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
        }

        @Override
        public Map<String, Object> parameters(String name) {
            return Map.of(name + "t", terms(), name + "n", numbers(), name + "s", states());
        }

        /// To messages; every code is one.
        List<Way> messages(String name) {
            return Stream.of(
                            ways("case_term", "term", "stored_at", "message_id", name + "t", terms()),
                            ways("case_message", "reference", "stored_at", "id", name + "n", numbers()),
                            ways("desk_item", "state", "received_at", "message_id", name + "s", states()))
                    .flatMap(List::stream)
                    .toList();
        }

        /// To cases, by the codes by which lists of cases are narrowed.
        List<Way> cases(String name) {
            var all = Stream.concat(terms().stream(), states().stream().map(state -> Terms.of(STATE, state)))
                    .toList();
            return ways("case_code", "code", "changed_at", "reference", name + "c", all);
        }

        private static List<Way> ways(
                String table, String column, String at, String id, String name, List<String> values) {
            return IntStream.range(0, values.size())
                    .mapToObj(number -> new Way(table, column, at, id, name + number, values.get(number)))
                    .toList();
        }

        private List<String> terms() {
            // What never was on the desk is as it was when it came or was sent.
            var beginnings = states().stream()
                    .filter(BEGINNINGS::containsKey)
                    .map(BEGINNINGS::get)
                    .map(Terms::offDesk);
            return Stream.concat(
                            codes.stream()
                                    .filter(code -> !code.startsWith(NUMBER + ".") && !code.startsWith(STATE + ".")),
                            beginnings)
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
            return "exists (select 1 from case_term c where c.message_id = " + message + ".id and c.term between :"
                    + name + "f and :" + name + "l) and " + message + ".reference like :" + name + "b";
        }

        /// All messages that are so, as `id`, whoever may see them.
        String all(String name) {
            return "select c.message_id as id from case_term c where c.term between :" + name + "f and :" + name + "l";
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

        /// The numbers of all cases with something that is so, as `reference`, whoever may see them.
        String all(String name) {
            return "select i.reference from desk_item i where " + held(name);
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
