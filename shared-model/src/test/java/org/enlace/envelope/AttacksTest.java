package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;
import static org.enlace.envelope.Post.NOW;
import static org.enlace.envelope.Post.SV;
import static org.enlace.envelope.Post.isRefused;
import static org.enlace.envelope.Post.opened;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.TopicSubject;
import org.enlace.message.Compartment;
import org.enlace.message.MessageType;
import org.enlace.stream.Decision;
import org.enlace.stream.IncomingStream;
import org.enlace.stream.OutgoingLinks;
import org.enlace.stream.StreamState;
import org.junit.jupiter.api.Test;

/// What a broker, a member or someone between them may try, each tried once.
class AttacksTest {
    private final Post post = new Post();
    private final Sealed good = post.seal(GT, MX);

    @Test
    void theGoodOneIsAccepted() {
        assertThat(post.open(MX, good.envelope())).isInstanceOf(Opened.class);
    }

    @Test
    void aReplayIsADuplicate() {
        Verified<?> first = opened(post.open(MX, good.envelope()));
        Verified<?> again = opened(post.open(MX, good.envelope()));
        StreamState after = deliver(StreamState.first(), first);

        assertThat(decide(after, again)).isEqualTo(new Decision.Duplicate());
    }

    @Test
    void aGapIsHeldAndNamed() {
        StreamState first = OutgoingLinks.after(OutgoingLinks.next(MX, StreamState.first()), good.chainHash());
        StreamState second = OutgoingLinks.after(OutgoingLinks.next(MX, first), "b".repeat(64));
        Verified<?> third =
                opened(post.open(MX, linked(OutgoingLinks.next(MX, second)).envelope()));

        assertThat(decide(first, third)).isEqualTo(new Decision.Hold(2, 2));
    }

    @Test
    void anotherPredecessorIsAFork() {
        StreamState ours = OutgoingLinks.after(OutgoingLinks.next(MX, StreamState.first()), good.chainHash());
        Verified<?> forked =
                opened(post.open(MX, linked(new Link(MX, 1, 2, "b".repeat(64))).envelope()));

        assertThat(decide(ours, forked)).isEqualTo(new Decision.Fork(1, good.chainHash()));
    }

    @Test
    void aRecipientCannotPassItOnAsIfItWereMeantForAThird() {
        byte[] passedOn = post.wrapped(good.signedData(), SV);

        isRefused(post.open(SV, passedOn), Refusal.NOT_ADDRESSED);
    }

    @Test
    void aMessageMovedToAnotherTopicIsRefused() {
        isRefused(post.open(MX, good.envelope(), post.topic(GT, TopicSubject.VICTIMS), NOW), Refusal.TOPIC_BINDING);
        isRefused(post.open(MX, good.envelope(), post.topic(SV, TopicSubject.CASES), NOW), Refusal.TOPIC_BINDING);
    }

    @Test
    void aMessageSealedForATopicThatItsKindDoesNotTravelOnIsRefused() {
        String victims = post.topic(GT, TopicSubject.VICTIMS);
        Header header = post.header(GT, MessageType.CASE_ALERT, victims, MX);

        isRefused(post.open(MX, post.seal(GT, header).envelope(), victims, NOW), Refusal.TOPIC_BINDING);
    }

    @Test
    void aMemberCannotSpeakForAnother() throws Exception {
        Header asGuatemala = post.header(GT, MX);
        byte[] bySalvador = post.signed(SV, post.content(asGuatemala));

        isRefused(post.open(MX, post.wrapped(bySalvador, MX)), Refusal.SENDER_BINDING);
    }

    @Test
    void aMemberCannotClaimTheContentOfAnother() throws Exception {
        byte[] content = content(good.signedData());
        byte[] stolen = post.signed(SV, content);

        isRefused(post.open(MX, post.wrapped(stolen, MX)), Refusal.SENDER_BINDING);
    }

    @Test
    void eitherSignatureAloneIsRefused() throws Exception {
        for (int kept : List.of(0, 1)) {
            byte[] stripped = Cms.with(good.signedData(), signers -> List.of(signers.get(kept)));

            isRefused(post.open(MX, post.wrapped(stripped, MX)), Refusal.SIGNATURE_SET);
        }
    }

