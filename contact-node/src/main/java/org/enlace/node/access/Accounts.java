package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The officers of this contact point as the database knows them.
@Repository
class Accounts {
    private static final String SELECT =
            "select id, username, display_name, pseudonym, roles, language, password_hash, disabled from officer ";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> named(String username) {
        return jdbc.sql(SELECT + "where username = ?")
                .param(normal(username))
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> with(OfficerId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(Accounts::account)
                .optional();
    }

    @Transactional
    void add(String username, Officer officer, String passwordHash) {
        jdbc.sql("insert into officer values (?, ?, ?, ?, ?, ?, ?, false)")
                .params(
                        officer.id().value(),
                        normal(username),
                        officer.displayName(),
                        officer.pseudonym(),
                        officer.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")),
                        tag(officer.language()),
                        passwordHash)
                .update();
    }

    @Transactional
    void password(OfficerId id, String hash) {
        jdbc.sql("update officer set password_hash = ? where id = ?")
                .params(hash, id.value())
                .update();
    }

    @Transactional
    void language(OfficerId id, Locale language) {
        jdbc.sql("update officer set language = ? where id = ?")
                .params(tag(language), id.value())
                .update();
    }

    @Transactional
    void disable(OfficerId id) {
        jdbc.sql("update officer set disabled = true where id = ?")
                .param(id.value())
                .update();
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /// Empty where nothing was chosen.
    private static String tag(@Nullable Locale language) {
        return language == null ? "" : language.toLanguageTag();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var language = row.getString("language");
        var roles = Arrays.stream(row.getString("roles").split(" ", -1))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        var officer = new Officer(
                new OfficerId(row.getString("id")),
                row.getString("pseudonym"),
                row.getString("display_name"),
                roles,
                language.isEmpty() ? null : Locale.forLanguageTag(language));
        return new Account(officer, row.getString("password_hash"), row.getBoolean("disabled"));
    }
}
