package org.enlace.node.access;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param usersFile the officers of this contact point, see [OfficersFile]
/// @param session how long a sign-in lasts
@ConfigurationProperties("enlace")
record AccessSettings(
        @Nullable Path usersFile, @DefaultValue Session session) {
    /// @param idleMax without a request
    /// @param lengthMax whatever happens
    record Session(
            @DefaultValue("15m") Duration idleMax,
            @DefaultValue("10h") Duration lengthMax) {
        Session {
            if (idleMax.isNegative() || idleMax.isZero() || lengthMax.compareTo(idleMax) < 0) {
                throw new IllegalArgumentException(
                        "enlace.session: idle-max must be more than nothing and not more than length-max");
            }
        }
    }
}
