package org.enlace.node.web;

import java.time.ZoneId;
import java.util.Set;
import org.enlace.message.NodeId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the pages need to know about this node.
///
/// @param node the member whose contact point this is
/// @param zone the local clock on every page, beside UTC
/// @param training shows on every page and print that people and cases are fictional
@ConfigurationProperties("enlace")
record ConsoleSettings(
        NodeId node,
        ZoneId zone,
        @DefaultValue("false") boolean training,
        @DefaultValue Reach console) {

    /// @param hosts the names, without port, under which browsers may ask for this console
    record Reach(@DefaultValue({"localhost", "127.0.0.1"}) Set<String> hosts) {
        Reach {
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException("enlace.console.hosts names no host; nobody could open the console");
            }
            hosts = Set.copyOf(hosts);
        }
    }
}
