package org.enlace.node.web;

import java.time.ZoneId;
import java.util.Set;
import org.enlace.message.NodeId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What the pages need to know about this node.
///
/// @param node the member whose contact point this is
/// @param zone the local clock on every page, beside UTC
/// @param training shows on every page and print that people and cases are fictional
/// @param hosts the names, with port if it is not 443, under which browsers may ask for this console
@ConfigurationProperties("enlace.console")
public record ConsoleSettings(NodeId node, ZoneId zone, boolean training, Set<String> hosts) {
    public ConsoleSettings {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("enlace.console.hosts names no host; nobody could open the console");
        }
        hosts = Set.copyOf(hosts);
    }
}
