package org.enlace.node.directory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TrustedDirectories;
import org.enlace.node.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the directory at start: from the pinned first version, through all that follow, never less than what this node
/// has trusted before.
@Configuration(proxyBeanMethods = false)
class DirectoryLoading {
    private static final Logger log = LoggerFactory.getLogger(DirectoryLoading.class);

    @Bean
    CurrentDirectory currentDirectory(NodeSettings settings, HighWater highWater, Clock clock) {
        DirectoryFolder folder = new DirectoryFolder(settings.directory().folder());
        DirectoryVerdict verdict =
                new DirectoryVerifier().start(settings.directory().genesis(), folder.from(1), clock.instant());
        TrustedDirectories trusted = switch (verdict) {
            case DirectoryVerdict.Accepted(TrustedDirectories directories) -> directories;
            case DirectoryVerdict.Rejected(var why, int position) ->
                throw new IllegalStateException(
                        "Version " + (position + 1) + " of the directory cannot be trusted: " + why);
        };
        highWater.demand(trusted);
        highWater.raise(trusted);
        log.atInfo()
                .addKeyValue("version", trusted.current().version())
                .addKeyValue("hash", trusted.current().hash())
                .log("Directory trusted");
        CurrentDirectory directory = new CurrentDirectory(settings.node(), clock, trusted);
        directory.self();
        return directory;
    }

    @Bean
    HighWater highWater(JdbcClient database, Clock clock) {
        return new HighWater(database, clock);
    }

    /// The versions that this node has ever trusted, in its database.
    static class HighWater {
        private final JdbcClient database;
        private final Clock clock;

        HighWater(JdbcClient database, Clock clock) {
            this.database = database;
            this.clock = clock;
        }

        /// @throws IllegalStateException if we trusted a newer version or another one of the same number
        void demand(TrustedDirectories trusted) {
            database.sql("select version, hash from directory_version order by version desc limit 1")
                    .query(Known.class)
                    .optional()
                    .ifPresent(known -> {
                        Optional<String> offered =
                                trusted.version(known.version()).map(SignedDirectory::hash);
                        if (!offered.equals(Optional.of(known.hash()))) {
                            throw new IllegalStateException("This node has already trusted version " + known.version()
                                    + " of the directory, which the folder does not hold; restore it");
                        }
                    });
        }

        void raise(TrustedDirectories trusted) {
            List<Integer> known = database.sql("select version from directory_version")
                    .query((row, _) -> row.getInt(1))
                    .list();
            trusted.versions().stream()
                    .filter(version -> !known.contains(version.version()))
                    .forEach(version -> database.sql(
                                    "insert into directory_version (version, hash, accepted_at) values (?, ?, ?)")
                            .params(version.version(), version.hash(), OffsetDateTime.now(clock))
                            .update());
        }
    }

    private record Known(int version, String hash) {}
}
