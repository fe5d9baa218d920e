package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.directory.Officers.GT;
import static org.enlace.directory.Officers.MX;
import static org.enlace.directory.Officers.NOW;
import static org.enlace.directory.Officers.SV;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.message.NodeId;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The rules about versions and signatures, each broken once. The cases are those of The Update
/// Framework's own clients.
@TestInstance(Lifecycle.PER_CLASS)
class DirectoryVerifierTest {
    private final Officers officers = new Officers();

    @Test
    void aGenesisOtherThanThePinnedOneIsRefused() {
        Officers others = new Officers();
        byte[] genesis = others.trusted.current().bytes();

        DirectoryVerdict verdict = officers.verifier.start(officers.network.genesisHash(), List.of(genesis), NOW);

        assertThat(verdict).isEqualTo(new DirectoryVerdict.Rejected(DirectoryRejection.NOT_THE_PINNED_GENESIS, 0));
    }

    @Test
    void noGenesisAtAllIsRefused() {
        assertThat(officers.verifier.start(officers.network.genesisHash(), List.of(), NOW))
                .isInstanceOf(DirectoryVerdict.Rejected.class);
    }

    @Test
    void aPinnedGenesisThatTooFewSignedIsRefused() {
        byte[] genesis = officers.signer.sign(
                officers.trusted.current().content(), officers.all().subList(0, 2), NOW);

        DirectoryVerdict verdict = officers.verifier.start(fingerprint(genesis), List.of(genesis), NOW);

        assertThat(verdict).isEqualTo(new DirectoryVerdict.Rejected(DirectoryRejection.THRESHOLD, 0));
    }

    @Test
    void anOlderVersionIsARollback() {
        TrustedDirectories two = officers.accept(officers.trusted, officers.good());

        officers.refuse(two, officers.trusted.current().bytes(), NOW, DirectoryRejection.ROLLBACK);
    }

    @Test
    void theSameVersionWithOtherContentIsAFork() {
        TrustedDirectories two = officers.accept(officers.trusted, officers.good());
        Directory other = Officers.with(officers.proposed(), edit -> edit.times(NOW, NOW.plus(Duration.ofDays(29))));

        officers.refuse(two, officers.signed(other), NOW, DirectoryRejection.FORK);
    }

    @Test
    void theVersionWeHaveIsKnownAndNoAlarm() {
        TrustedDirectories two = officers.accept(officers.trusted, officers.good());

        officers.refuse(two, two.current().bytes(), NOW, DirectoryRejection.KNOWN);
    }

    /// Who carries a version can leave out a signature that is not needed. Members who got it in different forms still
    /// speak of the same version, and take the same next one.
    @Test
    void aVersionWithoutASignatureThatIsNotNeededIsTheSameVersion() {
        byte[] fewer = officers.signer.sign(officers.proposed(), officers.all().subList(0, 3), NOW);
        TrustedDirectories theirs = officers.accept(officers.trusted, fewer);
        TrustedDirectories ours = officers.accept(officers.trusted, officers.good());
        byte[] third = officers.signed(Officers.with(
                officers.proposed(), edit -> edit.number(3).after(ours.current().hash())));

        assertThat(fewer).isNotEqualTo(officers.good());
        assertThat(theirs.current().hash()).isEqualTo(ours.current().hash());
        officers.refuse(ours, fewer, NOW, DirectoryRejection.KNOWN);
        assertThat(officers.accept(theirs, third).current().hash())
                .isEqualTo(officers.accept(ours, third).current().hash());
    }

    @Test
    void theFingerprintIsThatOfTheContentAndNothingElseHasOne() {
        assertThat(fingerprint(officers.good()))
                .isEqualTo(Fingerprint.of(new DirectoryJson().write(officers.proposed())));
        assertThat(officers.verifier.fingerprint(new byte[] {0x30, 0})).isEmpty();
    }

