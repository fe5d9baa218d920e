package org.enlace.node.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One entry of the list of officers.
///
/// @param passwordHash Argon2id, as [Passwords] writes it
/// @param email where this officer is told that something waits; absent for nowhere
/// @param disabled whether the officer may not come in; absent means no
record ListedOfficer(
        @JsonProperty(required = true) String username,
        @JsonProperty(required = true) String displayName,
        @JsonProperty(required = true) Set<Role> roles,
        @JsonProperty(required = true) String passwordHash,
        @Nullable String language,
        @Nullable Boolean disabled,
        @Nullable String email) {
    private static final Pattern HASH =
            Pattern.compile("\\$argon2id\\$v=19\\$m=\\d{1,7},t=\\d{1,3},p=\\d{1,2}\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[A-Za-z0-9.-]{1,189}");
    private static final int USERNAME_MAX = 64;
    private static final int NAME_MAX = 120;
    private static final int HASH_MAX = 200;

    /// What is wrong with it, without repeating anything of it.
    Optional<String> flaw() {
        if (username == null || username.isBlank() || username.length() > USERNAME_MAX) {
            return Optional.of("username must have 1 to " + USERNAME_MAX + " characters");
        }
        if (displayName == null || displayName.isBlank() || displayName.length() > NAME_MAX) {
            return Optional.of("displayName must have 1 to " + NAME_MAX + " characters");
        }
        if (roles == null || roles.isEmpty() || roles.stream().anyMatch(Objects::isNull)) {
            return Optional.of("roles must name at least one role");
        }
        if (passwordHash == null
                || passwordHash.length() > HASH_MAX
                || !HASH.matcher(passwordHash).matches()) {
            return Optional.of("passwordHash must be Argon2id in its usual form");
        }
        if (email != null && !isEmail(email)) {
            return Optional.of("email must be one address such as ana@example.org");
        }
        return language == null || LANGUAGE.matcher(language).matches()
                ? Optional.empty()
                : Optional.of("language must be a code of two letters");
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    boolean out() {
        return Boolean.TRUE.equals(disabled);
    }

    /// Prints no name and no hash.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
