package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.directory.Members.competent;
import static org.enlace.directory.Members.encryption;
import static org.enlace.directory.Members.pair;
import static org.enlace.directory.Members.partners;
import static org.enlace.directory.Members.plus;
import static org.enlace.directory.Members.revoked;
import static org.enlace.directory.Members.signing;
import static org.enlace.directory.Members.status;
import static org.enlace.directory.Members.topics;
import static org.enlace.directory.Officers.GT;
import static org.enlace.directory.Officers.MX;
import static org.enlace.directory.Officers.NOW;
import static org.enlace.directory.Officers.SV;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.enlace.message.NodeId;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Content that enough officers signed and that is refused all the same: by mistake or by a majority that oversteps.
@TestInstance(Lifecycle.PER_CLASS)
class DirectoryContentTest {
    private final Officers officers = new Officers();

    @Test
    void jsonThatTwoReadersCouldReadDifferentlyIsRefused() {
        String json = new String(new DirectoryJson().write(officers.proposed()), StandardCharsets.UTF_8);

        for (String hostile : List.of(
                json.replaceFirst("\\{", "{\"extra\":1,"),
                json.replaceFirst("\\{", "{\"version\":1,"),
                json.replaceFirst("\"version\":2", "\"version\":\"2\""),
                json.replaceFirst("\"version\":2", "\"version\":2.5"),
                json.replaceFirst("\"version\":2", "\"version\":null"),
                json.replaceFirst("\"version\":2,", ""),
                json.replaceFirst("\"issuedAt\":\"[^\"]*\"", "\"issuedAt\":null"),
                json.replaceFirst("\"status\":\"ACTIVE\"", "\"status\":\"active\""),
                json.replaceFirst("\"status\":\"ACTIVE\"", "\"status\":0"),
                json.replaceFirst("\"partners\":\\[\"", "\"partners\":[null,\""),
                json.replaceFirst("\"topic\":\"[^\"]*\"", "\"topic\":" + "[".repeat(50) + "]".repeat(50)),
                json.replaceFirst("\"topic\":\"[^\"]*\"", "\"topic\":\"" + "t".repeat(70_000) + "\""),
                json + "{}",
                json + " 1",
                json.substring(0, json.length() - 1),
                "null",
                "[]",
                "")) {
            assertThat(hostile).isNotEqualTo(json);
            assertThat(officers.verifier.accept(officers.trusted, List.of(officers.signedJson(hostile)), NOW))
                    .as(hostile.substring(0, Math.min(200, hostile.length())))
                    .isEqualTo(new DirectoryVerdict.Rejected(DirectoryRejection.CONTENT, 0));
        }
        assertThat(officers.accept(officers.trusted, officers.signedJson(json))
                        .current()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aThresholdThatAMinorityCouldReachIsRefused() {
        breaks(DirectoryRejection.RULES, edit -> edit.needing(2));
        breaks(DirectoryRejection.RULES, edit -> edit.needing(0));
        breaks(DirectoryRejection.RULES, edit -> edit.needing(4));
    }

    @Test
    void aFormatWeDoNotKnowIsRefused() {
        breaks(DirectoryRejection.RULES, edit -> edit.format(2));
    }

    @Test
    void aDirectoryThatExpiresBeforeItIsIssuedIsRefused() {
        breaks(DirectoryRejection.RULES, edit -> edit.times(NOW, NOW.minusSeconds(1)));
    }

    @Test
    void twoMembersThatAreBothTheSecretariatAreRefused() {
        assertThat(officers.trusted.current().content().secretariat()).isEmpty();
        Directory one = Officers.with(
                officers.proposed(), edit -> edit.member(GT, gt -> competent(gt, ContactPoint.SECRETARIAT)));

        TrustedDirectories two = officers.accept(officers.trusted, officers.signer.sign(one, officers.all(), NOW));

        assertThat(two.current().content().secretariat())
                .hasValueSatisfying(member -> assertThat(member.code()).isEqualTo(GT));
        breaks(
                DirectoryRejection.RULES,
                edit -> edit.member(GT, gt -> competent(gt, ContactPoint.SECRETARIAT))
                        .member(SV, sv -> competent(sv, ContactPoint.SECRETARIAT)));
    }

    @Test
    void oneKeyForTwoMembersIsRefused() {
        SigningPair gt = officers.member(GT).sig().getFirst();

        breaks(DirectoryRejection.RULES, edit -> edit.member(SV, sv -> signing(sv, plus(sv.sig(), gt))));
    }

    @Test
    void aKeyThatSignsAndDecryptsIsRefused() {
        SigningPair gt = officers.member(GT).sig().getFirst();

        breaks(
                DirectoryRejection.RULES,
                edit -> edit.member(
                        GT,
                        member -> encryption(
                                member,
                                List.of(new EncryptionPair(
                                        gt.certEc(),
                                        member.enc().getFirst().certKem(),
                                        NOW,
                                        NOW.plusSeconds(60),
                                        NOW.plusSeconds(120))))));
    }

    @Test
    void aCertificateForAnotherPurposeIsRefused() {
        SigningKeys wrong = officers.stray.certifiedForAgreement(GT);

        breaks(DirectoryRejection.RULES, edit -> edit.member(GT, gt -> signing(gt, plus(gt.sig(), pair(wrong)))));
    }

    @Test
    void aKeyOfTheWrongKindIsRefused() {
        SigningKeys keys = officers.stray.signing(GT);
        SigningPair swapped = new SigningPair(
                Certificates.der(keys.certPq()), Certificates.der(keys.certEc()), NOW, NOW.plusSeconds(60), null, null);

        breaks(DirectoryRejection.RULES, edit -> edit.member(GT, gt -> signing(gt, plus(gt.sig(), swapped))));
    }

    @Test
    void aCertificateThatIsNoneIsRefused() {
        SigningPair broken = new SigningPair(
                new Der(new byte[] {1, 2, 3}), new Der(new byte[0]), NOW, NOW.plusSeconds(60), null, null);

        breaks(DirectoryRejection.RULES, edit -> edit.member(GT, gt -> signing(gt, plus(gt.sig(), broken))));
    }

    @Test
    void aTopicOfTwoMembersOrOfNoneIsRefused() {
        Map<TopicSubject, String> stolen = new HashMap<>(officers.member(SV).topics());
        stolen.put(TopicSubject.CASES, officers.member(GT).topics().get(TopicSubject.CASES));
        Map<TopicSubject, String> missing = new HashMap<>(officers.member(SV).topics());
        missing.remove(TopicSubject.CONTROL);
        Map<TopicSubject, String> odd = new HashMap<>(officers.member(SV).topics());
        odd.put(TopicSubject.CASES, "../cases");

        breaks(DirectoryRejection.RULES, edit -> edit.member(SV, sv -> topics(sv, stolen)));
        breaks(DirectoryRejection.RULES, edit -> edit.member(SV, sv -> topics(sv, missing)));
        breaks(DirectoryRejection.RULES, edit -> edit.member(SV, sv -> topics(sv, odd)));
    }

    @Test
    void aMemberListedTwiceIsRefused() {
        breaks(DirectoryRejection.RULES, edit -> edit.members(plus(edit.members(), officers.member(GT))));
    }

    @Test
    void aPartnerThatIsNoMemberIsRefused() {
        NodeId unknown = new NodeId("HN");

        breaks(DirectoryRejection.RULES, edit -> edit.member(GT, gt -> partners(gt, plus(gt.partners(), unknown))));
        breaks(DirectoryRejection.RULES, edit -> edit.member(GT, gt -> partners(gt, plus(gt.partners(), GT))));
    }

    @Test
    void anOfficerOfNoMemberIsRefused() {
        DirectoryOfficer first = officers.proposed().officers().getFirst();
        DirectoryOfficer elsewhere = new DirectoryOfficer(new NodeId("HN"), first.certEc(), first.certPq());

        breaks(DirectoryRejection.RULES, edit -> {
            List<DirectoryOfficer> changed = new ArrayList<>(edit.officers());
            changed.set(0, elsewhere);
            return edit.officers(changed);
        });
    }

    @Test
    void aMemberCannotVanish() {
        breaks(
                DirectoryRejection.HISTORY,
                edit -> edit.members(edit.members().stream()
                        .filter(member -> !member.code().equals(TrialNetwork.EXERCISE_PARTNER))
                        .map(member -> partners(
                                member,
                                member.partners().stream()
                                        .filter(partner -> !partner.equals(TrialNetwork.EXERCISE_PARTNER))
                                        .toList()))
                        .toList()));
    }

    @Test
    void aSigningPairStaysListedForEver() {
        breaks(
                DirectoryRejection.HISTORY,
                edit -> edit.member(GT, gt -> signing(gt, List.of(pair(officers.stray.signing(GT))))));
    }

    @Test
    void aSigningPairDoesNotGetALongerLife() {
        breaks(
                DirectoryRejection.HISTORY,
                edit -> edit.member(
                        GT,
                        gt -> signing(
                                gt,
                                gt.sig().stream()
                                        .map(pair -> new SigningPair(
                                                pair.certEc(),
                                                pair.certPq(),
                                                pair.notBefore(),
                                                pair.notAfter().plus(Duration.ofDays(1)),
                                                null,
                                                null))
                                        .toList())));
    }

    @Test
    void aRevocationStands() {
        UnaryOperator<Member> revoke = gt -> revoked(gt, NOW, NOW.minusSeconds(60));
        TrustedDirectories two = officers.accept(
                officers.trusted, officers.signed(Officers.with(officers.proposed(), edit -> edit.member(GT, revoke))));

        for (UnaryOperator<Member> undo : List.<UnaryOperator<Member>>of(
                gt -> revoked(gt, null, null),
                gt -> revoked(gt, NOW.plusSeconds(1), NOW.minusSeconds(60)),
                gt -> revoked(gt, NOW, null))) {
            Directory three = Officers.with(
                    two.current().content(),
                    edit -> edit.number(3).after(two.current().hash()).member(GT, undo));
            officers.refuse(two, officers.signed(three), NOW, DirectoryRejection.HISTORY);
        }
    }

    @Test
    void whoeverLeftDoesNotComeBackInSilence() {
        TrustedDirectories two = officers.accept(
                officers.trusted,
                officers.signed(Officers.with(
                        officers.proposed(), edit -> edit.member(MX, mx -> status(mx, MemberStatus.LEFT)))));
        Directory three = Officers.with(
                two.current().content(),
                edit -> edit.number(3).after(two.current().hash()).member(MX, mx -> status(mx, MemberStatus.ACTIVE)));

        officers.refuse(two, officers.signed(three), NOW, DirectoryRejection.HISTORY);
    }

    @Test
    void aVersionIssuedBeforeItsPredecessorIsRefused() {
        breaks(DirectoryRejection.HISTORY, edit -> edit.times(NOW.minusSeconds(1), NOW.plusSeconds(60)));
    }

    private void breaks(DirectoryRejection why, UnaryOperator<Edit> change) {
        officers.refuse(officers.signed(Officers.with(officers.proposed(), change)), why);
    }
}
