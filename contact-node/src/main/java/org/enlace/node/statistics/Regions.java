package org.enlace.node.statistics;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Countries and the regions in which they lie, by the standard M49 of the United Nations.
final class Regions {
    private static final String STATELESS = "XXA";
    private static final Set<String> AMERICAS = Set.of("005", "013", "021", "029");

    private Regions() {}

    /// The one region of all of them.
    ///
    /// @param countries ISO 3166-1 alpha-2, `XXA`, `XXX`
    static String of(Set<String> countries) {
        var regions = countries.stream().map(Regions::of).collect(Collectors.toSet());
        return switch (regions.size()) {
            case 0 -> Table.UNKNOWN;
            case 1 -> regions.iterator().next();
            default -> Table.MORE;
        };
    }

    static String of(String country) {
        if (country.equals(STATELESS)) {
            return STATELESS;
        }
        if (!country.matches("[A-Z]{2}")) {
            return Table.UNKNOWN;
        }
        try {
            var region = Region.getInstance(country);
            var part = region.getContainingRegion(RegionType.SUBCONTINENT);
            if (part != null && AMERICAS.contains(part.toString())) {
                return part.toString();
            }
            var continent = region.getContainingRegion(RegionType.CONTINENT);
            return continent == null ? Table.UNKNOWN : continent.toString();
        } catch (IllegalArgumentException e) {
            // A neighbour may write any two letters.
            return Table.UNKNOWN;
        }
    }

    /// Countries of which so many come that they stand by themselves. What is left of a region is nobody, or so many
    /// that it could be shown; nothing is told of a region that is not shown.
    ///
    /// @param countries how many have this citizenship and no other; the others stand under no country
    /// @param regions how many of each region
    /// @param shown what is published of that
    static Figures finer(SortedMap<String, Integer> countries, SortedMap<String, Integer> regions, Figures shown) {
        var finer = new TreeMap<String, Integer>();
        regions.forEach((region, all) -> {
            if (shown.figure(region) == null) {
                return;
            }
            var alone = countries.entrySet().stream()
                    .filter(line -> of(line.getKey()).equals(region) && line.getValue() >= Protection.SHOWN_FROM)
                    .sorted(Comparator.comparingInt(Map.Entry<String, Integer>::getValue)
                            .thenComparing(Map.Entry::getKey))
                    .toList();
            var left = all - alone.stream().mapToInt(Map.Entry::getValue).sum();
            var joins = left > 0 && left < Protection.SHOWN_FROM ? 1 : 0;
            alone.stream().skip(joins).forEach(line -> finer.put(line.getKey(), Protection.rounded(line.getValue())));
        });
        var hidden = new TreeSet<>(countries.keySet());
        hidden.removeAll(finer.keySet());
        return new Figures(finer, hidden, shown.total());
    }
}