    @Test
    void noSignatureAtAllIsRefused() throws Exception {
        byte[] bare = Cms.with(good.signedData(), signers -> List.of());

        isRefused(post.open(MX, post.wrapped(bare, MX)), Refusal.SIGNATURE_SET);
    }

    @Test
    void threeSignaturesAreRefused() throws Exception {
        byte[] other = post.signed(SV, content(good.signedData()));
        byte[] three = Cms.with(
                good.signedData(),
                signers -> List.of(
                        signers.get(0), signers.get(1), Cms.signers(other).get(0)));

        isRefused(post.open(MX, post.wrapped(three, MX)), Refusal.SIGNATURE_SET);
    }

    @Test
    void theSameSignatureTwiceIsRefused() throws Exception {
        byte[] other = post.signed(GT, content(good.signedData()));
        for (int which : List.of(0, 1)) {
            SignerInfo again = Cms.signers(other).get(which);
            byte[] twice = Cms.with(good.signedData(), signers -> List.of(signers.get(which), again));

            isRefused(post.open(MX, post.wrapped(twice, MX)), Refusal.SIGNATURE_SET);
        }
    }

    @Test
    void halvesOfTwoMembersAreNoPair() throws Exception {
        byte[] other = post.signed(SV, content(good.signedData()));
        for (int mine : List.of(0, 1)) {
            byte[] mixed = Cms.with(
                    good.signedData(),
                    signers -> List.of(signers.get(mine), Cms.signers(other).get(1 - mine)));

            isRefused(post.open(MX, post.wrapped(mixed, MX)), Refusal.UNKNOWN_SIGNER);
        }
    }

    @Test
    void signaturesOfTwoContentsAreRefused() throws Exception {
        byte[] other = post.signed(GT, post.content(post.header(GT, MX)));
        byte[] mixed = Cms.with(
                good.signedData(),
                signers -> List.of(signers.get(0), Cms.signers(other).get(1)));

        isRefused(post.open(MX, post.wrapped(mixed, MX)), Refusal.SIGNED_ATTRIBUTES);
    }

    @Test
    void swappedSignatureValuesAreRefused() throws Exception {
        byte[] swapped = Cms.with(
                good.signedData(),
                signers -> List.of(
                        Cms.withSignature(
                                signers.get(0),
                                signers.get(1).getEncryptedDigest().getOctets()),
                        Cms.withSignature(
                                signers.get(1),
                                signers.get(0).getEncryptedDigest().getOctets())));

        isRefused(post.open(MX, post.wrapped(swapped, MX)), Refusal.SIGNATURE);
    }

    @Test
    void emptyAndTruncatedSignaturesAreRefused() throws Exception {
        for (int which : List.of(0, 1)) {
            byte[] whole = Cms.signers(good.signedData())
                    .get(which)
                    .getEncryptedDigest()
                    .getOctets();
            for (int length : List.of(0, 1, 2, 8, 32, 64, whole.length - 1)) {
                byte[] cut = Cms.with(good.signedData(), signers -> {
                    SignerInfo shorter = Cms.withSignature(signers.get(which), Arrays.copyOf(whole, length));
                    return which == 0 ? List.of(shorter, signers.get(1)) : List.of(signers.get(0), shorter);
                });
                isRefused(post.open(MX, post.wrapped(cut, MX)), Refusal.SIGNATURE);
            }
        }
    }

    /// Signed attributes dropped, and their encoding given out as the content: both signatures still verify.
    @Test
    void forgedAttributesAreRefused() throws Exception {
        for (int which : List.of(0, 1)) {
            byte[] forged = Cms.forgedAttributes(good.signedData(), which);

            assertThat(Cms.bouncyCastleBelieves(
                            forged, post.network.member(GT).keys().signing(), which))
                    .as("Bouncy Castle alone would have believed it")
                    .isTrue();
            isRefused(post.open(MX, post.wrapped(forged, MX)), Refusal.SIGNATURE_SET);
        }
        byte[] both = Cms.with(
                good.signedData(),
                signers -> signers.stream()
                        .map(signer -> Cms.with(signer, null, null))
                        .toList());
        isRefused(post.open(MX, post.wrapped(both, MX)), Refusal.SIGNED_ATTRIBUTES);
    }

