package org.enlace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.enlace.envelope.Link;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingStreamTest {
    private static final NodeId MX = new NodeId("MX");

    /// A message as far as its stream knows it.
    private record Sent(Link link, String chainHash) {}

    /// A recipient that keeps what it is told to keep.
    private static final class Recipient {
        private StreamState state = StreamState.first();
        private final Map<Long, String> known = new HashMap<>();
        private final Map<Long, Sent> held = new HashMap<>();
        private final List<Long> delivered = new ArrayList<>();
        private int duplicates;
        private int forks;
        private int tooFar;

        private void receives(Sent message) {
            switch (decide(message)) {
                case Decision.Deliver(StreamState next) -> {
                    deliver(message, next);
                    for (Sent waiting = held.remove(state.lastSeq() + 1);
                            waiting != null;
                            waiting = held.remove(state.lastSeq() + 1)) {
                        if (decide(waiting) instanceof Decision.Deliver(StreamState after)) {
                            deliver(waiting, after);
                        } else {
                            forks++;
                        }
                    }
                }
                case Decision.Hold(long from, long to) -> {
                    assertThat(from).isEqualTo(state.lastSeq() + 1).isLessThanOrEqualTo(to);
                    held.put(message.link().seq(), message);
                    known.put(message.link().seq(), message.chainHash());
                }
                case Decision.TooFarAhead(long from, long to) -> {
                    assertThat(to - from).isGreaterThanOrEqualTo(IncomingStream.HELD_MAX - 1);
                    tooFar++;
                }
                case Decision.Duplicate() -> duplicates++;
                case Decision.Fork(long seq, String ours) -> {
                    assertThat(ours)
                            .isNotEqualTo(
                                    seq == message.link().seq()
                                            ? message.chainHash()
                                            : message.link().prev());
                    forks++;
                }
                case Decision.UnknownEpoch(int epoch) -> assertThat(epoch).isNotEqualTo(state.epoch());
            }
            assertThat(held).hasSizeLessThanOrEqualTo(IncomingStream.HELD_MAX);
        }

        private void deliver(Sent message, StreamState next) {
            delivered.add(message.link().seq());
            known.put(message.link().seq(), message.chainHash());
            state = next;
        }

        private Decision decide(Sent message) {
            return IncomingStream.decide(
                    state, seq -> Optional.ofNullable(known.get(seq)), message.link(), message.chainHash());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverOrderAndHoweverOftenEachIsDeliveredOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        List<Sent> sent = messages(500, random);
        List<Sent> arriving = new ArrayList<>(sent);
        for (int i = 0; i < 200; i++) {
            arriving.add(sent.get(random.nextInt(sent.size())));
        }
        Collections.shuffle(arriving, random);
        Recipient recipient = new Recipient();

        arriving.forEach(recipient::receives);

        assertThat(recipient.delivered)
                .isEqualTo(sent.stream().map(it -> it.link().seq()).toList());
        assertThat(recipient.duplicates).isEqualTo(200);
        assertThat(recipient.forks).isZero();
        assertThat(recipient.held).isEmpty();
        assertThat(recipient.state.lastHash()).isEqualTo(sent.getLast().chainHash());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aForgedMessageAnywhereIsNoticedAndNothingAfterTheTrueOnesIsLost(long seed) {
        Random random = new Random(seed);
        List<Sent> sent = messages(100, random);
        int at = random.nextInt(sent.size());
        Sent forged = new Sent(sent.get(at).link(), hash(random));
        Recipient recipient = new Recipient();

        sent.forEach(recipient::receives);
        recipient.receives(forged);

        assertThat(recipient.forks).isEqualTo(1);
        assertThat(recipient.delivered).hasSize(100);
    }

    @Test
    void aMissingMessageStopsTheStreamAndIsNamed() {
        List<Sent> sent = messages(5, new Random(1));
        Recipient recipient = new Recipient();
        recipient.receives(sent.get(0));
        recipient.receives(sent.get(1));

        assertThat(recipient.decide(sent.get(4))).isEqualTo(new Decision.Hold(3, 4));
        assertThat(recipient.delivered).containsExactly(1L, 2L);
    }

    @Test
    void noMoreThanAThousandAreHeld() {
        List<Sent> sent = messages(1002, new Random(1));
        Recipient recipient = new Recipient();

        sent.reversed().stream().limit(1001).forEach(recipient::receives);

        assertThat(recipient.tooFar).isEqualTo(2);
        assertThat(recipient.held).hasSize(999);
        recipient.receives(sent.getFirst());
        assertThat(recipient.delivered).hasSize(1000);
        recipient.receives(sent.get(1000));
        recipient.receives(sent.get(1001));
        assertThat(recipient.delivered).hasSize(1002);
    }

    @Test
    void twoMessagesHeldForOnePlaceAreAFork() {
        Random random = new Random(1);
        List<Sent> sent = messages(3, random);
        Recipient recipient = new Recipient();
        recipient.receives(sent.get(2));
        recipient.receives(sent.get(2));
        recipient.receives(new Sent(sent.get(2).link(), hash(random)));

        assertThat(recipient.duplicates).isEqualTo(1);
        assertThat(recipient.forks).isEqualTo(1);
    }

    @Test
    void aPredecessorThatWeNeverGotIsAFork() {
        Random random = new Random(1);
        List<Sent> sent = messages(2, random);
        Recipient recipient = new Recipient();
        recipient.receives(sent.getFirst());

        Decision decision = recipient.decide(new Sent(new Link(MX, 1, 2, hash(random)), hash(random)));

        assertThat(decision).isEqualTo(new Decision.Fork(1, sent.getFirst().chainHash()));
    }

    @Test
    void anEpochThatNoResetHasOpenedIsNotDelivered() {
        Decision decision = new Recipient().decide(new Sent(new Link(MX, 2, 1, Link.START), "a".repeat(64)));

        assertThat(decision).isEqualTo(new Decision.UnknownEpoch(2));
    }

    @Test
    void aStreamThatHasForgottenItsPastSaysSo() {
        StreamState state = new StreamState(1, 5, "a".repeat(64));
        Link old = new Link(MX, 1, 2, "b".repeat(64));

        assertThatThrownBy(() -> IncomingStream.decide(state, seq -> Optional.empty(), old, "c".repeat(64)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("message 2");
    }

    @Test
    void linksAndStatesThatContradictThemselvesCannotBeMade() {
        String hash = "a".repeat(64);

        assertThatThrownBy(() -> new Link(MX, 0, 1, Link.START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Link(MX, 1, 0, hash)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Link(MX, 1, 1, hash)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Link(MX, 1, 2, Link.START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Link(MX, 1, 2, "A".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StreamState(1, 0, hash)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StreamState(1, 1, Link.START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StreamState(0, 0, Link.START)).isInstanceOf(IllegalArgumentException.class);
        assertThat(StreamState.before(3)).isEqualTo(new StreamState(3, 0, Link.START));
    }

    private static List<Sent> messages(int count, Random random) {
        List<Sent> messages = new ArrayList<>();
        StreamState state = StreamState.first();
        for (int i = 0; i < count; i++) {
            Sent message = new Sent(OutgoingLinks.next(MX, state), hash(random));
            messages.add(message);
            state = OutgoingLinks.after(message.link(), message.chainHash());
        }
        return messages;
    }

    private static String hash(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
