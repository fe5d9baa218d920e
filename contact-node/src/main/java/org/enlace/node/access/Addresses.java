package org.enlace.node.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where officers are told that something waits, as the list of officers says. Never shown, logged or sent on.
@Component
public class Addresses {
    private final JdbcClient database;

    Addresses(JdbcClient database) {
        this.database = database;
    }

    /// Of those who have one, in one query.
    public Map<OfficerId, Address> of(Collection<OfficerId> officers) {
        var addresses = new HashMap<OfficerId, Address>();
        if (!officers.isEmpty()) {
            database.sql("select id, email, language from officer where id in (:ids) and email is not null")
                    .param("ids", officers.stream().map(OfficerId::value).toList())
                    .query(row -> {
                        var language = row.getString("language");
                        addresses.put(
                                new OfficerId(row.getString("id")),
                                new Address(
                                        row.getString("email"),
                                        language.isEmpty() ? null : Locale.forLanguageTag(language)));
                    });
        }
        return addresses;
    }

    /// @param language that the officer chose, null if none
    public record Address(String email, @Nullable Locale language) {
        /// Prints no address.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }
}
