package org.enlace.node.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param casesPerHour of how many cases an officer opens what shows persons, before giving a reason
/// @param glassLength how long a broken glass stays open
/// @param reviewWithin until when somebody else looks at it
@ConfigurationProperties("enlace.watch")
record WatchSettings(
        @DefaultValue("30") int casesPerHour,
        @DefaultValue("60m") Duration glassLength,
        @DefaultValue("24h") Duration reviewWithin) {
    WatchSettings {
        if (casesPerHour < 1) {
            throw new IllegalArgumentException("enlace.watch.cases-per-hour must be at least 1");
        }
        if (glassLength.isNegative() || glassLength.isZero() || reviewWithin.compareTo(glassLength) < 0) {
            throw new IllegalArgumentException(
                    "enlace.watch: glass-length must be more than nothing and not more than review-within");
        }
    }
}
