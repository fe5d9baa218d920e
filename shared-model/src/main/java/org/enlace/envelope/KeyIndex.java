package org.enlace.envelope;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.directory.Certificates;
import org.enlace.directory.Der;
import org.enlace.directory.Directory;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.Member;
import org.enlace.directory.SigningPair;
import org.enlace.message.NodeId;

/// The keys of one version of the directory, by the identifiers that envelopes name them by. Nobody keeps
/// members from listing the same identifier, so each may name several.
final class KeyIndex {
    private final Map<Address, List<Signer>> signersByEc = new HashMap<>();
    private final Map<Address, List<NodeId>> readersByEc = new HashMap<>();
    private final Map<Address, List<NodeId>> readersByKem = new HashMap<>();

    /// A pair that signs, its certificates read.
    record Signer(Member member, SigningPair pair, X509Certificate certEc, X509Certificate certPq) {}

    KeyIndex(Directory directory) {
        for (Member member : directory.members()) {
            for (SigningPair pair : member.sig()) {
                Signer signer =
                        new Signer(member, pair, Certificates.read(pair.certEc()), Certificates.read(pair.certPq()));
                add(signersByEc, signer.certEc(), signer);
            }
            for (EncryptionPair pair : member.enc()) {
                add(readersByEc, read(pair.certEc()), member.code());
                add(readersByKem, read(pair.certKem()), member.code());
            }
        }
    }

    /// The pairs with these two identifiers; more than one if a member renewed certificates for the same keys.
    List<Signer> signers(Address ec, Address pq) {
        return signersByEc.getOrDefault(ec, List.of()).stream()
                .filter(signer -> address(signer.certPq()).filter(pq::equals).isPresent())
                .toList();
    }

    List<NodeId> readersByEc(Address address) {
        return readersByEc.getOrDefault(address, List.of());
    }

    List<NodeId> readersByKem(Address address) {
        return readersByKem.getOrDefault(address, List.of());
    }

    static Optional<Address> address(X509Certificate certificate) {
        return Certificates.keyId(certificate).map(Address::of);
    }

    private static X509Certificate read(Der der) {
        return Certificates.read(der);
    }

    private static <T> void add(Map<Address, List<T>> index, X509Certificate certificate, T entry) {
        address(certificate)
                .ifPresent(address -> index.computeIfAbsent(address, none -> new ArrayList<>())
                        .add(entry));
    }
}
