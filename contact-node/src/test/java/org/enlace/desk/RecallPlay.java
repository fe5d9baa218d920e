package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.PA;

import java.util.List;
import org.enlace.console.Browser;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Recall;
import org.enlace.message.RecallAttestation;
import org.enlace.node.access.Role;

/// What those who take back, and those who hold it, do and see.
abstract class RecallPlay {
    final RecallNodes nodes;
    final DeskUnderTest.Running owner;
    final DeskUnderTest.Running holder;
    final Correspondence post;

    RecallPlay(RecallNodes nodes) {
        this.nodes = nodes;
        this.owner = nodes.owner;
        this.holder = nodes.holder;
        this.post = nodes.post;
    }

    final MessageId sends(String reference) {
        var id = post.sends(reference, Urgency.URGENT, CO);
        meet();
        return id;
    }

    /// Each node gets what the other has sent, until neither has anything new.
    final void meet() {
        for (var round = 0; round < 3; round++) {
            owner.reaches(holder, CO, nodes.toHolder);
            holder.reaches(owner, PA, nodes.toOwner);
        }
    }

    final String reference() {
        return nodes.reference();
    }

    final int recall(Browser browser, MessageId id, String reason) {
        return browser.submit("/me", "/messages/" + id + "/recall", "reason", reason)
                .statusCode();
    }

    final int byApi(DeskUnderTest.Running node, Role role, MessageId id, String reason) {
        return node.api(role)
                .send(
                        "POST",
                        "/api/v1/messages/" + id + "/recall",
                        "application/json",
                        "{\"reason\":\"" + reason + "\"}")
                .statusCode();
    }

    final int attest(
            Browser browser,
            MessageId id,
            String outcome,
            String order,
            String exported,
            String passedOn,
            String note) {
        return browser.submit(
                        "/me",
                        "/messages/" + id + "/attestation",
                        "outcome",
                        outcome,
                        "order",
                        order,
                        "exported",
                        exported,
                        "passedOn",
                        passedOn,
                        "note",
                        note)
                .statusCode();
    }

    final void act(Browser browser, MessageId id, String step, String... fields) {
        assertThat(browser.submit("/me", "/desk/items/" + item(holder, id) + "/" + step, fields)
                        .statusCode())
                .isEqualTo(303);
    }

    final void accepts(MessageId id) {
        var duty = holder.browser().signIn(Role.DUTY);
        act(duty, id, "acknowledge");
        var worker = holder.database()
                .sql("select pseudonym from officer where username = 'investigator'")
                .query(String.class)
                .single();
        act(duty, id, "accept", "worker", worker, "start", "2026-11-23");
    }

    final void recalledBy(NodeId member, MessageId given, String reason) {
        var message = owner.following(
                member,
                MessageType.CASE_ALERT,
                new Recall(given, reason, "desk 9"),
                About.control(MessageType.RECALL, null, given, "desk 9"));
        owner.transaction().executeWithoutResult(_ -> owner.handOver(message));
    }

    final List<String> toldOutcomes(NodeId member) {
        return owner.told(member, RecallAttestation.class).stream()
                .map(RecallAttestation::outcome)
                .toList();
    }

    final String item(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    final String state(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select state from desk_item where message_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    final boolean waits(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select waits from desk_item where message_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    final String caseOf(MessageId id) {
        return owner.database()
                .sql("select reference from case_message where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    final long keys(MessageId id) {
        return holder.database()
                .sql("select count(*) from storage_key where name = ?")
                .param(id.toString())
                .query(Long.class)
                .single();
    }

    final long recalls() {
        return owner.database()
                .sql("select count(*) from recall where side = 'SENT'")
                .query(Long.class)
                .single();
    }

    final long last(DeskUnderTest.Running node) {
        return node.database()
                .sql("select max(id) from outbox")
                .query(Long.class)
                .single();
    }

    final List<String> deeds(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select action from audit_entry where object_id = ?")
                .param(id.toString())
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }
}
