package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The officers of this contact point as the database knows them.
@Repository
class Accounts {
    private static final String SELECT =
            "select id, username, display_name, pseudonym, roles, language, password_hash, disabled, standing, kept_by, kind,"
                    + " exists (select 1 from officer_factor f where f.officer_id = officer.id and f.secret is not null)"
                    + " or exists (select 1 from passkey k where k.officer_id = officer.id) as second_factor"
                    + " from officer ";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A person: a system has no name to sign in with.
    Optional<Account> named(String username) {
        return jdbc.sql(SELECT + "where username = ? and kind = 'PERSON'")
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

    Optional<Account> known(String pseudonym) {
        return jdbc.sql(SELECT + "where pseudonym = ?")
                .param(pseudonym)
                .query(Accounts::account)
                .optional();
    }

    /// The same, if it is a person.
    Optional<Account> person(String pseudonym) {
        return known(pseudonym).filter(account -> !account.officer().system());
    }

    /// Persons by name, those behind the given one.
    ///
    /// @param after null from the beginning
    List<Account> page(@Nullable Account after, int limit) {
        return after == null
                ? jdbc.sql(SELECT + "where kind = 'PERSON' order by display_name, id limit ?")
                        .param(limit)
                        .query(Accounts::account)
                        .list()
                : jdbc.sql(SELECT + "where kind = 'PERSON' and (display_name > ? or (display_name = ? and id > ?))"
                                + " order by display_name, id limit ?")
                        .params(
                                after.officer().displayName(),
                                after.officer().displayName(),
                                after.officer().id().value(),
                                limit)
                        .query(Accounts::account)
                        .list();
    }

    @Transactional
    void standing(OfficerId id, Standing standing) {
        jdbc.sql("update officer set standing = ? where id = ?")
                .params(standing.name(), id.value())
                .update();
    }

    /// From now on the console says who this is.
    @Transactional
    void keepHere(OfficerId id) {
        jdbc.sql("update officer set kept_by = 'CONSOLE', disabled = false where id = ?")
                .param(id.value())
                .update();
    }

    @Transactional
    void add(String username, Officer officer, String passwordHash) {
        jdbc.sql("""
                        insert into officer (id, username, display_name, pseudonym, roles, language, password_hash,
                            disabled, listed_hash, kind)
                        values (?, ?, ?, ?, ?, ?, ?, false, ?, ?)""")
                .params(
                        officer.id().value(),
                        normal(username),
                        officer.displayName(),
                        officer.pseudonym(),
                        column(officer.roles()),
                        tag(officer.language()),
                        passwordHash,
                        passwordHash,
                        officer.system() ? "SYSTEM" : "PERSON")
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
    void disabled(OfficerId id, boolean disabled) {
        jdbc.sql("update officer set disabled = ? where id = ?")
                .params(disabled, id.value())
                .update();
    }

    @Transactional
    void describe(OfficerId id, String displayName, Set<Role> roles) {
        jdbc.sql("update officer set display_name = ?, roles = ? where id = ?")
                .params(displayName, column(roles), id.value())
                .update();
    }

    /// The hash that the list of officers gave last; it may no longer be the one in use.
    Optional<String> listedHash(OfficerId id) {
        return jdbc.sql("select listed_hash from officer where id = ? and listed_hash is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    @Transactional
    void listed(OfficerId id, String hash) {
        jdbc.sql("update officer set listed_hash = ? where id = ?")
                .params(hash, id.value())
                .update();
    }

    Optional<String> email(OfficerId id) {
        return jdbc.sql("select email from officer where id = ? and email is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    @Transactional
    void email(OfficerId id, @Nullable String email) {
        jdbc.sql("update officer set email = ? where id = ?")
                .param(email)
                .param(id.value())
                .update();
    }

    List<Account> all() {
        return jdbc.sql(SELECT).query(Accounts::account).list();
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    static String column(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    /// Empty where nothing was chosen.
    private static String tag(@Nullable Locale language) {
        return language == null ? "" : language.toLanguageTag();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var language = row.getString("language");
        var roles = roles(row.getString("roles"));
        var officer = new Officer(
                new OfficerId(row.getString("id")),
                row.getString("pseudonym"),
                row.getString("display_name"),
                roles,
                language.isEmpty() ? null : Locale.forLanguageTag(language),
                row.getString("kind").equals("SYSTEM"));
        return new Account(
                officer,
                row.getString("username"),
                row.getString("password_hash"),
                row.getBoolean("disabled"),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("second_factor"),
                row.getString("kept_by").equals("LIST"));
    }

    static Set<Role> roles(String column) {
        return Arrays.stream(column.split(" ", -1)).map(Role::valueOf).collect(Collectors.toSet());
    }
}
