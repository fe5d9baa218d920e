package org.enlace.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import org.enlace.directory.DecryptionKeys;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.KeyRing;
import org.enlace.directory.PrivateFiles;
import org.enlace.directory.SignedDirectory;

/// Writes a trial network to disk as nodes, brokers and the exercise partner find it. Folders have permission 700,
/// files 600.
///
/// ```
/// ca.pem                       authority of all TLS certificates
/// directory/1.der …            every version; directory/genesis.sha256 to pin
/// GT/keys.p12, keys.password   signing and decryption keys of the node
/// GT/transport.pem             TLS client of the node at the broker, principal `gt`
/// GT/console.pem               TLS server of the node's console
/// officers/GT.p12, GT.password keys of a directory officer
/// broker/broker.pem            TLS of the brokers; admin/admin.pem of who configures them
/// ```
public final class TrialFolder {
    private final TrialNetwork network;

    public TrialFolder(TrialNetwork network) {
        this.network = network;
    }

    /// @param folder a new one, or an empty one
    /// @throws IllegalStateException if there is anything in it: keys are never overwritten
    public void write(Path folder) {
        try {
            create(folder);
            try (var content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new IllegalStateException("Not empty, and keys are never overwritten: " + folder);
                }
            }
            PrivateFiles.write(
                    folder.resolve("ca.pem"),
                    new Pem().certificate(network.transportAuthority()).bytes());
            writeDirectory(create(folder.resolve("directory")));
            for (var code : network.codes()) {
                writeMember(create(folder.resolve(code.value())), network.member(code));
            }
            Path officers = create(folder.resolve("officers"));
            for (TrialOfficer officer : network.officers()) {
                writeKeys(
                        officers, officer.member().value(), new KeyRing(officer.keys(), new DecryptionKeys(List.of())));
            }
            infrastructure(create(folder.resolve("broker")), "broker", KeyPurpose.TLS_BROKER);
            infrastructure(create(folder.resolve("admin")), "admin", KeyPurpose.TLS_CLIENT);
        } catch (IOException e) {
            throw new UncheckedIOException("The trial network cannot be written to " + folder, e);
        }
    }

    private void writeDirectory(Path folder) {
        for (SignedDirectory version : network.directories().versions()) {
            PrivateFiles.write(folder.resolve(version.version() + ".der"), version.bytes());
        }
        PrivateFiles.write(
                folder.resolve("genesis.sha256"), (network.genesisHash() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void writeMember(Path folder, TrialMember member) {
        writeKeys(folder, "keys", member.keys());
        PrivateFiles.write(folder.resolve("transport.pem"), network.ceremony().pem(member.transport()));
        PrivateFiles.write(folder.resolve("console.pem"), network.ceremony().pem(member.console()));
    }

    private void writeKeys(Path folder, String name, KeyRing keys) {
        byte[] bits = new byte[20];
        network.ceremony().random().nextBytes(bits);
        String password = HexFormat.of().formatHex(bits);
        KeyFiles.save(folder.resolve(name + ".p12"), password.toCharArray(), keys);
        PrivateFiles.write(folder.resolve(name + ".password"), (password + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void infrastructure(Path folder, String name, KeyPurpose purpose) {
        Certified certified = network.ceremony().tls("CN=" + name + ",OU=infra,O=Enlace", purpose);
        PrivateFiles.write(folder.resolve(name + ".pem"), network.ceremony().pem(certified));
    }

    private static Path create(Path folder) throws IOException {
        try {
            return Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
