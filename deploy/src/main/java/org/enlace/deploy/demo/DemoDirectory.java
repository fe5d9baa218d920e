package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.TrustedDirectories;

/// All versions of the signed directory of a demo, verified like everywhere else.
final class DemoDirectory {
    private DemoDirectory() {}

    static TrustedDirectories read(DemoFolder folder, Instant now) {
        Path versions = folder.network().resolve("directory");
        try {
            String pinned = Files.readString(versions.resolve("genesis.sha256")).strip();
            List<byte[]> bytes = new ArrayList<>();
            while (Files.exists(versions.resolve(bytes.size() + 1 + ".der"))) {
                bytes.add(Files.readAllBytes(versions.resolve(bytes.size() + 1 + ".der")));
            }
            return switch (new DirectoryVerifier().start(pinned, bytes, now)) {
                case DirectoryVerdict.Accepted(var directories) -> directories;
                case DirectoryVerdict.Rejected(var why, int _) ->
                    throw new Stop("The directory of this demo is no longer accepted (" + why
                            + "); make a new one with deploy/demo reset and deploy/demo up.");
            };
        } catch (IOException e) {
            throw new Stop("The keys in " + folder.network() + " are not complete; deploy/demo reset starts over.", e);
        }
    }
}
