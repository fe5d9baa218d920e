package org.enlace.node.drafts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.code.CodeLists;
import org.enlace.message.About;
import org.enlace.message.Breach;
import org.enlace.message.SendingRules;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;

/// Asks the network's rules about a message, with this node's directory, lists and clock.
@Component
final class Rules {
    private final SendingRules rules;
    private final CodeLists lists;
    private final CurrentDirectory directory;
    private final Clock clock;

    Rules(CodeLists lists, CurrentDirectory directory, Clock clock) {
        this.rules = new SendingRules(lists);
        this.lists = lists;
        this.directory = directory;
        this.clock = clock;
    }

    List<Breach> breaches(Wanted wanted, About about) {
        return rules.check(
                wanted.message(),
                about,
                directory.self().code(),
                wanted.recipients(),
                directory.current(),
                clock.instant());
    }

    /// Versions of the lists above 1; a list that is not named is in version 1.
    Map<String, Integer> listVersions() {
        var versions = new TreeMap<String, Integer>();
        lists.all().stream()
                .filter(list -> list.version() > 1)
                .forEach(list -> versions.put(list.id(), list.version()));
        return versions;
    }
}
