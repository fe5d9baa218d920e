package org.enlace.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.enlace.envelope.Opened;
import org.enlace.handling.Caveat;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.PersonBlock;
import org.enlace.person.Sensitive;
import org.enlace.trial.Partner;

/// Persons of whom a partner asks help for, one a case, for those who count.
final class Victims {
    private final DeskUnderTest.Running node;
    private final NodeId code;
    private final Partner sender;
    private final Partner reader;

    Victims(DeskUnderTest.Running node) {
        this(node, DeskUnderTest.PA);
    }

    /// @param code of the node
    Victims(DeskUnderTest.Running node, NodeId code) {
        this.node = node;
        this.code = code;
        this.sender = node.partner(DeskUnderTest.CO);
        this.reader = node.partner(code);
    }

    /// @param gender code of list `gender`, empty if not said
    record Victim(String country, String gender, String ageBand, ConsentAnswer statistics, Mode mode) {
        static Victim of(String country, String gender, String ageBand) {
            return new Victim(country, gender, ageBand, ConsentAnswer.NOT_ASKED, Mode.ACTUAL);
        }

        Victim in(Mode other) {
            return new Victim(country, gender, ageBand, statistics, other);
        }

        Victim saying(ConsentAnswer other) {
            return new Victim(country, gender, ageBand, other, mode);
        }
    }

    /// Her sender lets nobody of her state know of her.
    MessageId arrives(String reference, Victim victim) {
        var handling =
                Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.VICTIM_PROTECTION_ONLY, Caveat.NO_CONSULAR_CONTACT);
        var about = Samples.requestAbout(reference, Urgency.URGENT, handling);
        return arrives(request(victim), about, victim.mode());
    }

    MessageId arrives(Message message, About about, Mode mode) {
        var made = sender.header(message, about, new TreeSet<>(List.of(code)));
        var header = Headers.meant(made, mode);
        var opening = reader.open(sender.sealed(header, message).envelope(), made.topic());
        var verified = ((Opened) opening).message();
        node.transaction().executeWithoutResult(_ -> node.handOver(verified));
        return made.msgId();
    }

    private static VictimAssistanceRequest request(Victim victim) {
        var usual = Samples.request(new ConsentRecord(
                "c1",
                "PERSON",
                null,
                "spa",
                false,
                Map.of("STATISTICS", victim.statistics()),
                List.of(),
                ConsentRecord.Told.EVERYTHING,
                null,
                null));
        var part = Objects.requireNonNull(usual.protection());
        var person = part.person();
        return new VictimAssistanceRequest(
                usual.alert(),
                new VictimAssistanceRequest.ProtectionPart(
                        new PersonBlock(
                                person.personRef(),
                                victim.ageBand(),
                                person.majority(),
                                victim.gender().isEmpty() ? null : Sensitive.of(victim.gender()),
                                Sensitive.of(List.of(victim.country())),
                                null,
                                person.traffickingStatus(),
                                null,
                                List.of(),
                                null,
                                null,
                                person.healthUrgent(),
                                null),
                        part.consent(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        part.contactWithConsulateWanted(),
                        null,
                        part.note(),
                        null),
                usual.identity());
    }
}
