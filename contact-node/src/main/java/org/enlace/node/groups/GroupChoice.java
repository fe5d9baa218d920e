package org.enlace.node.groups;

import java.util.List;
import java.util.UUID;
import org.enlace.message.NodeId;

/// A group as an officer chose it for a message: whom it had at that moment. Nothing that happens to the group later
/// adds or removes anybody.
public record GroupChoice(UUID group, int revision, List<NodeId> members) {
    public GroupChoice {
        members = members.stream().sorted().toList();
    }
}
