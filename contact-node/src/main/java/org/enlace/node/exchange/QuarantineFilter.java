package org.enlace.node.exchange;

import java.util.ArrayList;
import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// Which records in quarantine are asked for.
///
/// @param claimed on whose topics they came; null for anyone's
/// @param reason why they lie there; null for any reason
public record QuarantineFilter(
        @Nullable NodeId claimed, @Nullable QuarantineReason reason) {
    public static final QuarantineFilter ALL = new QuarantineFilter(null, null);

    String where() {
        var conditions = new ArrayList<String>();
        if (claimed != null) {
            conditions.add("claimed = ?");
        }
        if (reason != null) {
            conditions.add("reason = ?");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        var values = new ArrayList<Object>();
        if (claimed != null) {
            values.add(claimed.value());
        }
        if (reason != null) {
            values.add(reason.name());
        }
        return values;
    }
}
