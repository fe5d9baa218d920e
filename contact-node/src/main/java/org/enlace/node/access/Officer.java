package org.enlace.node.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Someone who works at this contact point and is signed in, or a system that calls the API in the place of one.
///
/// @param pseudonym the name that partners see instead of `displayName`, such as `officer-7K4M2Q`; a system's
/// says what it is, `system-7K4M2Q`
/// @param displayName shown on this node's own pages only, never sent and never logged
/// @param language what the officer chose, or null for the language of the browser
/// @param system whether it is a system and no person, see [AccessRules]
public record Officer(
        OfficerId id,
        String pseudonym,
        String displayName,
        Set<Role> roles,
        @Nullable Locale language,
        boolean system) {

    public Officer {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("An officer has at least one role");
        }
        roles = Set.copyOf(roles);
    }

    /// A person.
    public Officer(OfficerId id, String pseudonym, String displayName, Set<Role> roles, @Nullable Locale language) {
        this(id, pseudonym, displayName, roles, language, false);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// The same officer with no more than the roles that are not shut out; empty if none is left.
    public Optional<Officer> without(Collection<Role> shutOut) {
        var left = new HashSet<>(roles);
        left.removeAll(shutOut);
        return left.isEmpty() ? Optional.empty() : Optional.of(with(left));
    }

    /// The same with this role and no other.
    public Officer alone(Role role) {
        return with(Set.of(role));
    }

    private Officer with(Set<Role> other) {
        return new Officer(id, pseudonym, displayName, other, language, system);
    }

    /// Up to two letters that stand for the name where there is no room for it.
    public String initials() {
        var words = displayName.strip().split("\\s+", -1);
        var first = words[0].substring(0, Math.min(words[0].length(), words[0].offsetByCodePoints(0, 1)));
        if (words.length == 1) {
            return first;
        }
        var second = words[words.length > 2 ? words.length - 2 : 1];
        return first + second.substring(0, second.offsetByCodePoints(0, 1));
    }

    /// Says the pseudonym only: what is printed may end up in a log.
    @Override
    public String toString() {
        return pseudonym;
    }
}
