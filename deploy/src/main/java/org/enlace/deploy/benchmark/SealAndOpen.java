package org.enlace.deploy.benchmark;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.enlace.envelope.Header;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Suite;
import org.enlace.message.About;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.trial.Partner;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialNetwork;

/// What sealing and opening one message costs beside its bare cryptography, and what more recipients add.
final class SealAndOpen {
    private static final int TEXT_CHARS = 2000;
    private static final int MANY = 34;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final Suite suite = Suite.fastest();
    private final TrialNetwork network =
            TrialNetwork.create(TrialNetwork.possibleMembers(), TopicNames.OPAQUE, random, clock);
    private final CpuTime time;

    SealAndOpen(Duration each) {
        this.time = new CpuTime(each);
    }

    List<Figure> run(Report report) throws Exception {
        suite.providers().forEach((part, provider) -> report.condition("provider of " + part, provider));
        NodeId from = new NodeId("GT");
        NodeId to = new NodeId("SV");
        Partner sender = partner(from);
        Partner reader = partner(to);
        Status message = message();
        About about = About.control(MessageType.STATUS, null, null, "benchmark");
        Header one = sender.header(message, about, new TreeSet<>(List.of(to)));
        Header many = sender.header(message, about, others(from));
        Sealed sealed = sender.sealed(one, message);
        Sealed sealedForMany = sender.sealed(many, message);
        Primitives bare = new Primitives(suite.providers(), sealed.signedData().length);

        double bareSeal = time.micros(bare::seal);
        double bareOpen = time.micros(bare::open);
        double seal = time.micros(() -> sender.sealed(one, message));
        double open = time.micros(() -> open(reader, sealed, one.topic()));
        double sealForMany = time.micros(() -> sender.sealed(many, message));
        double openOfMany = time.micros(() -> open(reader, sealedForMany, many.topic()));

        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.plain("bare.seal", "Bare cryptography of sealing, 1 recipient", bareSeal, "us CPU"));
        figures.add(Figure.plain("bare.open", "Bare cryptography of opening", bareOpen, "us CPU"));
        figures.add(Figure.plain("seal.one", "Seal, 1 recipient", seal, "us CPU"));
        figures.add(Figure.plain("open.one", "Open", open, "us CPU"));
        figures.add(Figure.atMost(
                1.5,
                "seal-open.ratio",
                "Seal and open against the bare cryptography",
                (seal + open) / (bareSeal + bareOpen),
                "times"));
        figures.add(Figure.plain("seal.many", "Seal, " + MANY + " recipients", sealForMany, "us CPU"));
        figures.add(
                Figure.atMost(8, "seal.many.ratio", "Seal for " + MANY + " against 1", sealForMany / seal, "times"));
        figures.add(
                Figure.plain("open.many.ratio", "Open one of " + MANY + " against of 1", openOfMany / open, "times"));
        figures.add(bytes("one", "1 recipient", sealed));
        figures.add(bytes("many", MANY + " recipients", sealedForMany));
        return figures;
    }

    private static Figure bytes(String name, String what, Sealed sealed) {
        return Figure.plain("envelope." + name, "Envelope for " + what, sealed.envelope().length, "bytes");
    }

    private static void open(Partner reader, Sealed sealed, String topic) {
        if (!(reader.open(sealed.envelope(), topic) instanceof Opened)) {
            throw new IllegalStateException("An honest message was refused");
        }
    }

    private Partner partner(NodeId code) {
        return new Partner(code, network.member(code).keys(), network.directories(), suite, random, clock);
    }

    private SortedSet<NodeId> others(NodeId but) {
        SortedSet<NodeId> others = new TreeSet<>(network.codes());
        others.remove(but);
        others.remove(TrialNetwork.EXERCISE_PARTNER);
        return others;
    }

    private Status message() {
        String note = "Nothing here is meant. ".repeat(TEXT_CHARS).substring(0, TEXT_CHARS);
        Instant now = clock.instant();
        return new Status(MessageId.next(now, random), StatusKind.NOTE, now, "benchmark", null, null, null, note);
    }
}
