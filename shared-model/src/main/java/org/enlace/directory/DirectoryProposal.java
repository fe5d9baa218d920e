package org.enlace.directory;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.cms.SignerInformation;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// The next version of the directory on its way through the hands of those who sign it: first by nobody, then by some.
/// It follows the version that is trusted and keeps the rules, and is trusted by nobody itself.
public final class DirectoryProposal {
    private static final DirectoryJson JSON = new DirectoryJson();

    private final SignedDirectory before;
    private final Directory content;
    private final byte[] json;
    private final byte @Nullable [] signed;
    private final List<DirectoryOfficer> signers;

    private DirectoryProposal(
            SignedDirectory before, byte[] json, byte @Nullable [] signed, List<SignerInformation> signatures)
            throws RejectedDirectory {
        this.before = before;
        this.content = JSON.read(json);
        this.json = json;
        this.signed = signed;
        Directory old = before.content();
        RejectedDirectory.unless(content.version() == old.version() + 1, DirectoryRejection.GAP);
        RejectedDirectory.unless(content.prevHash().equals(before.hash()), DirectoryRejection.PREVIOUS_HASH);
        DirectoryRules.check(content);
        DirectoryHistory.check(old, content);
        OfficerSignatures read = new OfficerSignatures(signatures);
        this.signers = read.verifiedOf(old.officers());
        RejectedDirectory.unless(read.allUsed(), DirectoryRejection.UNKNOWN_SIGNER);
    }

    static DirectoryProposal of(SignedDirectory before, Directory content) {
        return read(before, JSON.write(content));
    }

    /// @param file what this made earlier: content that nobody has signed, or with the signatures of some
    /// @throws IllegalArgumentException if it does not follow this version, breaks a rule, or is wrongly signed
    public static DirectoryProposal read(SignedDirectory before, byte[] file) {
        try {
            if (file.length > 0 && file[0] == '{') {
                RejectedDirectory.unless(file.length <= DirectoryCms.BYTES_MAX, DirectoryRejection.TOO_LARGE);
                return new DirectoryProposal(before, file.clone(), null, List.of());
            }
            DirectoryCms cms = DirectoryCms.parse(file);
            return new DirectoryProposal(before, cms.json(), file.clone(), cms.signers());
        } catch (RejectedDirectory e) {
            throw new IllegalArgumentException("Not a next version of the directory: " + e.why(), e);
        }
    }

    /// With the signature of one more officer.
    ///
    /// @throws IllegalArgumentException if these keys are no officer's, or have signed it
    public DirectoryProposal signedBy(SigningKeys keys, DirectorySigner signer, Instant at) {
        DirectoryOfficer officer = before.content().officers().stream()
                .filter(each -> each.certEc().equals(Certificates.der(keys.certEc()))
                        && each.certPq().equals(Certificates.der(keys.certPq())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("These keys are not those of an officer"));
        if (signers.contains(officer)) {
            throw new IllegalArgumentException("The officer of " + officer.member() + " has signed it");
        }
        return read(before, signed == null ? signer.sign(json, List.of(keys), at) : signer.cosign(signed, keys, at));
    }

    public Directory content() {
        return content;
    }

    /// How the version will be called: lower-case hex SHA-256 of what is signed. Those who sign read it to each other.
    public String hash() {
        return Fingerprint.of(json);
    }

    /// Members whose officers have signed it.
    public List<NodeId> signers() {
        return signers.stream().map(DirectoryOfficer::member).toList();
    }

    /// How many more must sign it.
    public int missing() {
        return Math.max(0, before.content().threshold() - OfficerSignatures.distinct(signers));
    }

    /// To be kept, passed to the next officer, and published when nobody is missing.
    public byte[] bytes() {
        return signed == null ? json.clone() : signed.clone();
    }
}
