package org.enlace.node.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Terms;

/// What a message has to be in one respect, as a condition on rows.
sealed interface Wanted {
    String STATE = "business-state";
    String NUMBER = "case";

    /// Asked row by row: of an `exists` PostgreSQL may make a list of all that there is, first.
    String ONE = " fetch first 1 rows only) is not null";

    /// @param id of the message, as a value of the question
    /// @param name of its parameters, different for each condition of a question
    String on(String id, String name);

    Map<String, Object> parameters(String name);

    /// One of these codes: [Terms], states, or numbers of cases, `case.GT-2026-7K4M2Q`.
    record Codes(Set<String> codes) implements Wanted {
        private static final Map<String, Side> BEGINNINGS =
                Map.of(BusinessState.SENT.name(), Side.SENT, BusinessState.RECEIVED.name(), Side.RECEIVED);

        public Codes {
            codes = new TreeSet<>(codes);
        }

        @Override
        public String on(String id, String name) {
            var ways = new ArrayList<String>();
            if (!terms().isEmpty()) {
                ways.add("(select 1 from case_term c where c.message_id = " + id + " and c.term in (:" + name + "t)"
                        + ONE);
            }
            if (!numbers().isEmpty()) {
                ways.add("(select 1 from case_message n where n.id = " + id + " and n.reference in (:" + name + "n)"
                        + ONE);
            }
            if (!states().isEmpty()) {
                ways.add("(select 1 from desk_item i where i.message_id = " + id + " and i.state in (:" + name + "s)"
                        + ONE);
            }
            return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
        }

        @Override
        public Map<String, Object> parameters(String name) {
            return Map.of(name + "t", terms(), name + "n", numbers(), name + "s", states());
        }

        /// That some message of a case has one of them which the reader may see; what the message is besides, it
        /// says nothing of.
        ///
        /// @param reference of the case, as a value of the question
        String somewhere(String reference, String name) {
            return "(select 1 from case_code c where c.reference = " + reference + " and c.code in (:" + name
                    + "c) and c.readers in (:" + Way.READERS + ")" + ONE;
        }

        Map<String, Object> somewhereParameters(String name) {
            return Map.of(name + "c", caseCodes());
        }

        /// To messages; every code is one.
        List<Way> messages(String name, Reader reader) {
            var terms = Way.to("case_term", "term", null, "stored_at", "message_id", name + "t", terms());
            var states = Way.to("desk_item", "state", null, "received_at", "message_id", name + "s", states());
            // The messages of a case are few.
            var seen = reader.sight().over("t");
            var numbers = Way.to("case_message", "reference", seen, "stored_at", "id", name + "n", numbers());
            return Stream.of(Way.read(terms, reader.readers()), Way.read(states, reader.readers()), numbers)
                    .flatMap(List::stream)
                    .toList();
        }

        /// To cases, by the codes by which lists of cases are narrowed.
        List<Way> cases(String name, List<String> readers) {
            var codes = Way.to("case_code", "code", null, "changed_at", "reference", name + "w", caseCodes());
            return Way.read(codes, readers);
        }

        private List<String> caseCodes() {
            return Stream.concat(terms().stream(), states().stream().map(state -> Terms.of(STATE, state)))
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
        public String on(String id, String name) {
            return "(select 1 from case_term c where c.message_id = " + id + " and c.term between :" + name + "f and :"
                    + name + "l and c.reference like :" + name + "b" + ONE;
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
        public String on(String id, String name) {
            return "(select 1 from desk_item i where i.message_id = " + id + " and " + held(name) + ONE;
        }

        /// What is so and the reader may see, as rows of `desk_item i`.
        String all(String name) {
            return " from desk_item i where " + held(name) + " and i.readers in (:" + Way.READERS + ")";
        }

        /// To the cases with something that is so: few enough to be put in order each time, and never as a join.
        Way cases(String name) {
            var cases = "(select distinct i.reference,"
                    + " (select f.changed_at from case_file f where f.reference = i.reference) as changed_at"
                    + all(name) + ")";
            return new Way(cases, List.of(), null, "changed_at", "reference");
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
