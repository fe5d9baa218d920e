package org.enlace.node.matching;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param perDay about how many identifiers one partner may ask here in a day, UTC; nobody raises it above 200
/// @param perMonth likewise in a month; nobody raises it above 2,000
/// @param purposes for which this contact point answers, codes of list `purpose`
/// @param tellAt after how many identifiers of one officer within a day supervisors and auditors are told
@ConfigurationProperties("enlace.matching")
record MatchingSettings(
        @DefaultValue("200") int perDay,
        @DefaultValue("2000") int perMonth,

        @DefaultValue({"INVESTIGATION", "PROSECUTION", "VICTIM_PROTECTION", "PREVENTION"})
        List<String> purposes,

        @DefaultValue("50") int tellAt) {
    private static final int PER_DAY_MAX = 200;
    private static final int PER_MONTH_MAX = 2_000;

    MatchingSettings {
        purposes = List.copyOf(purposes);
        if (perDay < 0 || perDay > PER_DAY_MAX || perMonth < 0 || perMonth > PER_MONTH_MAX) {
            throw new IllegalArgumentException(
                    "enlace.matching: per-day is 0 to 200 and per-month 0 to 2000; that is what keeps numbers from"
                            + " being tried out");
        }
        if (tellAt < 1) {
            throw new IllegalArgumentException("enlace.matching.tell-at must be at least 1");
        }
    }
}
