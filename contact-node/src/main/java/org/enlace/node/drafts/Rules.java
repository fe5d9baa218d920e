package org.enlace.node.drafts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.enlace.code.CodeLists;
import org.enlace.message.About;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.SendingRules;
import org.enlace.node.contacts.Contact;
import org.enlace.node.contacts.Contacts;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;

/// Asks the network's rules about a message, with this node's directory, lists and clock.
@Component
final class Rules {
    /// The partner of exercises.
    private static final NodeId EXERCISES = new NodeId("ZZ");

    private final SendingRules rules;
    private final CodeLists lists;
    private final CurrentDirectory directory;
    private final Contacts contacts;
    private final Clock clock;

    Rules(CodeLists lists, CurrentDirectory directory, Contacts contacts, Clock clock) {
        this.rules = new SendingRules(lists);
        this.lists = lists;
        this.directory = directory;
        this.contacts = contacts;
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

    /// Warns if no recipient can speak with the person, and names who can and may have the message.
    ///
    /// @param admitted whether nothing in the case keeps the message from that member
    List<Breach> interpreters(Wanted wanted, About about, Predicate<NodeId> admitted) {
        var languages = Interpreters.wanted(wanted.message());
        var now = clock.instant();
        // What is corrected goes to who has it.
        if (languages.isEmpty()
                || wanted.recipients().isEmpty()
                || wanted.outline().corrects() != null
                || wanted.recipients().stream()
                        .flatMap(code -> directory.current().member(code).stream())
                        .anyMatch(member -> Interpreters.canSpeak(member.contact(), languages))) {
            return List.of();
        }
        var others = contacts.partners().stream()
                .filter(partner -> partner.canBeWrittenTo(now) && Interpreters.canSpeak(partner.point(), languages))
                .map(Contact::code)
                // Nobody speaks there for a person who is meant.
                .filter(code -> wanted.mode() != Mode.ACTUAL || !code.equals(EXERCISES))
                .filter(code -> admitted.test(code)
                        && breaches(wanted.to(code), about).stream()
                                .noneMatch(breach ->
                                        breach.blocks() && breach.field().equals("recipients")))
                .map(NodeId::value)
                .toList();
        return List.of(new Breach("recipients", BreachCode.INTERPRETER_NOT_LISTED, others));
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