    @Test
    void versionsThatComeInAnyOrderAreTakenInTheirs() {
        TrialNetwork two = officers.network.suspending(SV);
        TrialNetwork three = two.rotating(GT);
        byte[] first = officers.trusted.current().bytes();
        byte[] second = two.directories().current().bytes();
        byte[] third = three.directories().current().bytes();

        DirectoryProgress progress =
                officers.verifier.advance(officers.trusted, List.of(third, new byte[] {1}, first, second), NOW);

        assertThat(progress.directories().current().hash())
                .isEqualTo(three.directories().current().hash());
        assertThat(progress.refused())
                .isEqualTo(Map.of(1, DirectoryRejection.NOT_A_DIRECTORY, 2, DirectoryRejection.KNOWN));
    }

    @Test
    void whatIsOfferedTooEarlyOrTooLateChangesNothing() {
        TrialNetwork two = officers.network.suspending(SV);
        byte[] second = two.directories().current().bytes();
        byte[] third = two.rotating(GT).directories().current().bytes();
        byte[] fork = officers.good();
        Instant late = NOW.plus(Duration.ofDays(31));

        assertThat(officers.verifier.advance(officers.trusted, List.of(third), NOW))
                .isEqualTo(new DirectoryProgress(officers.trusted, Map.of(0, DirectoryRejection.GAP)));
        assertThat(officers.verifier.advance(officers.trusted, List.of(second), late))
                .isEqualTo(new DirectoryProgress(officers.trusted, Map.of(0, DirectoryRejection.EXPIRED)));
        assertThat(officers.verifier
                        .advance(two.directories(), List.of(fork), NOW)
                        .refused())
                .isEqualTo(Map.of(0, DirectoryRejection.FORK));
    }

    @Test
    void aVersionThatRunsAheadIsRefusedAndTheRightOneStillFollows() {
        Directory ahead = Officers.with(officers.proposed(), edit -> edit.number(1001));

        officers.refuse(officers.signed(ahead), DirectoryRejection.GAP);
    }

    @Test
    void aSuccessorOfAnotherVersionIsRefused() {
        Directory mixed = Officers.with(officers.proposed(), edit -> edit.after("a".repeat(64)));

        officers.refuse(officers.signed(mixed), DirectoryRejection.PREVIOUS_HASH);
    }

    @Test
    void aVersionThatHasExpiredIsRefused() {
        Instant later = NOW.plus(Duration.ofDays(31));

        officers.refuse(officers.trusted, officers.good(), later, DirectoryRejection.EXPIRED);
    }

    @Test
    void aNodeThatWasAwayWalksThroughExpiredVersionsButMustEndAtAFreshOne() {
        byte[] two = officers.good();
        Instant later = NOW.plus(Duration.ofDays(40));
        Directory third = Officers.with(
                officers.proposed(),
                edit -> edit.number(3)
                        .after(fingerprint(two))
                        .times(later.minusSeconds(60), later.plus(Duration.ofDays(1))));
        byte[] three = officers.signer.sign(third, officers.all(), later);

        assertThat(officers.verifier.accept(officers.trusted, List.of(two), later))
                .isEqualTo(new DirectoryVerdict.Rejected(DirectoryRejection.EXPIRED, 0));
        assertThat(officers.verifier.accept(officers.trusted, List.of(two, three), later))
                .isInstanceOfSatisfying(DirectoryVerdict.Accepted.class, accepted -> {
                    assertThat(accepted.directories().current().version()).isEqualTo(3);
                    assertThat(accepted.directories().version(2)).isPresent();
                    assertThat(accepted.directories().version(4)).isEmpty();
                });
        assertThat(officers.trusted.current().version()).isEqualTo(1);
    }

