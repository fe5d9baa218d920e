package org.enlace.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Times as both databases keep them: with a zone, to the microsecond. A `Timestamp` would pass through local time,
/// which has one hour twice in autumn.
public final class StoredTime {
    private StoredTime() {}

    public static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /// Null for what has no time.
    public static @Nullable OffsetDateTime maybeUtc(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    public static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Null where the column is.
    public static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
