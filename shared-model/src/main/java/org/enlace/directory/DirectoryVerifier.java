package org.enlace.directory;

/// Decides whether a version of the directory may be trusted.
final class DirectoryVerifier {
    private DirectoryVerifier() {}
}
