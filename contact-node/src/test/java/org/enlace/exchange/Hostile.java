package org.enlace.exchange;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.enlace.compose.Provided;
import org.enlace.directory.Member;
import org.enlace.envelope.Header;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Sealer;
import org.enlace.envelope.Suite;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartments;
import org.enlace.message.NodeId;
import org.enlace.trial.Partner;
import org.enlace.trial.StrayKeys;

/// A member that makes what must be refused, each record once and sound in all but one respect. Every report carries
/// the same words, so that a test can look for them where they must not be.
final class Hostile {
    static final String WORDS = "Palabras canarias que nadie debe leer";

    private final Site site;
    private final NodeId code;
    private final Sealer sealer = new Sealer(Suite.bouncyCastle(), new SecureRandom());
    private final StrayKeys stray = new StrayKeys(new SecureRandom(), Clock.systemUTC());
    private final Partner partner;

    Hostile(Site site, NodeId code) {
        this.site = site;
        this.code = code;
        this.partner = partner(code);
    }

    /// The next true message of this member, about this case.
    Sealed honest(NodeId to, CaseReference reference) {
        return partner.seal(Reports.report(WORDS), Reports.about(reference), new TreeSet<>(List.of(to)));
    }

    /// Corrects this version: the first to do so is a true message, the next is not.
    Sealed correcting(Sealed version, NodeId to, CaseReference reference) {
        var report = Reports.report(WORDS);
        if (!(partner(to).open(version.envelope(), partner.topic(report)) instanceof Opened(var opened))) {
            throw new IllegalStateException("The version that is corrected does not open");
        }
        return partner.seal(
                report,
                Provided.correcting(opened.header().msgId(), Reports.about(reference)),
                new TreeSet<>(List.of(to)));
    }

    byte[] ofAnUnknownSender(NodeId to) {
        Header header = header(to);
        return sealer.seal(
                        stray.signing(code),
                        header,
                        Compartments.split(Reports.report(WORDS)),
                        List.of(member(to)),
                        Instant.now())
                .envelope();
    }

    byte[] unsigned(NodeId to) {
        return wrapped(signedBy(sealed(to), 0), to);
    }

    byte[] strippedOfOneSignature(NodeId to) {
        return wrapped(signedBy(sealed(to), 1), to);
    }

    /// What this member read, encrypted anew for another.
    byte[] readdressed(NodeId first, NodeId second) {
        return wrapped(sealed(first).signedData(), second);
    }

    /// A message of another member, under new ciphertext.
    byte[] replayed(Sealed message, NodeId to) {
        return wrapped(message.signedData(), to);
    }

    byte[] expired(NodeId to) {
        Header header = header(to);
        return partner.sealed(
                        Header.toSeal(
                                header.msgId(),
                                header.sender(),
                                header.recipients(),
                                header.topic(),
                                Instant.now().minusSeconds(7_200),
                                Instant.now().minusSeconds(3_600),
                                header.mode(),
                                header.dirVersion(),
                                header.dirHash(),
                                header.links(),
                                header.about()),
                        Reports.report(WORDS))
                .envelope();
    }

    static byte[] oversized() {
        byte[] bytes = new byte[900_000];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private Header header(NodeId to) {
        return partner.header(Reports.report(WORDS), Reports.about(), new TreeSet<>(List.of(to)));
    }

    private Sealed sealed(NodeId to) {
        return partner.sealed(header(to), Reports.report(WORDS));
    }

    private byte[] wrapped(byte[] signedData, NodeId to) {
        return sealer.wrap(signedData, List.of(member(to)), Instant.now());
    }

    private static byte[] signedBy(Sealed sealed, int signers) {
        try {
            CMSSignedData whole = new CMSSignedData(sealed.signedData());
            List<SignerInformation> left =
                    List.copyOf(whole.getSignerInfos().getSigners()).subList(0, signers);
            return CMSSignedData.replaceSigners(whole, new SignerInformationStore(left))
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Partner partner(NodeId member) {
        return Partner.of(member, site.files(), Suite.bouncyCastle(), new SecureRandom(), Clock.systemUTC());
    }

    private Member member(NodeId member) {
        return site.network().directory().member(member).orElseThrow();
    }
}
