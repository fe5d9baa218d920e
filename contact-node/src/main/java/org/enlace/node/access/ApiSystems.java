package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.enlace.node.access.SystemCertificate.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Systems and their certificates as the database knows them.
@Repository
class ApiSystems {
    private static final String SYSTEM = "select * from api_system ";
    private static final String CERTIFICATE = "select * from api_certificate ";
    /// A call is written down at most so often.
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    record Row(
            OfficerId officer, String name, String contact, String purpose, List<String> sources, LocalDate lastDay) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiSystems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// By name, those behind the given one.
    ///
    /// @param after null from the beginning
    List<Row> page(@Nullable Row after, int limit) {
        return after == null
                ? jdbc.sql(SYSTEM + "order by name, officer_id limit ?")
                        .param(limit)
                        .query(ApiSystems::row)
                        .list()
                : jdbc.sql(SYSTEM + "where name > ? or (name = ? and officer_id > ?) order by name, officer_id limit ?")
                        .params(after.name(), after.name(), after.officer().value(), limit)
                        .query(ApiSystems::row)
                        .list();
    }

    Optional<Row> with(OfficerId id) {
        return jdbc.sql(SYSTEM + "where officer_id = ?")
                .param(id.value())
                .query(ApiSystems::row)
                .optional();
    }

    void add(OfficerId id, SystemAsked asked) {
        jdbc.sql("insert into api_system (officer_id, name, contact, purpose, sources, last_day)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        asked.name(),
                        asked.contact(),
                        asked.purpose(),
                        asked.terms().column(),
                        day(asked.terms()))
                .update();
    }

    void terms(OfficerId id, SystemTerms terms) {
        jdbc.sql("update api_system set sources = ?, last_day = ? where officer_id = ?")
                .params(terms.column(), day(terms), id.value())
                .update();
    }

    private static LocalDate day(SystemTerms terms) {
        return Objects.requireNonNull(terms.lastDay(), "Terms without a last day are refused before");
    }

    /// The one that ends first stands first.
    List<SystemCertificate> certificates(OfficerId id) {
        return jdbc.sql(CERTIFICATE + "where officer_id = ? order by not_after")
                .param(id.value())
                .query(ApiSystems::certificate)
                .list();
    }

    Optional<SystemCertificate> certificate(String fingerprint) {
        return jdbc.sql(CERTIFICATE + "where fingerprint = ?")
                .param(fingerprint)
                .query(ApiSystems::certificate)
                .optional();
    }

    Optional<OfficerId> owner(String fingerprint) {
        return jdbc.sql("select officer_id from api_certificate where fingerprint = ?")
                .param(fingerprint)
                .query(String.class)
                .optional()
                .map(OfficerId::new);
    }

    void add(OfficerId id, GivenCertificate certificate) {
        jdbc.sql("insert into api_certificate (fingerprint, officer_id, not_before, not_after, agreed)"
                        + " values (?, ?, ?, ?, false)")
                .params(
                        certificate.fingerprint(),
                        id.value(),
                        StoredTime.utc(certificate.notBefore()),
                        StoredTime.utc(certificate.notAfter()))
                .update();
    }

    void agree(String fingerprint) {
        jdbc.sql("update api_certificate set agreed = true where fingerprint = ?")
                .param(fingerprint)
                .update();
    }

    void remove(String fingerprint) {
        jdbc.sql("delete from api_certificate where fingerprint = ?")
                .param(fingerprint)
                .update();
    }

    /// @return whether this call is the first within a minute, for one of many at the same moment
    boolean seen(SystemCertificate certificate) {
        var now = clock.instant();
        var last = certificate.lastCall();
        if (last != null && last.plus(SEEN_EVERY).isAfter(now)) {
            return false;
        }
        return jdbc.sql("update api_certificate set last_call = ? where fingerprint = ?"
                                + " and (last_call is null or last_call <= ?)")
                        .params(StoredTime.utc(now), certificate.fingerprint(), StoredTime.utc(now.minus(SEEN_EVERY)))
                        .update()
                == 1;
    }

    void refused(String fingerprint, Refusal why) {
        jdbc.sql("update api_certificate set refused_at = ?, refused_for = ? where fingerprint = ?")
                .params(StoredTime.utc(clock.instant()), why.name(), fingerprint)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new OfficerId(row.getString("officer_id")),
                row.getString("name"),
                row.getString("contact"),
                row.getString("purpose"),
                Sources.split(row.getString("sources")),
                row.getObject("last_day", LocalDate.class));
    }

    private static SystemCertificate certificate(ResultSet row, int number) throws SQLException {
        var why = row.getString("refused_for");
        return new SystemCertificate(
                row.getString("fingerprint"),
                StoredTime.at(row, "not_before"),
                StoredTime.at(row, "not_after"),
                row.getBoolean("agreed"),
                StoredTime.maybeAt(row, "last_call"),
                StoredTime.maybeAt(row, "refused_at"),
                why == null ? null : Refusal.valueOf(why));
    }
}
