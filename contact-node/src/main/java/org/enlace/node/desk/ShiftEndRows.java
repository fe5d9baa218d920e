package org.enlace.node.desk;

import java.time.Instant;
import java.util.UUID;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was told that a shift ends, in the database: each once for a shift and stage.
@Repository
class ShiftEndRows {
    private final JdbcClient database;

    ShiftEndRows(JdbcClient database) {
        this.database = database;
    }

    boolean isTold(UUID shift, ShiftEnds.Stage stage) {
        return database.sql("select count(*) from shift_end_told where shift_id = ? and stage = ?")
                        .params(shift, stage.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// @throws org.springframework.dao.DuplicateKeyException if they were told
    void add(UUID shift, ShiftEnds.Stage stage, int items, Instant now) {
        database.sql("insert into shift_end_told (shift_id, stage, items, told_at) values (?, ?, ?, ?)")
                .params(shift, stage.name(), items, StoredTime.utc(now))
                .update();
    }
}
