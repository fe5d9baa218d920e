package org.enlace.node.drafts;

import java.util.List;
import java.util.Optional;
import org.enlace.directory.ContactPoint;
import org.enlace.message.Message;
import org.enlace.message.VictimMessage;
import org.enlace.person.LanguageNeed;

/// Who can speak with the person whom a message is about, as far as the directory says.
final class Interpreters {
    private Interpreters() {}

    /// The languages in which somebody may have to interpret: the person's best if it is known that somebody must, any
    /// if nobody knows. Empty if nobody must, or none was named yet.
    static List<String> wanted(Message message) {
        if (!(message instanceof VictimMessage victim)) {
            return List.of();
        }
        var need = victim.alert().language();
        var spoken = need.languages().stream()
                .map(LanguageNeed.Spoken::code)
                .filter(code -> code.matches("[a-z]{3}"))
                .distinct();
        return switch (need.interpreterNeeded()) {
            case YES -> spoken.limit(1).toList();
            case UNKNOWN -> spoken.toList();
            case NO -> List.of();
        };
    }

    /// Whether its people speak one of these languages, or have somebody who does.
    static boolean canSpeak(ContactPoint point, List<String> languages) {
        return languages.stream()
                .anyMatch(language -> point.languages().contains(language)
                        || point.interpreters().contains(language));
    }

    /// The first of these languages for which an interpreter is listed there.
    static Optional<String> interpreted(ContactPoint point, List<String> languages) {
        return languages.stream().filter(point.interpreters()::contains).findFirst();
    }

    /// The first of these languages that the desk itself reads.
    static Optional<String> read(ContactPoint point, List<String> languages) {
        return languages.stream().filter(point.languages()::contains).findFirst();
    }
}
