package org.enlace.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every version of the directory that this node has verified, from the pinned first one to the current one, without
/// a gap. Immutable; only [DirectoryVerifier] adds to it.
public final class TrustedDirectories {
    private final List<SignedDirectory> versions;

    TrustedDirectories(List<SignedDirectory> versions) {
        this.versions = List.copyOf(versions);
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).version() != i + 1) {
                throw new IllegalStateException("Versions of the directory must follow each other from 1");
            }
        }
    }

    TrustedDirectories with(SignedDirectory next) {
        List<SignedDirectory> longer = new ArrayList<>(versions);
        longer.add(next);
        return new TrustedDirectories(longer);
    }

    public SignedDirectory current() {
        return versions.getLast();
    }

    /// A version by number: the current one or one before it; empty for those we have not seen.
    public Optional<SignedDirectory> version(int number) {
        return number >= 1 && number <= versions.size() ? Optional.of(versions.get(number - 1)) : Optional.empty();
    }

    /// All of them, oldest first.
    public List<SignedDirectory> versions() {
        return versions;
    }

    @Override
    public String toString() {
        return "TrustedDirectories[1.." + versions.size() + "]";
    }
}
