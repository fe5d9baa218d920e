package org.enlace.node.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.TrustedDirectories;
import org.enlace.node.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the directory at start: from the pinned first version, through all that follow, never less than what this node
/// has trusted before. One that has expired is read too: what was received stays readable, and nothing is sent.
@Configuration(proxyBeanMethods = false)
class DirectoryLoading {
    private static final Logger log = LoggerFactory.getLogger(DirectoryLoading.class);

    @Bean
    CurrentDirectory currentDirectory(NodeSettings settings, DirectoryRows rows, DirectoryFolder folder, Clock clock) {
        DirectoryVerdict verdict =
                new DirectoryVerifier().reload(settings.directory().genesis(), versions(rows, folder), clock.instant());
        TrustedDirectories trusted = switch (verdict) {
            case DirectoryVerdict.Accepted(TrustedDirectories directories) -> directories;
            case DirectoryVerdict.Rejected(var why, int position) ->
                throw new IllegalStateException(
                        "Version " + (position + 1) + " of the directory cannot be trusted: " + why);
        };
        rows.demand(trusted);
        rows.keep(trusted);
        log.atInfo()
                .addKeyValue("version", trusted.current().version())
                .addKeyValue("hash", trusted.current().hash())
                .log("Directory trusted");
        CurrentDirectory directory = new CurrentDirectory(settings.node(), clock, trusted);
        directory.self();
        return directory;
    }

    @Bean
    DirectoryRows directoryRows(JdbcClient database, Clock clock) {
        return new DirectoryRows(database, clock);
    }

    @Bean
    DirectoryFolder directoryFolder(NodeSettings settings) {
        return new DirectoryFolder(settings.directory().folder());
    }

    /// Those that were accepted before, then what the folder holds beyond them.
    private static List<byte[]> versions(DirectoryRows rows, DirectoryFolder folder) {
        List<byte[]> found = new ArrayList<>();
        while (true) {
            int number = found.size() + 1;
            Optional<byte[]> next = rows.version(number).or(() -> folder.version(number));
            if (next.isEmpty()) {
                return found;
            }
            found.add(next.get());
        }
    }
}
