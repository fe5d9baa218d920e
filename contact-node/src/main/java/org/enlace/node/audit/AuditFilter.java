package org.enlace.node.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;

/// Which entries are asked for; what is null is not asked about.
///
/// @param actor pseudonym of an officer, or [AuditEntry#NODE]
/// @param action a code, or the beginning of several codes if it ends with `_`
/// @param objectId what it was done to
/// @param from not before then
/// @param until before then
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String objectId,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    String conditions() {
        var sql = new StringBuilder();
        if (actor != null) {
            sql.append(" and actor = ?");
        }
        if (action != null) {
            sql.append(action.endsWith("_") ? " and action like ? escape '!'" : " and action = ?");
        }
        if (objectId != null) {
            sql.append(" and object_id = ?");
        }
        if (from != null) {
            sql.append(" and at >= ?");
        }
        if (until != null) {
            sql.append(" and at < ?");
        }
        return sql.toString();
    }

    List<Object> values() {
        var values = new ArrayList<Object>();
        if (actor != null) {
            values.add(actor);
        }
        if (action != null) {
            values.add(action.endsWith("_") ? action.replace("_", "!_") + "%" : action);
        }
        if (objectId != null) {
            values.add(objectId);
        }
        if (from != null) {
            values.add(StoredTime.utc(from));
        }
        if (until != null) {
            values.add(StoredTime.utc(until));
        }
        return values;
    }
}
