package org.enlace.deploy.benchmark;

import java.util.Optional;

/// One measured value, and what it should be.
///
/// @param name stable, for comparison of runs: `alert.visible.p50`
/// @param goal as the architecture states it, in the same unit; empty for what is only compared with
record Figure(String name, String what, double value, String unit, Optional<Goal> goal) {

    /// @param limit in the unit of the figure
    record Goal(Sense sense, double limit) {

        boolean metBy(double value) {
            return switch (sense) {
                case AT_MOST -> value <= limit;
                case AT_LEAST -> value >= limit;
            };
        }
    }

    enum Sense {
        AT_MOST,
        AT_LEAST
    }

    static Figure plain(String name, String what, double value, String unit) {
        return new Figure(name, what, value, unit, Optional.empty());
    }

    static Figure atMost(double limit, String name, String what, double value, String unit) {
        return new Figure(name, what, value, unit, Optional.of(new Goal(Sense.AT_MOST, limit)));
    }

    static Figure atLeast(double limit, String name, String what, double value, String unit) {
        return new Figure(name, what, value, unit, Optional.of(new Goal(Sense.AT_LEAST, limit)));
    }

    /// Empty where there is no goal.
    Optional<Boolean> met() {
        return goal.map(it -> it.metBy(value));
    }
}
