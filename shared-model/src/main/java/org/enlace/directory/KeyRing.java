package org.enlace.directory;

/// The private keys one contact node works with. Safe to print.
public record KeyRing(SigningKeys signing, DecryptionKeys decryption) {}