    @Test
    void aMissingAForeignAndADoubleSignedAttributeAreRefused() throws Exception {
        List<Attribute> attributes =
                Cms.attributes(Cms.signers(good.signedData()).getFirst());
        for (Attribute dropped : attributes) {
            boolean optional = dropped.getAttrType().equals(CMSAttributes.cmsAlgorithmProtect);
            List<Attribute> rest =
                    attributes.stream().filter(it -> !it.equals(dropped)).toList();
            isRefused(openResigned(rest), optional ? Refusal.SIGNATURE : Refusal.SIGNED_ATTRIBUTES);
        }
        Attribute foreign = new Attribute(new ASN1ObjectIdentifier("1.2.840.113549.1.9.15"), new DERSet(new DERSet()));
        isRefused(openResigned(plus(attributes, foreign)), Refusal.SIGNED_ATTRIBUTES);
        isRefused(openResigned(plus(attributes, attributes.getFirst())), Refusal.SIGNED_ATTRIBUTES);
    }

    @Test
    void attributesWithoutAlgorithmProtectionAreAcceptedIfTheyAreSigned() throws Exception {
        byte[] content = content(good.signedData());
        byte[] without = Cms.signed(
                post.suite.primitives(),
                post.network.member(GT).keys().signing(),
                content,
                type -> !type.equals(CMSAttributes.cmsAlgorithmProtect));

        assertThat(post.open(MX, post.wrapped(without, MX))).isInstanceOf(Opened.class);
    }

    @Test
    void unsignedAttributesAreRefused() throws Exception {
        byte[] extended = Cms.with(good.signedData(), signers -> {
            ASN1Set added = new DERSet(new Attribute(CMSAttributes.counterSignature, new DERSet(signers.get(1))));
            return List.of(
                    Cms.with(signers.get(0), signers.get(0).getAuthenticatedAttributes(), added), signers.get(1));
        });

        isRefused(post.open(MX, post.wrapped(extended, MX)), Refusal.SIGNATURE_SET);
    }

    @Test
    void certificatesOnTheWireAreRefused() throws Exception {
        byte[] withCertificate = Cms.withCertificate(
                good.signedData(), post.network.member(GT).keys().signing().certEc());

        isRefused(post.open(MX, post.wrapped(withCertificate, MX)), Refusal.SIGNATURE_SET);
    }

    @Test
    void theOtherFormOfTheSameEcdsaSignatureIsRefused() throws Exception {
        byte[] malleable = Cms.with(
                good.signedData(),
                signers -> signers.stream()
                        .map(signer -> signer.getDigestAlgorithm().equals(Algorithms.SHA256)
                                ? Cms.withSignature(
                                        signer,
                                        Cms.highS(signer.getEncryptedDigest().getOctets()))
                                : signer)
                        .toList());

        isRefused(post.open(MX, post.wrapped(malleable, MX)), Refusal.SIGNATURE);
    }

    @Test
    void whatWasSignedForAnotherPurposeIsNoMessage() throws Exception {
        byte[] directory = post.network.directories().current().bytes();

        isRefused(post.open(MX, post.wrapped(directory, MX)), Refusal.CONTENT_TYPE);
    }

    @Test
    void aTruncatedTagIsRefusedInEitherLayer() throws Exception {
        byte[] inner = Cms.inner(post, good.envelope(), MX);
        for (int length = 0; length < 16; length++) {
            isRefused(post.open(MX, Cms.withTag(good.envelope(), length)), Refusal.SUITE);
            byte[] outer = Cms.outer(post, Cms.withTag(inner, length), MX);
            isRefused(post.open(MX, outer), Refusal.SUITE);
        }
    }

    @Test
    void aBitFlippedAnywhereIsRefused() {
        byte[] envelope = good.envelope();
        for (int i = 0; i < envelope.length; i += 7) {
            byte[] changed = envelope.clone();
            changed[i] ^= 1;
            assertThat(post.open(MX, changed)).isInstanceOf(Refused.class);
        }
        byte[] tag = envelope.clone();
        tag[tag.length - 1] ^= 1;
        isRefused(post.open(MX, tag), Refusal.DECRYPTION);
    }

