package org.enlace.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.enlace.directory.Directory;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.matching.Identifier;
import org.enlace.matching.IdentifierKind;
import org.enlace.matching.Normalised.Usable;
import org.enlace.person.Answer;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// What of a message may be matched, and with whom. Only alerts have such parts, those for police: never who a victim
/// is, never what was told for protection.
public final class Matchable {
    private static final String PASSPORT = "PASSPORT";

    private Matchable() {}

    /// Whether anybody may learn that this is held. What protects a person or a source is not matched.
    public static boolean allowed(Handling handling) {
        return !handling.has(Caveat.NO_AUTO_MATCH)
                && !handling.has(Caveat.SOURCE_PROTECT)
                && !handling.has(Caveat.VICTIM_PROTECTION_ONLY);
    }

    /// Whether this member is kept from a case that holds such a message: then it neither asks about it nor is asked
    /// because of it. A role that is shut out may be anybody's there, so it counts for all.
    ///
    /// @param message with its protected part, which says whose citizen the person is and from whom it is withheld
    public static boolean keptFrom(About about, Message message, NodeId member, Directory directory) {
        Handling handling = about.handling();
        boolean excluded = handling.caveats().stream()
                .flatMap(caveat -> caveat.excluded().stream())
                .map(authority -> authority.split(":", -1)[0])
                .anyMatch(authority -> authority.length() != 2 || authority.equals(member.value()));
        boolean origin = (handling.has(Caveat.NO_CONSULAR_CONTACT) || refusesContact(message))
                && Origins.of(about, message, List.of()).contains(member);
        return excluded || origin || WithheldRules.withheld(message, member, directory);
    }

    private static boolean refusesContact(Message message) {
        return message instanceof VictimMessage victim
                && victim.protection() != null
                && victim.protection().contactWithConsulateWanted() == Answer.NO;
    }

    /// Telephones, passports and number plates of an alert, each once; what cannot be brought into form is left out.
    public static List<Identifier> identifiers(CaseAlert alert) {
        CaseAlert.PolicePart police = alert.police();
        if (police == null) {
            return List.of();
        }
        Set<Identifier> found = new LinkedHashSet<>();
        for (Sensitive<String> phone : police.phones()) {
            add(found, IdentifierKind.PHONE, null, phone);
        }
        for (Identity.Document document : police.documents()) {
            if (document.kind().equals(PASSPORT)) {
                add(found, IdentifierKind.PASSPORT, document.country(), document.number());
            }
        }
        for (CaseAlert.Plate plate : police.plates()) {
            List<CaseAlert.Vehicle> vehicles = alert.alert().vehicles();
            boolean known = plate.vehicle() >= 0 && plate.vehicle() < vehicles.size();
            String country = known ? vehicles.get(plate.vehicle()).plateCountry() : null;
            add(found, IdentifierKind.PLATE, country, plate.number());
        }
        return new ArrayList<>(found);
    }

    private static void add(
            Set<Identifier> found, IdentifierKind kind, @Nullable String state, Sensitive<String> number) {
        if (Identifier.of(kind, state, number) instanceof Usable(var identifier)) {
            found.add(identifier);
        }
    }
}
