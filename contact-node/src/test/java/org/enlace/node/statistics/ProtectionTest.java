package org.enlace.node.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.enlace.code.CodeLists;
import org.junit.jupiter.api.Test;

/// Nobody works out from what is published what is not.
class ProtectionTest {
    private static final CodeLists LISTS = CodeLists.standard();
    private static final List<String> COUNTRIES =
            List.of("VE", "CO", "HN", "GT", "HT", "BO", "PE", "MX", "CU", "BR", "CN", "ES", "NG", "AU", "XXA", "XXX");

    @Test
    void whoKnowsTheRuleAndEveryTableThatGivesTheseFiguresStillDoesNotKnowASmallNumber() {
        assertEveryTable(3, 40);
        assertEveryTable(4, 20);
    }

    /// All tables with so many lines and at most so many in each. Those that look alike when they are
    /// published hide each other.
    private static void assertEveryTable(int lines, int most) {
        var alike = new HashMap<Figures, List<int[]>>();
        var counts = new int[lines];
        do {
            alike.computeIfAbsent(Protection.of(table(counts)), _ -> new ArrayList<>())
                    .add(counts.clone());
        } while (next(counts, most));
        // Of what is larger, some tables that look alike are larger still and were not tried.
        alike.keySet().removeIf(figures -> figures.total() != null && figures.total() + 2 > most);
        assertThat(alike).hasSizeGreaterThan(lines);
        alike.forEach((figures, tables) -> {
            for (var line = 0; line < lines; line++) {
                var at = line;
                var possible = new TreeSet<Integer>();
                tables.forEach(table -> possible.add(table[at]));
                if (figures.hidden().contains(name(at))) {
                    assertThat(possible).as("%s, line %d", figures, at).hasSizeGreaterThanOrEqualTo(10);
                } else {
                    assertThat(possible).noneMatch(count -> count > 0 && count < Protection.SHOWN_FROM);
                }
            }
        });
    }

    private static boolean next(int[] counts, int most) {
        for (var at = 0; at < counts.length; at++) {
            if (counts[at]++ < most) {
                return true;
            }
            counts[at] = 0;
        }
        return false;
    }

    @Test
    void noFilterAndNoPeriodTakenFromAnotherGivesASmallNumber() {
        var random = new Random(60);
        var pairs = 0;
        for (var year = 0; year < 100; year++) {
            var counted = counted(random);
            var released = counted.released();
            for (var one : released.entrySet()) {
                for (var other : released.entrySet()) {
                    if (!one.getKey().equals(other.getKey())
                            && isOfPersons(one.getKey())
                            && isOfPersons(other.getKey())) {
                        pairs++;
                        assertNothingIsFound(counted, one.getKey(), Attack.with(one.getValue(), other.getValue()));
                    }
                }
            }
        }
        assertThat(pairs).isGreaterThan(500);
    }

    private static boolean isOfPersons(Table table) {
        return table.part() == Table.Part.PERSONS;
    }

    private static void assertNothingIsFound(Counted counted, Table table, Attack attack) {
        counted.of(table).forEach((line, count) -> {
            var figure = attack.of().figure(line);
            if (count > 0 && count < Protection.SHOWN_FROM) {
                assertThat(figure).as("%s of %s", line, table).isNull();
                assertThat(attack.least(line)).isLessThanOrEqualTo(1);
                assertThat(attack.most(line)).isGreaterThanOrEqualTo(Protection.SHOWN_FROM - 1);
            } else if (figure != null) {
                assertThat(Math.abs(figure - count)).isLessThan(Protection.SHOWN_FROM / 2);
                assertThat(figure % Protection.STEP).isZero();
            }
        });
    }

    @Test
    void whatIsLeftOfARegionIsNobodyOrMany() {
        var random = new Random(4);
        for (var year = 0; year < 100; year++) {
            var counted = counted(random);
            var regions = Objects.requireNonNull(counted.released().get(Table.PERSONS_BY_REGION));
            var finer = Objects.requireNonNull(counted.released().get(Table.PERSONS_BY_CITIZENSHIP));
            counted.of(Table.PERSONS_BY_REGION).forEach((region, all) -> {
                var shown = finer.shown().keySet().stream()
                        .filter(country -> Regions.of(country).equals(region))
                        .toList();
                var left = all
                        - shown.stream()
                                .mapToInt(country ->
                                        counted.of(Table.PERSONS_BY_CITIZENSHIP).getOrDefault(country, 0))
                                .sum();
                assertThat(left == 0 || left >= Protection.SHOWN_FROM || shown.isEmpty())
                        .as("%s: %d left beside %s", region, left, shown)
                        .isTrue();
                assertThat(shown.isEmpty() || regions.figure(region) != null).isTrue();
            });
        }
    }

