package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformationStore;
import org.enlace.directory.Fingerprint;
import org.enlace.directory.Member;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Header;
import org.enlace.envelope.Link;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Sealer;
import org.enlace.envelope.Suite;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.Receipt;
import org.enlace.node.audit.AuditCheck;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.node.exchange.NetworkStatus;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Quarantine;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.exchange.Quarantined;
import org.enlace.node.exchange.Sent;
import org.enlace.stream.OutgoingLinks;
import org.enlace.stream.StreamState;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two nodes, one on H2 and one on PostgreSQL, and a neighbour that may do anything its keys allow.
class ExchangeTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Site site;
    private static ExchangeNode.Running gt;
    private static ExchangeNode.Running mx;
    private static Neighbour sv;

    @BeforeAll
    static void open() {
        site = Site.open();
        gt = site.start(GT, site.h2());
        mx = site.start(MX, site.postgres());
        sv = new Neighbour(site, SV);
    }

    @AfterAll
    static void close() throws Exception {
        sv.close();
        mx.close();
        gt.close();
        site.close();
    }

    @Nested
    class WithFiles extends AttachmentCases {
        WithFiles() {
            super(gt, mx, sv);
        }
    }

    @Test
    void messagesGoBothWaysAndEachIsConfirmedByTheOtherNode() {
        OutboundMessage there = Reports.to(MX, "there");
        OutboundMessage back = Reports.to(GT, "back");
        gt.send(there);
        mx.send(back);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(mx.shown().notes("GT")).contains("there");
            assertThat(gt.shown().notes("MX")).contains("back");
            assertThat(delivery(gt, there.id()).state()).isEqualTo(TransportState.STORED);
            assertThat(delivery(mx, back.id()).state()).isEqualTo(TransportState.STORED);
        });
        Delivery delivery = delivery(gt, there.id());
        assertThat(delivery.queuedAt()).isBeforeOrEqualTo(delivery.onBrokerAt());
        assertThat(delivery.storedAt()).isEqualTo(mx.shown().keptAt("there"));
        assertThat(delivery(mx, back.id()).storedAt()).isEqualTo(gt.shown().keptAt("back"));
        assertThat(gt.bean(NetworkStatus.class).brokerContactSince()).isNotNull();
        assertThat(gt.bean(NetworkStatus.class).partners())
                .filteredOn(partner -> partner.partner().equals(MX))
                .allSatisfy(partner -> assertThat(partner.lastHeard()).isNotNull());
    }

    @Test
    void manyMessagesArriveInTheOrderInWhichTheyWereSent() {
        List<String> notes = IntStream.range(0, 40).mapToObj(i -> "order-" + i).toList();
        notes.forEach(note -> gt.send(Reports.to(note, MX, SV)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mx.shown().notes("GT"))
                        .filteredOn(note -> note.startsWith("order-"))
                        .isEqualTo(notes));
    }

    @Test
    void aMessageThatCameEarlyWaitsForTheOneBeforeIt() throws InterruptedException {
        Sealed first = sv.next(GT, "first of two");
        Sealed second = sv.next(GT, "second of two");
        sv.publish(second);
        await().atMost(SOON).until(() -> held(gt) == 1);
        assertThat(gt.shown().notes("SV")).doesNotContain("second of two");

        sv.publish(first);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(gt.shown().notes("SV")).containsSubsequence("first of two", "second of two"));
        assertThat(held(gt)).isZero();
    }

    @Test
    void aRepeatedMessageIsShownOnceAndAnsweredWithTheSameReceipt() {
        Sealed sealed = sv.next(GT, "again and again");
        sv.publish(sealed);
        await().atMost(SOON).until(() -> receipts(sealed).size() == 1);

        sv.publish(sealed);
        // The same signed data under new ciphertext is the same message too.
        sv.publish(new Sealer(Suite.bouncyCastle(), new SecureRandom())
                .wrap(sealed.signedData(), List.of(member(GT)), Instant.now()));

        await().atMost(SOON).until(() -> receipts(sealed).size() >= 2);
        assertThat(receipts(sealed))
                .allMatch(receipt -> receipt.equals(receipts(sealed).getFirst()));
        assertThat(gt.shown().notes("SV")).containsOnlyOnce("again and again");
        assertThat(quarantined(gt, sealed)).isEmpty();
    }

    @Test
    void ofTwoMessagesForOnePlaceTheFirstCountsAndTheOtherIsEvidence() {
        var before = sv.stream();
        Sealed first = sv.next(GT, "the one");
        Link place = OutgoingLinks.next(GT, before);
        Sealed other = sv.seal(Reports.newId(), place, "the other", header -> header);
        sv.publish(first);
        sv.publish(other);
        Sealed after = sv.next(GT, "after the fork");
        sv.publish(after);

        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("after the fork"));
        assertThat(gt.shown().notes("SV")).contains("the one").doesNotContain("the other");
        assertThat(quarantined(gt, other))
                .singleElement()
                .extracting(Quarantined::reason)
                .isEqualTo(QuarantineReason.EQUIVOCATION);
        assertThat(alarms(gt, AlarmKind.EQUIVOCATION))
                .extracting(Alarm::subject)
                .contains("SV");
        assertThat(receipts(other)).isEmpty();
    }

    @Test
    void twoContentsUnderOneIdAreNotBothShown() {
        MessageId id = Reports.newId();
        Sealed first = sv.seal(id, OutgoingLinks.next(GT, sv.stream()), "one id", header -> header);
        sv.stream(OutgoingLinks.after(OutgoingLinks.next(GT, sv.stream()), first.chainHash()));
        Sealed second = sv.seal(id, OutgoingLinks.next(GT, sv.stream()), "same id", header -> header);
        sv.stream(OutgoingLinks.after(OutgoingLinks.next(GT, sv.stream()), second.chainHash()));
        sv.publish(first);
        sv.publish(second);
        sv.publish(sv.next(GT, "after one id"));

        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("after one id"));
        assertThat(gt.shown().notes("SV")).contains("one id").doesNotContain("same id");
        assertThat(quarantined(gt, second))
                .extracting(Quarantined::reason)
                .containsExactly(QuarantineReason.EQUIVOCATION);
    }

    @Test
    void whoRepeatsAnothersRecordOnItsOwnTopicDoesNotKeepItFromArriving() {
        try (Neighbour zz = new Neighbour(site, TrialNetwork.EXERCISE_PARTNER)) {
            Sealed real = zz.next(GT, "copied before it arrived");
            sv.publish(real);
            await().atMost(SOON).until(() -> !quarantined(gt, real).isEmpty());

            zz.publish(real);

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(gt.shown().notes("ZZ")).containsOnlyOnce("copied before it arrived"));
            assertThat(quarantined(gt, real))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.claimed()).isEqualTo(SV));
            sv.publish(real);
            sv.publish(sv.next(GT, "after the copies"));
            await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("after the copies"));
            assertThat(gt.shown().notes("ZZ")).containsOnlyOnce("copied before it arrived");
        }
    }

    @Test
    void anIdThatAnotherSenderUsedFirstIsStillGoodForItsOwner() {
        try (Neighbour zz = new Neighbour(site, TrialNetwork.EXERCISE_PARTNER)) {
            MessageId id = Reports.newId();
            Link place = OutgoingLinks.next(MX, StreamState.first());
            sv.publish(sv.seal(id, place, "mine first", header -> header));
            await().atMost(SOON).until(() -> mx.shown().notes("SV").contains("mine first"));

            zz.publish(zz.seal(id, OutgoingLinks.next(MX, StreamState.first()), "the owner's", header -> header));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(mx.shown().notes("ZZ")).contains("the owner's"));
        }
    }

    @Test
    void aReceiptForAMessageToSomeoneElseChangesNothingAndIsSaidOnce() {
        OutboundMessage message = Reports.to(TrialNetwork.EXERCISE_PARTNER, "not for SV");
        Sent sent = gt.send(message);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        sv.answer(GT, Receipt.refused(message.id(), "CONTENT", sent.digest(), now));
        sv.answer(GT, Receipt.stored(message.id(), sent.digest(), now, "0".repeat(64)));
        sv.publish(sv.next(GT, "after the false receipts"));

        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("after the false receipts"));
        assertThat(delivery(gt, message.id()).state()).isIn(TransportState.QUEUED, TransportState.ON_BROKER);
        assertThat(alarms(gt, AlarmKind.RECEIPT_UNKNOWN))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.subject()).isEqualTo("SV"));
    }

    @Test
    void oneReceiptConfirmsSeveralMessagesEachByItself() {
        Sent first = gt.send(Reports.to(SV, "first"));
        Sent second = gt.send(Reports.to(SV, "second"));
        Sent altered = gt.send(Reports.to(SV, "another than was sent"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        sv.answer(
                GT,
                Receipt.stored(first.id(), first.digest(), now, chainHash(first))
                        .and(List.of(
                                new Receipt.Stored(altered.id(), "0".repeat(64), chainHash(altered)),
                                new Receipt.Stored(second.id(), second.digest(), chainHash(second)))));

        await().atMost(SOON).until(() -> delivery(gt, second.id()).storedAt() != null);
        assertThat(delivery(gt, first.id()).storedAt()).isEqualTo(now);
        assertThat(delivery(gt, altered.id()).storedAt()).isNull();
        assertThat(alarms(gt, AlarmKind.RECEIPT_MISMATCH))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.subject()).isEqualTo("SV"));
    }

    @Test
    void manyMessagesAtOnceAreConfirmedByFewReceipts() {
        List<Sealed> many = IntStream.range(0, 40)
                .mapToObj(i -> sv.next(GT, "one of many " + i))
                .toList();
        sv.publishAll(many.stream().map(Sealed::envelope).toList());

        List<String> digests = many.stream().map(Sealed::digest).toList();
        await().atMost(SOON).until(() -> receiptsOf(digests).size() == many.size());
        assertThat(Set.copyOf(receiptsOf(digests))).hasSizeLessThan(many.size() / 2);
        Map<String, Instant> kept = new HashMap<>();
        digests.forEach(digest -> kept.put(digest, gt.shown().keptAt("one of many " + digests.indexOf(digest))));
        await().atMost(SOON).untilAsserted(() -> assertThat(moments(digests)).isEqualTo(kept));
    }

    @Test
    void whatWaitedForOneBeforeItFollowsAtOnceAndIsConfirmedByFewReceipts() {
        List<Sealed> many = IntStream.range(0, 24)
                .mapToObj(i -> sv.next(GT, "behind one " + i))
                .toList();
        sv.publishAll(many.stream().skip(1).map(Sealed::envelope).toList());
        await().atMost(SOON).until(() -> held(gt) == 23);

        sv.publish(many.getFirst());

        List<String> digests = many.stream().map(Sealed::digest).toList();
        await().atMost(SOON).until(() -> receiptsOf(digests).size() == many.size());
        assertThat(Set.copyOf(receiptsOf(digests))).hasSizeLessThan(5);
    }

    @Test
    void whatCameTooFarAheadToBeHeldFollowsByItselfOnceWhatWasMissingIsHere() {
        StreamState before = sv.stream();
        sv.publish(sv.next(GT, "the last one in order"));
        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("the last one in order"));
        // As if a thousand others were on their way, on a topic that is slower.
        sv.stream(new StreamState(before.epoch(), before.lastSeq() + 1_000, "5e".repeat(32)));
        Sealed last = sv.next(GT, "the last that was missing");
        Sealed far = sv.next(GT, "far ahead");
        Sealed farther = sv.next(GT, "farther ahead");
        sv.publish(farther);
        sv.publish(far);
        await().atMost(SOON)
                .until(() -> Stream.of(far, farther)
                        .allMatch(one -> reasons(gt, one.envelope()).equals(List.of(QuarantineReason.TOO_FAR_AHEAD))));
        assertThat(gt.shown().notes("SV")).doesNotContain("far ahead", "farther ahead");
        gt.database()
                .update(
                        "update incoming_stream set last_seq = ?, last_hash = ? where sender = 'SV'",
                        before.lastSeq() + 1_000,
                        "5e".repeat(32));

        sv.publish(last);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(gt.shown().notes("SV"))
                        .containsSubsequence("the last that was missing", "far ahead", "farther ahead"));
        List<String> digests = List.of(last.digest(), far.digest(), farther.digest());
        await().atMost(SOON).until(() -> receiptsOf(digests).size() == 3);
        assertThat(quarantined(gt, far)).isEmpty();
        assertThat(quarantined(gt, farther)).isEmpty();
        assertThat(alarms(gt, AlarmKind.QUARANTINED)).extracting(Alarm::subject).doesNotContain("SV TOO_FAR_AHEAD");
    }

    @Test
    void whatMustNotBeActedOnIsPutAwayOnceWithItsReasonAndTheNextGoodMessageIsShown() {
        byte[] junk = random(3_000);
        byte[] huge = random(900_000);
        Sealed forAnother = sv.seal(Reports.newId(), OutgoingLinks.next(MX, sv.stream()), "for another", h -> h);
        byte[] passedOn = new Sealer(Suite.bouncyCastle(), new SecureRandom())
                .wrap(forAnother.signedData(), List.of(member(GT)), Instant.now());
        Link place = OutgoingLinks.next(GT, sv.stream());
        Sealed tooLate = sv.seal(Reports.newId(), place, "too late", ExchangeTest::expired);
        sv.stream(OutgoingLinks.after(place, tooLate.chainHash()));
        byte[] damaged = sv.seal(Reports.newId(), place, "damaged", h -> h).envelope();
        damaged[damaged.length - 20] ^= 1;

        sv.publish(junk);
        sv.publish(junk);
        sv.publish(new byte[0]);
        sv.publish(huge);
        sv.publish(passedOn);
        sv.publish(damaged);
        sv.publish(tooLate);
        sv.publishWithHeaders(random(100), 2_000);
        sv.publish(sv.next(GT, "good in the end"));

        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("good in the end"));
        assertThat(reasons(gt, junk)).containsExactly(QuarantineReason.NOT_AN_ENVELOPE);
        assertThat(reasons(gt, huge)).containsExactly(QuarantineReason.TOO_LARGE);
        assertThat(reasons(gt, passedOn)).containsExactly(QuarantineReason.NOT_ADDRESSED);
        assertThat(reasons(gt, tooLate.envelope())).containsExactly(QuarantineReason.EXPIRED);
        assertThat(reasons(gt, damaged)).hasSize(1);
        assertThat(gt.shown().notes("SV")).doesNotContain("for another", "too late", "damaged");
        assertThat(gt.bean(Quarantine.class).list(0, 50))
                .allMatch(one -> one.claimed().equals(SV));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receipts(tooLate))
                        .singleElement()
                        .extracting(Receipt::refusal)
                        .isEqualTo("EXPIRED"));
    }

    @Test
    void whatIsUnsignedStrippedStrangeOrOnAnotherTopicIsPutAwayEachWithItsReasonAndOneAlarm() throws Exception {
        TrialNetwork strangers =
                TrialNetwork.create(List.of(GT, SV), TopicNames.OPAQUE, new SecureRandom(), Clock.systemUTC());
        Link place = OutgoingLinks.next(GT, sv.stream());
        Sealed real = sv.seal(Reports.newId(), place, "never shown", header -> header);
        CMSSignedData both = new CMSSignedData(real.signedData());
        byte[] stripped = CMSSignedData.replaceSigners(
                        both,
                        new SignerInformationStore(
                                both.getSignerInfos().getSigners().iterator().next()))
                .toASN1Structure()
                .getEncoded("DER");
        byte[] unsigned = (byte[]) both.getSignedContent().getContent();
        Sealed strange = sv.sealedBy(strangers.member(SV).keys().signing(), place, "of a stranger");
        byte[] unsignedRecord = wrapped(unsigned);
        byte[] strippedRecord = wrapped(stripped);

        for (int round = 0; round < 2; round++) {
            sv.publish(round == 0 ? unsignedRecord : wrapped(unsigned));
            sv.publish(round == 0 ? strippedRecord : wrapped(stripped));
        }
        sv.publish(strange);
        sv.publish(TopicSubject.CASES, real.envelope());
        sv.publish(sv.next(GT, "good after bad"));

        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("good after bad"));
        assertThat(reasons(gt, unsignedRecord)).containsExactly(QuarantineReason.NOT_DER);
        assertThat(reasons(gt, strippedRecord)).containsExactly(QuarantineReason.SIGNATURE_SET);
        assertThat(reasons(gt, strange.envelope())).containsExactly(QuarantineReason.UNKNOWN_SIGNER);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(reasons(gt, real.envelope())).containsExactly(QuarantineReason.TOPIC_BINDING));
        assertThat(gt.shown().notes("SV")).doesNotContain("never shown", "of a stranger");
        assertThat(alarms(gt, AlarmKind.QUARANTINED))
                .extracting(Alarm::subject)
                .contains("SV NOT_DER", "SV SIGNATURE_SET", "SV UNKNOWN_SIGNER", "SV TOPIC_BINDING")
                .doesNotHaveDuplicates();
    }

    private static byte[] wrapped(byte[] content) {
        return new Sealer(Suite.bouncyCastle(), new SecureRandom()).wrap(content, List.of(member(GT)), Instant.now());
    }

    @Test
    void aMessageThatThisNodeFailsOnIsParkedTheNextIsShownAndItCanBeTriedAgain() {
        gt.shown().breakOn("breaks us");
        Sealed broken = sv.next(GT, "breaks us");
        sv.publish(broken);
        sv.publish(sv.next(GT, "after the defect"));

        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("after the defect"));
        Quarantined parked = quarantined(gt, broken).getFirst();
        assertThat(parked.reason()).isEqualTo(QuarantineReason.OWN_FAILURE);
        assertThat(gt.shown().notes("SV")).doesNotContain("breaks us");
        assertThat(receipts(broken)).isEmpty();

        gt.shown().breakOn("");
        assertThat(gt.bean(Quarantine.class).tryAgain(parked.id())).isTrue();

        await().atMost(SOON).until(() -> receipts(broken).size() == 1);
        assertThat(gt.shown().notes("SV")).containsOnlyOnce("breaks us");
        assertThat(quarantined(gt, broken)).isEmpty();
        assertThat(gt.bean(Quarantine.class).tryAgain(UUID.randomUUID())).isFalse();
    }

    @Test
    void aDatabaseThatIsBusyForAMomentCostsNothingButTime() {
        gt.shown().busyFor(2);
        Sealed sealed = sv.next(GT, "in a busy moment");
        sv.publish(sealed);

        await().atMost(SOON).until(() -> gt.shown().notes("SV").contains("in a busy moment"));
        assertThat(gt.shown().notes("SV")).containsOnlyOnce("in a busy moment");
        assertThat(quarantined(gt, sealed)).isEmpty();
    }

    @Test
    void aMessageThatNobodyConfirmsIsPublishedAgainThenGivenUpVisibly() {
        NodeId silent = new NodeId("ZZ");
        OutboundMessage message = Reports.to(silent, "into the void");
        gt.send(message);
        await().atMost(SOON).until(() -> delivery(gt, message.id()).state() == TransportState.ON_BROKER);
        try {
            gt.clock().advance(Duration.ofMinutes(61));
            await().atMost(SOON).until(() -> warned(gt, message.id()));
            assertThat(delivery(gt, message.id()).state()).isEqualTo(TransportState.ON_BROKER);
            await().atMost(SOON).until(() -> copies(gt, message.id()) == 2);
            gt.clock().advance(Duration.ofMinutes(62));
            await().atMost(SOON).until(() -> copies(gt, message.id()) == 3);

            gt.clock().advance(Duration.ofHours(10));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(delivery(gt, message.id()).state()).isEqualTo(TransportState.NOT_DELIVERED));
            assertThat(delivery(gt, message.id()).reason()).isEqualTo("NO_RECEIPT");
            assertThat(alarms(gt, AlarmKind.NOT_DELIVERED))
                    .extracting(Alarm::subject)
                    .contains(message.id() + " to ZZ");
        } finally {
            gt.clock().reset();
        }
    }

    @Test
    void aFailedTransactionSendsNothingAndUsesNoPlaceOfTheStream() {
        Long before = lastSeq(gt, "MX");
        OutboundMessage message = Reports.to(MX, "never sent");
        assertThatThrownBy(() -> new TransactionTemplate(gt.bean(PlatformTransactionManager.class))
                        .executeWithoutResult(_ -> {
                            gt.bean(Outbox.class).send(message);
                            throw new IllegalStateException("The use case fails");
                        }))
                .hasMessage("The use case fails");

        assertThat(gt.bean(Deliveries.class).of(message.id())).isEmpty();
        assertThat(lastSeq(gt, "MX")).isEqualTo(before);
    }

    @Test
    void everythingTakenInIsInTheAuditChainWhichHolds() {
        Sealed sealed = sv.next(GT, "audited");
        sv.publish(sealed);
        await().atMost(SOON).until(() -> receipts(sealed).size() == 1);

        assertThat(gt.bean(AuditLog.class).verify()).isInstanceOf(AuditCheck.Intact.class);
        assertThat(gt.bean(AuditLog.class).list(Long.MAX_VALUE, 500))
                .anyMatch(entry -> entry.entry().action().equals("RECEIVE"));
    }

    private static Header expired(Header header) {
        return Header.toSeal(
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
                header.about());
    }

    private static Member member(NodeId code) {
        return site.network().directory().member(code).orElseThrow();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String chainHash(Sent sent) {
        return gt.bean(JdbcClient.class)
                .sql("select chain_hash from delivery where msg_id = ?")
                .param(sent.id().value())
                .query(String.class)
                .single();
    }

    /// The receipt that each of these messages was answered with, one entry a message.
    private static List<UUID> receiptsOf(List<String> digests) {
        return gt.bean(JdbcClient.class)
                .sql("select receipt_id from incoming_message where digest in (:digests) and receipt_id is not null")
                .param("digests", digests)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Delivery delivery(ExchangeNode.Running node, MessageId id) {
        return node.bean(Deliveries.class).of(id).getFirst();
    }

    private static boolean warned(ExchangeNode.Running node, MessageId id) {
        return Objects.requireNonNull(node.database()
                        .queryForObject(
                                "select count(*) from delivery where msg_id = ? and warned_at is not null",
                                Integer.class,
                                id.value()))
                == 1;
    }

    private static long copies(ExchangeNode.Running node, MessageId id) {
        byte[] envelope = node.database()
                .queryForObject("select envelope from outbox where msg_id = ?", byte[].class, id.value());
        return sv.recordsOf(GT, TopicSubject.ROUTES).stream()
                .filter(record -> Arrays.equals(record, envelope))
                .count();
    }

    private static Long lastSeq(ExchangeNode.Running node, String recipient) {
        return node
                .database()
                .queryForList("select last_seq from outgoing_stream where recipient = ?", Long.class, recipient)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private static int held(ExchangeNode.Running node) {
        return Objects.requireNonNull(
                node.database().queryForObject("select count(*) from inbox where state = 'HELD'", Integer.class));
    }

    /// From when messages are stored, as their receipts say.
    private static Map<String, Instant> moments(List<String> digests) {
        Map<String, Instant> moments = new HashMap<>();
        for (Receipt receipt : sv.receiptsFrom(GT)) {
            receipt.stored().stream()
                    .map(Receipt.Stored::digest)
                    .filter(digests::contains)
                    .forEach(digest -> moments.put(digest, receipt.at()));
        }
        return moments;
    }

    private static List<Receipt> receipts(Sealed sealed) {
        return sv.receiptsFrom(GT).stream()
                .filter(receipt -> receipt.digest().equals(sealed.digest()))
                .toList();
    }

    private static List<Quarantined> quarantined(ExchangeNode.Running node, Sealed sealed) {
        return quarantined(node, sealed.envelope());
    }

    private static List<Quarantined> quarantined(ExchangeNode.Running node, byte[] record) {
        String digest = Fingerprint.of(record);
        return node.bean(Quarantine.class).list(0, 50).stream()
                .filter(one -> one.digest().equals(digest))
                .toList();
    }

    private static List<QuarantineReason> reasons(ExchangeNode.Running node, byte[] record) {
        return quarantined(node, record).stream().map(Quarantined::reason).toList();
    }

    private static List<Alarm> alarms(ExchangeNode.Running node, AlarmKind kind) {
        return node.bean(Alarms.class).open(200).stream()
                .filter(alarm -> alarm.kind() == kind)
                .toList();
    }
}
