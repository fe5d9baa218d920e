package org.enlace.node.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What machines know about the way of the messages this node has sent.
@Component
public class Deliveries {
    private final DeliveryRows rows;

    Deliveries(DeliveryRows rows) {
        this.rows = rows;
    }

    /// One for each recipient, in their order; empty if this node did not send such a message.
    @Transactional(readOnly = true)
    public List<Delivery> of(MessageId id) {
        return rows.of(List.of(id)).getOrDefault(id, List.of());
    }

    /// The recipient's node says that nobody there can open it any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void recalled(MessageId id, NodeId recipient) {
        rows.recalled(id, recipient);
    }

    /// Of several messages at once; those that this node did not send are left out.
    @Transactional(readOnly = true)
    public Map<MessageId, List<Delivery>> of(Collection<MessageId> ids) {
        return rows.of(ids);
    }
}
