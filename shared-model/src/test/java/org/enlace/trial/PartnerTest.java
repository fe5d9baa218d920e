package org.enlace.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.enlace.envelope.Header;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Refusal;
import org.enlace.envelope.Refused;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Suite;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final NodeId GT = new NodeId("GT");
    private static final NodeId SV = new NodeId("SV");
    private static final NodeId ZZ = TrialNetwork.EXERCISE_PARTNER;

    private final SecureRandom random = new SecureRandom();
    private final Suite suite = Suite.bouncyCastle();
    private final About about =
            About.control(MessageType.STATUS, new CaseReference("ZZ-2026-7K4M2Q"), null, "exercise");
    private final Status status =
            new Status(MessageId.next(NOW, random), StatusKind.ACKNOWLEDGED, NOW, "desk-1", null, null, null, null);

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() {
        TrialNetwork network = TrialNetwork.create(List.of(GT, SV), TopicNames.OPAQUE, random, clock(NOW));
        new TrialFolder(network).write(folder);
    }

    @Test
    void whatOnePartnerSealsTheOtherOpensAndTheThirdDoesNot() {
        Partner sender = partner(ZZ);
        Sealed sealed = sender.seal(status, about, to(GT));

        assertThat(partner(GT).open(sealed.envelope(), sender.topic(status)))
                .isInstanceOfSatisfying(Opened.class, opened -> {
                    assertThat(opened.message().sender()).isEqualTo(ZZ);
                    assertThat(opened.message().message()).isEqualTo(status);
                    assertThat(opened.message().digest()).isEqualTo(sealed.digest());
                });
        assertThat(partner(SV).open(sealed.envelope(), sender.topic(status))).isInstanceOf(Refused.class);
    }

    @Test
    void eachStreamHasItsOwnNumbersAndNamesTheMessageBefore() {
        Partner sender = partner(ZZ);
        Sealed first = sender.seal(status, about, to(GT, SV));

        Header second = sender.header(status, about, to(GT));
        sender.seal(status, about, to(SV));
        Header third = sender.header(status, about, to(GT, SV));

        assertThat(second.link(GT).orElseThrow().seq()).isEqualTo(2);
        assertThat(second.link(GT).orElseThrow().prev()).isEqualTo(first.chainHash());
        assertThat(third.link(GT)).isEqualTo(second.link(GT));
        assertThat(third.link(SV).orElseThrow().seq()).isEqualTo(3);
    }

    @Test
    void aPartnerThatLiesAboutItsNameIsRefused() {
        Partner liar = partner(ZZ);
        Header honest = liar.header(status, about, to(GT));
        Header lying = Header.toSeal(
                honest.msgId(),
                SV,
                honest.recipients(),
                honest.topic(),
                honest.sentAt(),
                honest.notAfter(),
                honest.mode(),
                honest.dirVersion(),
                honest.dirHash(),
                honest.links(),
                honest.about());

        assertThat(partner(GT).open(liar.sealed(lying, status).envelope(), honest.topic()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refusal.SENDER_BINDING));
    }

    @Test
    void aFolderWhoseDirectoryHasExpiredMakesNoPartner() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Partner.of(ZZ, folder, suite, random, clock(NOW.plus(Duration.ofDays(31)))))
                .withMessageContaining("EXPIRED");
    }

    private Partner partner(NodeId code) {
        return Partner.of(code, folder, suite, random, clock(NOW));
    }

    private static SortedSet<NodeId> to(NodeId... codes) {
        return new TreeSet<>(List.of(codes));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