    @Test
    void aNodeReadsBackWhatItAcceptedEvenAfterItExpired() {
        Instant later = NOW.plus(Duration.ofDays(40));
        List<byte[]> stored = List.of(officers.trusted.current().bytes(), officers.good());

        DirectoryVerdict verdict = officers.verifier.reload(officers.network.genesisHash(), stored, later);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        DirectoryVerdict.Accepted.class,
                        accepted -> assertThat(accepted.directories().current().expiredAt(later))
                                .isTrue());
    }

    @Test
    void aVersionFromTheFutureIsRefused() {
        Instant issued = NOW.plus(Duration.ofMinutes(6));
        Directory future =
                Officers.with(officers.proposed(), edit -> edit.times(issued, issued.plus(Duration.ofDays(1))));

        officers.refuse(officers.signed(future), DirectoryRejection.FROM_THE_FUTURE);
    }

    @Test
    void aVersionThatWouldLiveLongerThanThirtyDaysIsRefused() {
        Directory frozen = Officers.with(officers.proposed(), edit -> edit.times(NOW, NOW.plus(Duration.ofDays(31))));

        officers.refuse(officers.signed(frozen), DirectoryRejection.LIVES_TOO_LONG);
    }

    @Test
    void oneSignatureTooFewIsTooFew() {
        byte[] two = officers.signer.sign(officers.proposed(), officers.all().subList(0, 2), NOW);

        officers.refuse(two, DirectoryRejection.THRESHOLD);
    }

    @Test
    void officersMaySignOneAfterTheOther() {
        byte[] proposed =
                officers.signer.sign(officers.proposed(), officers.all().subList(0, 1), NOW);
        officers.refuse(proposed, DirectoryRejection.THRESHOLD);

        byte[] cosigned = officers.signer.cosign(proposed, officers.all().get(1), NOW);
        officers.refuse(cosigned, DirectoryRejection.THRESHOLD);
        byte[] complete = officers.signer.cosign(cosigned, officers.all().get(2), NOW);

        assertThat(officers.accept(officers.trusted, complete).current().version())
                .isEqualTo(2);
    }

    @Test
    void twoOfficersOfOneMemberCountOnce() {
        SigningKeys second = officers.stray.signing(GT);
        List<DirectoryOfficer> four = plus(officers.proposed().officers(), listed(second, GT));
        byte[] two = officers.signer.sign(
                Officers.with(officers.proposed(), edit -> edit.officers(four)), plus(officers.all(), second), NOW);
        TrustedDirectories trusted = officers.accept(officers.trusted, two);
        Directory three = Officers.with(
                trusted.current().content(),
                edit -> edit.number(3).after(trusted.current().hash()));
        SigningKeys gt = officers.all().getFirst();
        SigningKeys mx = officers.all().get(1);

        byte[] signedByTwoMembers = officers.signer.sign(three, List.of(gt, second, mx), NOW);

        officers.refuse(trusted, signedByTwoMembers, NOW, DirectoryRejection.THRESHOLD);
    }

    @Test
    void oneKeyUnderTheNamesOfTwoMembersIsNotListed() {
        DirectoryOfficer gt = officers.proposed().officers().getFirst();
        DirectoryOfficer again = new DirectoryOfficer(officers.network.codes().last(), gt.certEc(), gt.certPq());
        Directory cheated = Officers.with(officers.proposed(), edit -> edit.officers(plus(edit.officers(), again)));

        officers.refuse(officers.signed(cheated), DirectoryRejection.RULES);
    }

    @Test
    void distinctHandsAreCountedByKeyAsWellAsByMember() {
        DirectoryOfficer gt = officers.proposed().officers().getFirst();
        DirectoryOfficer mx = officers.proposed().officers().get(1);

        assertThat(OfficerSignatures.distinct(List.of(gt, mx))).isEqualTo(2);
        assertThat(OfficerSignatures.distinct(List.of(gt, new DirectoryOfficer(SV, gt.certEc(), gt.certPq()))))
                .isEqualTo(1);
        assertThat(OfficerSignatures.distinct(List.of(gt, new DirectoryOfficer(GT, mx.certEc(), mx.certPq()))))
                .isEqualTo(1);
        assertThat(OfficerSignatures.distinct(List.of(gt, new DirectoryOfficer(MX, mx.certEc(), gt.certPq()))))
                .isEqualTo(1);
    }

    @Test
    void anOfficerMustSignWithBothKeys() {
        SigningKeys gt = officers.all().getFirst();
        SigningKeys stray = officers.stray.signing(GT);
        SigningKeys half = new SigningKeys(gt.ec(), gt.certEc(), stray.pq(), stray.certPq());
        List<SigningKeys> signers = plus(officers.all().subList(1, 3), half);

        officers.refuse(officers.signer.sign(officers.proposed(), signers, NOW), DirectoryRejection.UNKNOWN_SIGNER);
    }

    @Test
    void aStrangerAmongTheSignersIsRefusedEvenWhenTheThresholdIsMet() {
        List<SigningKeys> signers = plus(officers.all(), officers.stray.signing(GT));

        officers.refuse(officers.signer.sign(officers.proposed(), signers, NOW), DirectoryRejection.UNKNOWN_SIGNER);
    }

    @Test
    void newOfficersMustShowThatTheyAccept() {
        List<SigningKeys> fresh =
                List.of(officers.stray.signing(GT), officers.stray.signing(SV), officers.stray.signing(MX));
        List<DirectoryOfficer> listed =
                List.of(listed(fresh.get(0), GT), listed(fresh.get(1), SV), listed(fresh.get(2), MX));
        Directory handover = Officers.with(officers.proposed(), edit -> edit.officers(listed));

        officers.refuse(officers.signed(handover), DirectoryRejection.NEW_THRESHOLD);
        officers.refuse(officers.signer.sign(handover, fresh, NOW), DirectoryRejection.THRESHOLD);

        byte[] both = officers.signer.sign(handover, plus(officers.all(), fresh), NOW);
        TrustedDirectories two = officers.accept(officers.trusted, both);
        Directory three = Officers.with(
                two.current().content(),
                edit -> edit.number(3).after(two.current().hash()));
        officers.refuse(two, officers.signed(three), NOW, DirectoryRejection.THRESHOLD);
        assertThat(officers.accept(two, officers.signer.sign(three, fresh, NOW))
                        .current()
                        .version())
                .isEqualTo(3);
    }

    @Test
    void aHigherThresholdMustBeReachedAtOnce() {
        SigningKeys fourth = officers.stray.signing(TrialNetwork.EXERCISE_PARTNER);
        List<DirectoryOfficer> listed =
                plus(officers.proposed().officers(), listed(fourth, TrialNetwork.EXERCISE_PARTNER));
        Directory stricter =
                Officers.with(officers.proposed(), edit -> edit.officers(listed).needing(4));

        officers.refuse(officers.signed(stricter), DirectoryRejection.NEW_THRESHOLD);
        byte[] byFour = officers.signer.sign(stricter, plus(officers.all(), fourth), NOW);
        assertThat(officers.accept(officers.trusted, byFour).current().version())
                .isEqualTo(2);
    }

    @Test
    void anOfficerWhoseCertificateHasExpiredNoLongerCounts() {
        SigningKeys old = officers.stray.signing(GT, NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)));
        List<DirectoryOfficer> listed = plus(officers.proposed().officers(), listed(old, GT));
        Directory two = Officers.with(officers.proposed(), edit -> edit.officers(listed));

        officers.refuse(officers.signer.sign(two, plus(officers.all(), old), NOW), DirectoryRejection.OFFICER_EXPIRED);
    }

    @Test
    void ofSeveralVersionsAllOrNoneAreAccepted() {
        byte[] two = officers.good();

        DirectoryVerdict verdict = officers.verifier.accept(officers.trusted, List.of(two, two), NOW);

        assertThat(verdict).isEqualTo(new DirectoryVerdict.Rejected(DirectoryRejection.KNOWN, 1));
        assertThat(officers.trusted.current().version()).isEqualTo(1);
    }

    private static DirectoryOfficer listed(SigningKeys keys, NodeId member) {
        return new DirectoryOfficer(member, Certificates.der(keys.certEc()), Certificates.der(keys.certPq()));
    }

    private static <T> List<T> plus(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static <T> List<T> plus(List<T> first, T one) {
        return plus(first, List.of(one));
    }

    private String fingerprint(byte[] version) {
        return officers.verifier.fingerprint(version).orElseThrow();
    }
}
