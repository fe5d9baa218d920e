package org.enlace.message;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.directory.Directory;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;

/// Nobody is addressed whom the person named as one from whom it is withheld. Only a name that is exactly
/// that of a state or its desk says which member is meant; `her uncle in Mexico` keeps nothing from Mexico.
final class WithheldRules {
    private static final List<Locale> LANGUAGES =
            Stream.of("en", "es", "pt", "fr").map(Locale::of).toList();

    private WithheldRules() {}

    static void check(Breaches breaches, Message message, Collection<NodeId> recipients, Directory directory) {
        for (NodeId recipient : Set.copyOf(recipients)) {
            if (withheld(message, recipient, directory)) {
                breaches.add("recipients", BreachCode.RECIPIENT_WITHHELD, recipient);
            }
        }
    }

    static boolean withheld(Message message, NodeId member, Directory directory) {
        if (!(message instanceof VictimMessage victim) || victim.protection() == null) {
            return false;
        }
        ConsentRecord consent = victim.protection().consent();
        if (consent == null || consent.withheldFrom().isEmpty()) {
            return false;
        }
        Set<String> withheld =
                consent.withheldFrom().stream().map(one -> named(one.from())).collect(Collectors.toSet());
        return names(member, directory).anyMatch(withheld::contains);
    }

    private static Stream<String> names(NodeId member, Directory directory) {
        return Stream.of(
                        Stream.of(member.value()),
                        LANGUAGES.stream().map(language -> CodeLists.country(member.value(), language)),
                        directory.member(member).stream()
                                .map(listed -> listed.contact().unit()))
                .flatMap(names -> names)
                .map(WithheldRules::plain)
                .filter(name -> !name.isEmpty());
    }

    /// It is compared here and shown to nobody.
    @ShowsPersonalData
    private static String named(Sensitive<String> withheld) {
        return plain(withheld.reveal());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
