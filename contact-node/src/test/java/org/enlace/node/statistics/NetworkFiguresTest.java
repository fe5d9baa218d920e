package org.enlace.node.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.enlace.code.CodeLists;
import org.enlace.node.statistics.NetworkFigures.Sum;
import org.enlace.node.statistics.NetworkFigures.Summed;
import org.junit.jupiter.api.Test;

/// Made-up years of many contact points, published as they are, and added up.
class NetworkFiguresTest {
    private static final CodeLists LISTS = CodeLists.standard();
    private static final int YEARS = 200;

    @Test
    void aSumAndTheDifferenceOfTwoSumsTellNothingButWhatWasPublished() {
        var random = new Random(19);
        for (var year = 0; year < YEARS; year++) {
            var all = new ArrayList<Map<Table, Figures>>();
            var before = NetworkFigures.of(all, LISTS);
            for (var member = 0; member < 2 + random.nextInt(6); member++) {
                var published = published(random);
                all.add(published);
                var after = NetworkFigures.of(all, LISTS);
                assertDiffers(before, after, published);
                before = after;
            }
        }
    }

    /// By exactly what the one that came last shows; and nothing small is in either.
    private static void assertDiffers(
            Map<Table, Summed> before, Map<Table, Summed> after, Map<Table, Figures> published) {
        for (var table : List.of(Table.PERSONS_BY_SEX, Table.PERSONS_BY_AGE, Table.REPORTS_BY_ROUTE)) {
            var figures = published.getOrDefault(table, Figures.NONE);
            var now = after.getOrDefault(table, Summed.NONE);
            var was = before.getOrDefault(table, Summed.NONE);
            now.lines().forEach((code, sum) -> {
                var earlier = was.lines().getOrDefault(code, Sum.NONE);
                var figure = figures.figure(code);
                assertThat(sum.figure() - earlier.figure()).isEqualTo(figure == null ? 0 : figure);
                assertThat(sum.figure()).isNotIn(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
                assertThat(sum.hidden() - earlier.hidden()).isBetween(0, sum.hidden());
            });
        }
    }

    @Test
    void noughtIsNoFigureWhereSomebodyHidesOne() {
        assertThat(Sum.NONE.and(0).and(null).isShown()).isFalse();
        assertThat(Sum.NONE.and(0).and(0).isShown()).isTrue();
        assertThat(Sum.NONE.and(15).and(null).isShown()).isTrue();
        assertThat(Sum.NONE.and(15).and(null).isLeast()).isTrue();
        assertThat(Sum.NONE.and(null).isShown()).isFalse();
        assertThat(Sum.NONE.isShown()).isFalse();
    }

    private static Map<Table, Figures> published(Random random) {
        var published = new EnumMap<Table, Figures>(Table.class);
        for (var table : List.of(Table.PERSONS_BY_SEX, Table.PERSONS_BY_AGE)) {
            var counts = new TreeMap<String, Integer>();
            table.lines(LISTS).forEach(code -> counts.put(code, random.nextInt(3) * random.nextInt(25)));
            published.put(table, Protection.of(counts));
        }
        var routes = new TreeMap<String, Integer>();
        List.of("CO>PA", "VE>CO", "PA>CR").forEach(code -> routes.put(code, random.nextInt(30)));
        var figures = Protection.ofSeveral(routes);
        published.put(Table.REPORTS_BY_ROUTE, new Figures(figures.shown(), new TreeSet<>(), figures.total()));
        return published;
    }
}
