package org.enlace.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
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
import org.jspecify.annotations.Nullable;

/// What this contact point and its partners write to each other, played without a broker.
final class Correspondence {
    private final DeskUnderTest.Running node;

    Correspondence(DeskUnderTest.Running node) {
        this.node = node;
    }

    MessageId sends(String reference, NodeId... recipients) {
        var now = node.clock().instant();
        var id = MessageId.next(now, new SecureRandom());
        var about = Samples.alertAbout(reference, Urgency.IMMEDIATE, ChildInvolved.YES);
        var message = new OutboundMessage(
                id,
                Samples.alert(),
                about,
                new TreeSet<>(List.of(recipients)),
                now.plus(Duration.ofDays(1)),
                Mode.EXERCISE);
        node.transaction().executeWithoutResult(_ -> {
            node.bean(Outbox.class).send(message);
            node.bean(CaseFiles.class).recordSent(message, officer());
        });
        return id;
    }

    void says(
            NodeId partner,
            MessageId about,
            StatusKind kind,
            @Nullable String ground,
            @Nullable String unit,
            @Nullable String alternative) {
        var status = new Status(about, kind, node.clock().instant(), "desk 2", ground, unit, alternative, null);
        var header = About.control(MessageType.STATUS, new CaseReference("PA-2026-000001"), about, "desk 2");
        node.arrives(partner, status, header);
    }

    private Officer officer() {
        var id = node.database()
                .sql("select id from officer where username = 'investigator'")
                .query(String.class)
                .single();
        return node.bean(Officers.class).find(new OfficerId(id)).orElseThrow();
    }
}
