package org.enlace.node.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.message.NodeId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the pages need to know about this node.
///
/// @param node the member whose contact point this is
/// @param zone the local clock on every page, beside UTC
/// @param languages those the console offers; the first is used where nobody chose
/// @param training shows on every page and print that people and cases are fictional
@ConfigurationProperties("enlace")
record ConsoleSettings(
        NodeId node,
        ZoneId zone,
        @DefaultValue({"es", "en", "pt", "fr"}) List<Locale> languages,
        @DefaultValue("false") boolean training,
        @DefaultValue Reach console) {

    ConsoleSettings {
        if (languages.isEmpty() || !Texts.LANGUAGES.containsAll(languages)) {
            throw new IllegalArgumentException("enlace.languages may name en, es, pt and fr, at least one of them");
        }
        languages = List.copyOf(languages);
    }

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
