package org.enlace.node.directory;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.directory.DirectoryProgress;
import org.enlace.directory.DirectoryRejection;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.TrustedDirectories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes new versions of the directory while the node runs, from wherever they come. Nobody is believed for where a
/// version comes from: each is verified as the successor of what is trusted, kept, and only then used.
@Component
public class DirectoryUpdates {
    private static final Logger log = LoggerFactory.getLogger(DirectoryUpdates.class);
    private static final int WAITING_MAX = 16;
    /// What another version, or time, may mend.
    private static final Set<DirectoryRejection> MAY_FOLLOW = EnumSet.of(
            DirectoryRejection.GAP,
            DirectoryRejection.EXPIRED,
            DirectoryRejection.FROM_THE_FUTURE,
            DirectoryRejection.THRESHOLD,
            DirectoryRejection.UNKNOWN_SIGNER);

    private final CurrentDirectory directory;
    private final DirectoryRows rows;
    private final DirectoryFolder folder;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DirectoryVerifier verifier = new DirectoryVerifier();
    private final List<byte[]> waiting = new ArrayList<>();
    private byte[] seen = new byte[0];
    private byte[] handedOut = new byte[0];

    DirectoryUpdates(
            CurrentDirectory directory,
            DirectoryRows rows,
            DirectoryFolder folder,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.directory = directory;
        this.rows = rows;
        this.folder = folder;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// The next version as the folder holds it, once: when it has not changed since it was looked at before, so that
    /// nothing is judged while it is being written.
    public synchronized Optional<byte[]> fromFolder() {
        Optional<byte[]> next = next();
        byte[] before = seen;
        seen = next.orElseGet(() -> new byte[0]);
        Optional<byte[]> settled =
                next.filter(bytes -> Arrays.equals(bytes, before) && !Arrays.equals(bytes, handedOut));
        settled.ifPresent(bytes -> handedOut = bytes);
        return settled;
    }

    /// A folder that cannot be read is no reason to stop looking elsewhere.
    private Optional<byte[]> next() {
        try {
            return folder.version(directory.current().version() + 1);
        } catch (UncheckedIOException e) {
            log.atWarn().log("The folder of the directory cannot be read");
            return Optional.empty();
        }
    }

    /// Offers versions that came from outside.
    ///
    /// @param offered in any order; with none of them, those that were offered too early are judged again
    public synchronized Outcome offer(List<byte[]> offered) {
        List<byte[]> all = new ArrayList<>(waiting);
        offered.stream().filter(this::notWaiting).forEach(all::add);
        TrustedDirectories before = directory.trusted();
        DirectoryProgress progress = verifier.advance(before, all, clock.instant());
        boolean moved =
                progress.directories().current().version() > before.current().version();
        if (moved) {
            transaction.executeWithoutResult(_ -> rows.keep(progress.directories()));
            directory.replace(progress.directories());
            log.atInfo()
                    .addKeyValue("version", directory.trusted().current().version())
                    .addKeyValue("hash", directory.trusted().current().hash())
                    .log("Directory trusted");
        }
        int old = waiting.size();
        Set<DirectoryRejection> refused = EnumSet.noneOf(DirectoryRejection.class);
        waiting.clear();
        for (int i = 0; i < all.size(); i++) {
            DirectoryRejection why = progress.refused().get(i);
            if (why == null || why == DirectoryRejection.KNOWN) {
                continue;
            }
            if (i >= old) {
                refused.add(why);
            }
            if (MAY_FOLLOW.contains(why)) {
                waiting.add(all.get(i));
            }
        }
        if (waiting.size() > WAITING_MAX) {
            waiting.subList(0, waiting.size() - WAITING_MAX).clear();
        }
        return new Outcome(moved, refused);
    }

    private boolean notWaiting(byte[] bytes) {
        return waiting.stream().noneMatch(other -> Arrays.equals(other, bytes));
    }

    /// What came of it.
    ///
    /// @param moved whether a newer version is trusted now
    /// @param refused why some of those offered now are not
    public record Outcome(boolean moved, Set<DirectoryRejection> refused) {

        public Outcome {
            refused = Set.copyOf(refused);
        }
    }
}
