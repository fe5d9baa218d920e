package org.enlace.deploy.demo;

import java.util.List;
import java.util.Map;
import org.enlace.message.NodeId;

/// What a demo consists of. Decided when its folder is made, and kept.
///
/// @param consoles port of each node's console and API
/// @param health port of each node's readiness, for this machine only
/// @param databasePort port of PostgreSQL, 0 where it is not used
record Layout(
        List<NodeId> nodes,
        int brokers,
        Database database,
        Profile profile,
        Map<NodeId, Integer> consoles,
        Map<NodeId, Integer> health,
        int databasePort) {

    Layout {
        nodes = List.copyOf(nodes);
        consoles = Map.copyOf(consoles);
        health = Map.copyOf(health);
    }

    int console(NodeId node) {
        return port(consoles, node);
    }

    int health(NodeId node) {
        return port(health, node);
    }

    String address(NodeId node) {
        return "https://localhost:" + console(node);
    }

    private static int port(Map<NodeId, Integer> ports, NodeId node) {
        Integer port = ports.get(node);
        if (port == null) {
            throw new IllegalStateException(node + " has no port in this demo");
        }
        return port;
    }
}
