package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.SV;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Suite;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Quarantine;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.exchange.Quarantined;
import org.enlace.trial.Partner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a partner says of a message that this node does not have is not confirmed as stored, and not lost.
class UnknownMessageTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final CaseReference CASE = new CaseReference("GT-2026-0000C5");

    private Site site;
    private Partner partner;
    private Neighbour sv;

    @BeforeEach
    void open() {
        site = Site.open(GT, SV);
        partner = Partner.of(SV, site.files(), Suite.bouncyCastle(), new SecureRandom(), Clock.systemUTC());
        sv = new Neighbour(site, SV);
    }

    @AfterEach
    void close() throws Exception {
        sv.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void anAcknowledgementOfAnUnknownMessageWaitsUnconfirmedAndCountsWhenTheMessageIsThere(String database) {
        try (var gt = WholeNode.start(site, GT, "h2".equals(database) ? site.h2() : site.postgres())) {
            MessageId unknown = Reports.newId();
            Sealed status = acknowledges(unknown);
            Sealed next = partner.seal(Reports.report("and on it goes"), Reports.about(CASE), to(GT));
            sv.publish(TopicSubject.CONTROL, status.envelope());
            sv.publish(next);

            await().atMost(SOON).until(() -> receipts(next) == 1);
            Quarantined waiting = await().atMost(SOON)
                    .until(() -> gt.bean(Quarantine.class).list(0, 50), all -> all.size() == 1)
                    .getFirst();
            assertThat(waiting.reason()).isEqualTo(QuarantineReason.UNKNOWN_MESSAGE);
            assertThat(receipts(status)).isZero();

            sends(gt, unknown);
            assertThat(gt.bean(Quarantine.class).tryAgain(waiting.id())).isTrue();

            await().atMost(SOON).until(() -> receipts(status) == 1);
            assertThat(gt.bean(Quarantine.class).list(0, 50)).isEmpty();
            assertThat(acknowledged(gt, unknown)).isTrue();
        }
    }

    private Sealed acknowledges(MessageId message) {
        Status status = new Status(
                message,
                StatusKind.ACKNOWLEDGED,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "desk 2",
                null,
                null,
                null,
                null);
        return partner.seal(status, About.control(MessageType.STATUS, CASE, message, "desk 2"), to(GT));
    }

    private static void sends(WholeNode.Running gt, MessageId id) {
        OutboundMessage message = new OutboundMessage(
                id,
                Reports.report("restored"),
                Reports.about(CASE),
                to(SV),
                Instant.now().plusSeconds(3_600),
                Mode.EXERCISE);
        new TransactionTemplate(gt.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            gt.bean(Outbox.class).send(message);
            gt.bean(CaseFiles.class).recordSent(message, officer(gt));
        });
    }

    private static Officer officer(WholeNode.Running gt) {
        String id = gt.bean(JdbcClient.class)
                .sql("select id from officer where username = 'investigator'")
                .query(String.class)
                .single();
        return gt.bean(Officers.class).find(new OfficerId(id)).orElseThrow();
    }

    private static boolean acknowledged(WholeNode.Running gt, MessageId message) {
        return gt.bean(JdbcClient.class)
                .sql("select partner from case_event where message_id = ? and kind = 'ACKNOWLEDGED'")
                .param(message.value())
                .query(String.class)
                .list()
                .equals(List.of("SV"));
    }

    private static SortedSet<NodeId> to(NodeId member) {
        return new TreeSet<>(List.of(member));
    }

    private long receipts(Sealed sealed) {
        return sv.receiptsFrom(GT).stream()
                .filter(receipt -> receipt.digest().equals(sealed.digest()))
                .filter(receipt -> receipt.refusal() == null)
                .count();
    }
}
