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
import static org.enlace.directory.Officers.GT;
import static org.enlace.directory.Officers.NOW;
import static org.enlace.directory.Officers.SV;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class EmergencyTest {
    private final Officers officers = new Officers();

    @Test
    void twoOfficersGiveNoTrust() {
        for (UnaryOperator<Edit> gift : List.<UnaryOperator<Edit>>of(
                edit -> edit,
                edit -> edit.member(GT, gt -> signing(gt, plus(gt.sig(), pair(officers.stray.signing(GT))))),
                edit -> edit.member(GT, gt -> encryption(gt, List.of())),
                edit -> edit.member(GT, gt -> status(gt, MemberStatus.LEFT)),
                edit -> edit.member(GT, gt -> partners(gt, List.of())),
                edit -> edit.member(GT, gt -> competent(gt, ContactPoint.SECRETARIAT)),
                edit -> edit.members(edit.members().subList(0, 3)),
                edit -> edit.officers(edit.officers().subList(0, 2)),
                edit -> edit.needing(2))) {
            Directory content = Officers.with(officers.proposed(), gift);

            officers.refuse(byTwo(content), DirectoryRejection.THRESHOLD);
        }
    }

    @Test
    void twoOfficersDoNotPutOffTheExpiry() {
        Directory suspended = Officers.with(
                officers.proposed(),
                edit -> edit.times(NOW, edit.expiresAt().plusSeconds(1))
                        .member(SV, sv -> status(sv, MemberStatus.SUSPENDED)));
        assertThat(suspended.expiresAt())
                .isAfter(officers.trusted.current().content().expiresAt());

        officers.refuse(byTwo(suspended), DirectoryRejection.THRESHOLD);
    }

    @Test
    void twoOfficersSuspendAMemberAndRevokeItsKeys() {
        Directory content = Officers.with(
                officers.proposed(),
                edit -> edit.member(
                        SV, sv -> status(revoked(sv, NOW, NOW.minus(Duration.ofDays(2))), MemberStatus.SUSPENDED)));

        Directory now =
                officers.accept(officers.trusted, byTwo(content)).current().content();

        Member sv = now.member(SV).orElseThrow();
        assertThat(sv.status()).isEqualTo(MemberStatus.SUSPENDED);
        assertThat(sv.signingPair(NOW)).isEmpty();
    }

    @Test
    void oneOfficerDoesNothing() {
        Directory content =
                Officers.with(officers.proposed(), edit -> edit.member(SV, sv -> status(sv, MemberStatus.SUSPENDED)));

        officers.refuse(officers.signer.sign(content, officers.all().subList(0, 1), NOW), DirectoryRejection.THRESHOLD);
    }

    @Test
    void twoOfficersDoNotLiftASuspension() {
        Directory content =
                Officers.with(officers.proposed(), edit -> edit.member(SV, sv -> status(sv, MemberStatus.SUSPENDED)));
        TrustedDirectories two = officers.accept(officers.trusted, byTwo(content));
        Directory three = Officers.with(
                two.current().content(),
                edit -> edit.number(3).after(two.current().hash()).member(SV, sv -> status(sv, MemberStatus.ACTIVE)));

        officers.refuse(two, byTwo(three), NOW, DirectoryRejection.THRESHOLD);
    }

    private byte[] byTwo(Directory content) {
        return officers.signer.sign(content, officers.all().subList(0, 2), NOW);
    }
}