    /// The same keys and ciphertext relabelled as the older EnvelopedData would make a padding oracle of us.
    @Test
    void theEnvelopeRelabelledWithoutAuthenticationIsRefused() throws Exception {
        byte[] inner = Cms.inner(post, good.envelope(), MX);

        isRefused(post.open(MX, Cms.relabelled(good.envelope())), Refusal.NOT_AN_ENVELOPE);
        isRefused(post.open(MX, Cms.outer(post, Cms.relabelled(inner), MX)), Refusal.NOT_AN_ENVELOPE);
    }

    @Test
    void eitherLayerMissingIsRefused() throws Exception {
        byte[] inner = Cms.inner(post, good.envelope(), MX);

        isRefused(post.open(MX, inner), Refusal.SUITE);
        isRefused(post.open(MX, good.signedData()), Refusal.NOT_AN_ENVELOPE);
        isRefused(post.open(MX, Cms.outer(post, good.signedData(), MX)), Refusal.NOT_AN_ENVELOPE);
    }

    @Test
    void aReaderThatTheHeaderDoesNotNameIsNoticed() {
        isRefused(post.open(MX, post.wrapped(good.signedData(), MX, SV)), Refusal.RECIPIENT_KEYS);
    }

    @Test
    void aMessageThatHasExpiredIsRefusedButCounts() {
        Header shortLived = dated(NOW, NOW.plus(Duration.ofHours(1)));
        byte[] envelope = post.seal(GT, shortLived).envelope();

        Opening late = post.open(MX, envelope, shortLived.topic(), NOW.plus(Duration.ofHours(1)));

        isRefused(late, Refusal.EXPIRED);
        assertThat(late)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.proven())
                                .hasValueSatisfying(proven ->
                                        assertThat(proven.link().seq()).isEqualTo(1)));
    }

    @Test
    void aClockMoreThanADayAheadIsRefused() {
        Duration day = Duration.ofDays(1);
        Header just = dated(NOW.plus(day), NOW.plus(Duration.ofDays(7)));

        assertThat(post.open(MX, post.seal(GT, just).envelope())).isInstanceOf(Opened.class);
        Header ahead = dated(NOW.plus(day).plusMillis(1), NOW.plus(Duration.ofDays(7)));
        isRefused(post.open(MX, post.seal(GT, ahead).envelope()), Refusal.SKEW);
    }

    @Test
    void whatWasHeldUpOnTheWayIsOpenedUntilItExpires() {
        Header header = dated(NOW, NOW.plus(Duration.ofDays(14)));
        byte[] envelope = post.seal(GT, header).envelope();

        assertThat(post.open(MX, envelope, header.topic(), NOW.plus(Duration.ofDays(3))))
                .isInstanceOf(Opened.class);
        isRefused(post.open(MX, envelope, header.topic(), NOW.plus(Duration.ofDays(14))), Refusal.EXPIRED);
    }

    @Test
    void anotherDirectoryThanOursIsNoticed() {
        Header header = post.header(GT, MX);

        isRefused(post.open(MX, post.seal(GT, under(header, 1, "0".repeat(64))).envelope()), Refusal.DIRECTORY_HASH);
        isRefused(
                post.open(MX, post.seal(GT, under(header, 2, header.dirHash())).envelope()), Refusal.DIRECTORY_AHEAD);
    }

    @Test
    void anOlderDirectoryIsGoodForThreeDaysAfterItWasReplaced() {
        post.network = post.network.rotating(SV).rotating(SV);
        byte[] envelope = good.envelope();
        String topic = post.topic(GT, TopicSubject.CASES);

        assertThat(post.open(MX, envelope, topic, NOW)).isInstanceOf(Opened.class);
        Header old = dated(NOW.plus(Duration.ofDays(3)), NOW.plus(Duration.ofDays(7)));
        byte[] later = post.seal(GT, under(old, 1, post.network.genesisHash())).envelope();
        isRefused(post.open(MX, later, topic, NOW.plus(Duration.ofDays(3))), Refusal.DIRECTORY_VERSION);
    }

    @Test
    void nothingIsTakenInUnderADirectoryThatHasExpired() {
        Instant later = NOW.plus(Duration.ofDays(30));
        Header header = dated(later, later.plus(Duration.ofDays(1)));

        isRefused(post.open(MX, post.seal(GT, header).envelope(), header.topic(), later), Refusal.DIRECTORY_EXPIRED);
    }

    @Test
    void aRevokedOrCompromisedPairIsNotBelieved() {
        post.network = post.network.revoking(GT, NOW, NOW.minus(Duration.ofDays(1)));

        isRefused(post.open(MX, good.envelope()), Refusal.KEY_NOT_VALID_THEN);
    }

    @Test
    void aSuspendedMemberIsNotHeard() {
        post.network = post.network.suspending(GT);

        isRefused(post.open(MX, good.envelope()), Refusal.SENDER_NOT_ACTIVE);
    }

    @Test
    void keysThatTheDirectoryDoesNotListAreNotBelieved() {
        Post elsewhere = new Post();
        SigningKeys stray = elsewhere.network.member(GT).keys().signing();
        Header header = post.header(GT, MX);
        Sealed sealed = post.sealer.seal(stray, header, Post.contents(), post.members(List.of(MX)), NOW);

        isRefused(post.open(MX, sealed.envelope()), Refusal.UNKNOWN_SIGNER);
    }

    @Test
    void anEnvelopeLargerThanTheLimitIsNotEvenParsed() {
        isRefused(post.open(MX, new byte[Limits.ENVELOPE_MAX + 1]), Refusal.TOO_LARGE);
    }

    @Test
    void aChangedCompartmentOrPaddingIsRefusedEvenIfSigned() throws Exception {
        byte[] content = content(good.signedData());
        byte[] padding = content.clone();
        padding[padding.length - 1] = 1;
        byte[] compartment = content.clone();
        compartment[4 + Payload.header(content).length + 1 + 1 + 32 + 4] ^= 1;
        byte[] salt = content.clone();
        salt[4 + Payload.header(content).length + 1 + 1] ^= 1;

        isRefused(post.open(MX, post.wrapped(post.signed(GT, padding), MX)), Refusal.PAYLOAD);
        isRefused(post.open(MX, post.wrapped(post.signed(GT, compartment), MX)), Refusal.COMMITMENT);
        isRefused(post.open(MX, post.wrapped(post.signed(GT, salt), MX)), Refusal.COMMITMENT);
    }

    @Test
    void compartmentsThatMakeNoMessageAreRefusedButCount() {
        Header header = post.header(GT, MX);
        Sealed sealed = post.sealer.seal(
                post.network.member(GT).keys().signing(),
                header,
                Map.of(Compartment.ALERT, new byte[] {'{', '}'}),
                post.members(List.of(MX)),
                NOW);

        Opening opening = post.open(MX, sealed.envelope());

        isRefused(opening, Refusal.CONTENT);
        assertThat(((Refused) opening).sender()).contains(GT);
    }

    private Opening openResigned(List<Attribute> attributes) throws Exception {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        attributes.forEach(vector::add);
        byte[] changed = Cms.with(
                good.signedData(),
                signers -> List.of(Cms.with(signers.get(0), new DERSet(vector), null), signers.get(1)));
        return post.open(MX, post.wrapped(changed, MX));
    }

    private static <T> List<T> plus(List<T> items, T item) {
        return Stream.concat(items.stream(), Stream.of(item)).toList();
    }

    private Sealed linked(Link link) {
        Header header = post.header(GT, MX);
        return post.seal(
                GT,
                Headers.of(
                        header,
                        header.sentAt(),
                        header.notAfter(),
                        header.dirVersion(),
                        header.dirHash(),
                        List.of(link)));
    }

    private Header dated(Instant sentAt, Instant notAfter) {
        Header header = post.header(GT, MX);
        return Headers.of(header, sentAt, notAfter, header.dirVersion(), header.dirHash(), header.links());
    }

    private static Header under(Header header, int version, String hash) {
        return Headers.of(header, header.sentAt(), header.notAfter(), version, hash, header.links());
    }

    private static byte[] content(byte[] signedData) throws Exception {
        return Cms.content(signedData);
    }

    private static StreamState deliver(StreamState state, Verified<?> message) {
        return ((Decision.Deliver) decide(state, message)).next();
    }

    private static Decision decide(StreamState state, Verified<?> message) {
        return IncomingStream.decide(state, seq -> Optional.empty(), message.link(), message.chainHash());
    }
}
