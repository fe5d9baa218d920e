package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.enlace.directory.Members.competent;
import static org.enlace.directory.Members.encryption;
import static org.enlace.directory.Members.partners;
import static org.enlace.directory.Members.status;
import static org.enlace.directory.Officers.GT;
import static org.enlace.directory.Officers.MX;
import static org.enlace.directory.Officers.NOW;
import static org.enlace.directory.Officers.SV;

import java.util.List;
import java.util.function.UnaryOperator;
import org.enlace.directory.SecretariatPassing.Hindrance;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.Test;

/// The role of the Secretariat passes from Mexico to Guatemala, or does not.
class SecretariatPassingTest {
    private static final NodeId ZZ = new NodeId("ZZ");

    private final Officers officers = new Officers();
    private final TrustedDirectories named = officers.accept(
            officers.trusted,
            officers.signed(Officers.with(
                    officers.proposed(), edit -> edit.member(MX, mx -> competent(mx, ContactPoint.SECRETARIAT)))));

    @Test
    void itLeavesOneEntryAndEntersAnotherInOneVersionThatChangesNothingElse() {
        DirectoryProposal proposal = SecretariatPassing.proposed(named.current(), GT, NOW);

        assertThat(SecretariatPassing.between(named.current().content(), proposal.content()))
                .hasValue(new SecretariatPassing(MX, GT));
        assertThat(proposal.content().members())
                .filteredOn(member -> !named.current().content().members().contains(member))
                .extracting(Member::code)
                .containsExactlyInAnyOrder(GT, MX);
        officers.refuse(named, proposal.bytes(), NOW, DirectoryRejection.NOT_A_DIRECTORY);
        DirectoryProposal signed = proposal;
        for (SigningKeys keys : officers.all().subList(0, proposal.missing())) {
            assertThat(signed.missing()).isPositive();
            // Each hands the next a file.
            signed = DirectoryProposal.read(named.current(), signed.bytes()).signedBy(keys, officers.signer, NOW);
        }

        assertThat(signed.missing()).isZero();
        assertThat(signed.hash()).isEqualTo(proposal.hash());
        assertThat(officers.accept(named, signed.bytes()).current().content().secretariat())
                .hasValueSatisfying(member -> assertThat(member.code()).isEqualTo(GT));
    }

    @Test
    void whoCannotBeTheSecretariatIsNotProposed() {
        hinders(GT, UnaryOperator.identity());
        hinders(MX, UnaryOperator.identity(), Hindrance.IS_SECRETARIAT);
        hinders(new NodeId("BR"), UnaryOperator.identity(), Hindrance.NOT_LISTED);
        hinders(ZZ, UnaryOperator.identity(), Hindrance.NO_STATE);
        hinders(GT, edit -> edit.member(GT, gt -> status(gt, MemberStatus.SUSPENDED)), Hindrance.NOT_ACTIVE);
        hinders(GT, edit -> edit.member(GT, gt -> encryption(gt, List.of())), Hindrance.KEY_MISSING);
        hinders(GT, edit -> edit.member(SV, sv -> partners(sv, List.of(MX))), Hindrance.NOT_REACHED);
        // Who does not count needs no way there.
        hinders(GT, edit -> edit.member(ZZ, zz -> partners(zz, List.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretariatPassing.proposed(named.current(), MX, NOW))
                .withMessageContaining("IS_SECRETARIAT");
    }

    @Test
    void aVersionThatDoesMoreOrLessIsNoPassing() {
        Directory before = named.current().content();
        Directory after = SecretariatPassing.proposed(named.current(), GT, NOW).content();

        for (UnaryOperator<Edit> more : List.<UnaryOperator<Edit>>of(
                edit -> edit.member(MX, mx -> competent(mx, ContactPoint.SECRETARIAT)),
                edit -> edit.member(GT, gt -> competent(gt, "POLICE_UNIT")),
                edit -> edit.member(SV, sv -> status(sv, MemberStatus.SUSPENDED)),
                edit -> edit.member(SV, sv -> partners(sv, List.of())),
                edit -> edit.members(edit.members().subList(0, 3)),
                edit -> edit.needing(2))) {
            assertThat(SecretariatPassing.between(before, Officers.with(after, more)))
                    .isEmpty();
        }
        assertThat(SecretariatPassing.between(before, before)).isEmpty();
    }

    @Test
    void nobodySignsTwiceOrWithoutBeingAnOfficer() {
        DirectoryProposal proposal = SecretariatPassing.proposed(named.current(), GT, NOW);
        SigningKeys first = officers.all().getFirst();
        DirectoryProposal signed = proposal.signedBy(first, officers.signer, NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> signed.signedBy(first, officers.signer, NOW))
                .withMessageContaining("has signed it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proposal.signedBy(officers.stray.signing(GT), officers.signer, NOW))
                .withMessageContaining("not those of an officer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectoryProposal.read(officers.trusted.current(), signed.bytes()))
                .withMessageContaining("GAP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectoryProposal.read(named.current(), new byte[0]))
                .withMessageContaining("NOT_A_DIRECTORY");
    }

    private void hinders(NodeId to, UnaryOperator<Edit> change, Hindrance... against) {
        Directory now = Officers.with(named.current().content(), change);

        assertThat(SecretariatPassing.against(now, to, NOW)).containsExactlyInAnyOrder(against);
    }
}
