package org.enlace.node.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param usersFile the officers of this contact point, see [OfficersFile]
/// @param session how long a sign-in lasts
/// @param secondFactor whether a password is enough
/// @param zone in which days begin here
@ConfigurationProperties("enlace")
record AccessSettings(
        @Nullable Path usersFile,
        @DefaultValue Session session,
        @DefaultValue("required") SecondFactor secondFactor,
        @DefaultValue("UTC") ZoneId zone) {

    enum SecondFactor {
        /// Whoever has none sets one up before anything else.
        REQUIRED,
        /// For trying the system out: who has none signs in with the password alone.
        OPTIONAL
    }

    /// @param idleMax without a request
    /// @param lengthMax whatever happens
    /// @param proofMax how long ago an officer may have proven who they are for what needs it anew
    record Session(
            @DefaultValue("15m") Duration idleMax,
            @DefaultValue("10h") Duration lengthMax,
            @DefaultValue("10m") Duration proofMax) {
        Session {
            if (idleMax.isNegative() || idleMax.isZero() || lengthMax.compareTo(idleMax) < 0) {
                throw new IllegalArgumentException(
                        "enlace.session: idle-max must be more than nothing and not more than length-max");
            }
            if (proofMax.isNegative() || proofMax.isZero()) {
                throw new IllegalArgumentException("enlace.session.proof-max must be more than nothing");
            }
        }
    }
}