    @Test
    void theSameTableAlwaysGivesTheSameFiguresAndNothingSmallIsAmongThem() {
        var counts = table(new int[] {12, 3, 0, 40, 11});
        assertThat(Protection.of(counts)).isEqualTo(Protection.of(new TreeMap<>(counts)));
        assertThat(Protection.of(counts).shown()).containsEntry("c", 0).containsEntry("d", 40);
        // Alone b would be what is missing.
        assertThat(Protection.of(counts).hidden()).containsExactly("b", "e");
        assertThat(Protection.of(counts).total()).isEqualTo(65);

        assertThat(Protection.of(table(new int[] {3, 7})).withheld()).isTrue();
        assertThat(Protection.of(table(new int[] {3, 7})).total()).isNull();
        // A nought would say where the few are.
        assertThat(Protection.of(table(new int[] {0, 7})).hidden()).contains("a");
        assertThat(Protection.of(table(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}))
                        .withheld())
                .isTrue();
    }

    /// What somebody knows who has two tables of the same persons and reckons.
    private record Attack(Figures of, int fewest, int mostOfAll) {
        static Attack with(Figures one, Figures other) {
            return new Attack(one, Math.max(fewest(one), fewest(other)), Math.min(most(one), most(other)));
        }

        private static int fewest(Figures figures) {
            var total = figures.total();
            return Math.max(lows(figures, ""), total == null ? 0 : low(total));
        }

        private static int most(Figures figures) {
            var total = figures.total();
            return Math.min(
                    figures.hidden().isEmpty() ? highs(figures, "") : Integer.MAX_VALUE,
                    total == null ? Integer.MAX_VALUE : high(total));
        }

        private static int lows(Figures figures, String without) {
            return figures.shown().entrySet().stream()
                    .filter(line -> !line.getKey().equals(without))
                    .mapToInt(line -> low(line.getValue()))
                    .sum();
        }

        private static int highs(Figures figures, String without) {
            return figures.shown().entrySet().stream()
                    .filter(line -> !line.getKey().equals(without))
                    .mapToInt(line -> high(line.getValue()))
                    .sum();
        }

        private static int low(int figure) {
            return figure == 0 ? 0 : figure == 15 ? Protection.SHOWN_FROM : figure - 2;
        }

        private static int high(int figure) {
            return figure == 0 ? 0 : figure + 2;
        }

        int least(String line) {
            return of.hidden().size() > 1 ? 0 : fewest - highs(of, line);
        }

        /// Each other line that is not shown has at least one, or the whole table is withheld.
        int most(String line) {
            return mostOfAll - lows(of, line) - (of.withheld() ? 0 : of.hidden().size() - 1);
        }
    }

    /// Persons of a year, most of them alike and a few not, as it is.
    private static Counted counted(Random random) {
        var counted = new Counted(LISTS);
        var all = random.nextInt(250);
        for (var person = 0; person < all; person++) {
            for (var table : Table.values()) {
                if (table.part() == Table.Part.PERSONS
                        && table != Table.PERSONS_BY_REGION
                        && table != Table.PERSONS_BY_CITIZENSHIP) {
                    var lines = table.isOpen() ? COUNTRIES : table.lines(LISTS);
                    counted.add(table, some(lines, random), 1);
                }
            }
            var country = some(COUNTRIES, random);
            counted.add(Table.PERSONS_BY_CITIZENSHIP, country, 1);
            counted.add(Table.PERSONS_BY_REGION, Regions.of(country), 1);
        }
        return counted;
    }

    private static String some(List<String> lines, Random random) {
        var skewed = Math.pow(random.nextDouble(), 3) * lines.size();
        return lines.get((int) skewed);
    }

    private static SortedMap<String, Integer> table(int[] counts) {
        var table = new TreeMap<String, Integer>();
        IntStream.range(0, counts.length).forEach(at -> table.put(name(at), counts[at]));
        return table;
    }

    private static String name(int at) {
        return String.valueOf((char) ('a' + at));
    }
}
