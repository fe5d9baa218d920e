package org.enlace.node.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TrustedDirectories;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every version that this node has ever trusted, in its database: what it may never fall behind.
class DirectoryRows {
    private final JdbcClient database;
    private final Clock clock;

    DirectoryRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A version as it was accepted, if its bytes were kept.
    Optional<byte[]> version(int number) {
        return database
                .sql("select signed from directory_version where version = ? and signed is not null")
                .param(number)
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .findFirst();
    }

    /// @throws IllegalStateException if we trusted a newer version or another one of the same number
    void demand(TrustedDirectories trusted) {
        database.sql("select version, hash from directory_version order by version desc limit 1")
                .query(Known.class)
                .optional()
                .ifPresent(known -> {
                    Optional<String> offered = trusted.version(known.version()).map(SignedDirectory::hash);
                    if (!offered.equals(Optional.of(known.hash()))) {
                        throw new IllegalStateException("This node has already trusted version " + known.version()
                                + " of the directory, which the folder does not hold; restore it");
                    }
                });
    }

    /// Keeps what is new. Whatever was kept before stays: another replica of this node may have been faster.
    void keep(TrustedDirectories trusted) {
        List<Integer> known = database.sql("select version from directory_version where signed is not null")
                .query((row, _) -> row.getInt(1))
                .list();
        trusted.versions().stream()
                .filter(version -> !known.contains(version.version()))
                .forEach(this::keep);
    }

    private void keep(SignedDirectory version) {
        int completed = database.sql("update directory_version set signed = ? where version = ? and hash = ?")
                .params(version.bytes(), version.version(), version.hash())
                .update();
        if (completed == 0) {
            database.sql("insert into directory_version (version, hash, accepted_at, signed) values (?, ?, ?, ?)")
                    .params(version.version(), version.hash(), StoredTime.utc(clock.instant()), version.bytes())
                    .update();
        }
    }

    private record Known(int version, String hash) {}
}
