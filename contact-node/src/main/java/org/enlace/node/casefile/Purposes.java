package org.enlace.node.casefile;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.enlace.message.UsePermissionRequest;
import org.enlace.node.access.Role;
import org.enlace.person.ConsentPurpose;

/// Who at this contact point reads about a person for which purpose.
final class Purposes {
    private static final Set<String> SHARING =
            Set.of(ConsentPurpose.SHARE_AUTHORITY.name(), ConsentPurpose.SHARE_NGO.name());

    private Purposes() {}

    /// What is gone when something is to be passed on. Whether somebody outside is an authority no node can tell: who
    /// does not agree to the one kind is not shared with either.
    static Set<String> forSharing(Set<String> withdrawn) {
        var gone = new TreeSet<>(withdrawn);
        if (gone.contains(ConsentPurpose.SHARE_NGO.name())) {
            gone.add(ConsentPurpose.SHARE_AUTHORITY.name());
        }
        return gone;
    }

    /// What a person must agree to, all of it, before a message is used otherwise than its handling says.
    ///
    /// @param use code of list `permission-use`; one of a newer version needs all of these
    static Set<String> of(String use) {
        return switch (use) {
            case UsePermissionRequest.COURT -> Set.of(ConsentPurpose.COURT_USE.name());
            case UsePermissionRequest.PASS_ON -> SHARING;
            default ->
                Set.of(
                        ConsentPurpose.COURT_USE.name(),
                        ConsentPurpose.SHARE_AUTHORITY.name(),
                        ConsentPurpose.SHARE_NGO.name());
        };
    }

    /// Who has no purpose left once these were taken back.
    ///
    /// @param withdrawn codes of list `consent-purpose`
    static Set<Role> closed(Collection<String> withdrawn) {
        var roles = EnumSet.noneOf(Role.class);
        for (var purpose : ConsentPurpose.known(withdrawn)) {
            switch (purpose) {
                case POLICE_USE -> roles.add(Role.INVESTIGATOR);
                case SHARE_CONSULATE -> roles.add(Role.CONSULAR);
                case STATISTICS -> roles.add(Role.ANALYST);
                case ASSISTANCE, SHARE_AUTHORITY, SHARE_NGO, COURT_USE, FAMILY_CONTACT -> {
                    // What these opened is asked for at each step.
                }
            }
        }
        return roles;
    }
}
