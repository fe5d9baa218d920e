package org.enlace.message;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.enlace.person.PersonBlock;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;

/// The states whose citizen the person is, as the header or the protected part says it, or who are asked about it; ISO
/// 3166-1 alpha-2.
public record Origins(Set<String> countries) {

    public Origins {
        countries = Set.copyOf(countries);
    }

    /// @param recipients of a question about nationality, who count too
    public static Origins of(About about, Message message, Collection<NodeId> recipients) {
        Set<String> countries = new HashSet<>();
        for (CountryRole role : about.countryRoles()) {
            if (role.part() == CountryRole.Part.ORIGIN) {
                countries.add(role.country());
            }
        }
        if (message instanceof VictimMessage victim && victim.protection() != null) {
            countries.addAll(citizenship(victim.protection().person()));
        }
        if (message instanceof IdentityVerification verification && verification.asksStateOfOrigin()) {
            // Whoever is asked for a nationality may be the state that the person must be kept from.
            recipients.forEach(recipient -> countries.add(recipient.value()));
        }
        return new Origins(countries);
    }

    /// Codes only; compared with the recipients and never shown.
    @ShowsPersonalData
    static List<String> citizenship(PersonBlock person) {
        Sensitive<List<String>> citizenship = person.citizenship();
        return citizenship == null ? List.of() : citizenship.reveal();
    }

    public boolean contains(NodeId member) {
        return countries.contains(member.value());
    }

    @Override
    public String toString() {
        return "Origins[withheld]";
    }
}
