package org.enlace.node.search;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/// Asks questions that PostgreSQL plans for the words of each of them. After some questions of one form it would keep
/// one plan for all words, and that reads all of what is frequent to find what is rare.
final class PlannedAnew extends JdbcTemplate {
    PlannedAnew(DataSource source) {
        super(source);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
