package org.enlace.node.casefile;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which of our roles read a message, as one word with a letter for each: `IDS`. Rows that searches walk along hold it
/// before their time, so that what an officer may not see is never among the rows that are looked at for that officer.
/// If what a role reads changes, a migration has to write it anew.
@Component
public class Readers {
    private final JdbcClient database;
    private final Map<Role, Sight> sights = new EnumMap<>(Role.class);

    Readers(JdbcClient database, AccessRules rules) {
        this.database = database;
        for (var role : Role.values()) {
            var anyone = new Officer(new OfficerId("0".repeat(32)), "officer-000000", "", Set.of(role), null);
            sights.put(role, new Sight(anyone, rules));
        }
    }

    public String of(MessageEntry message) {
        return sights.entrySet().stream()
                .filter(sight -> sight.getValue().sees(message))
                .map(sight -> letter(sight.getKey()))
                .collect(Collectors.joining());
    }

    /// Those of messages that this officer sees, as far as there is or was any.
    public List<String> of(Officer officer) {
        return known().stream().filter(readers -> admits(readers, officer)).toList();
    }

    static boolean admits(String readers, Officer officer) {
        return officer.roles().stream().anyMatch(role -> readers.contains(letter(role)));
    }

    /// There is a message with each of them. Whoever adds one holds the index.
    void add(Collection<String> used) {
        var missing = new TreeSet<>(used);
        missing.removeAll(known());
        missing.forEach(readers -> database.sql("insert into readers_known (readers) values (?)")
                .param(readers)
                .update());
    }

    private List<String> known() {
        return database.sql("select readers from readers_known order by readers")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String letter(Role role) {
        return switch (role) {
            case INVESTIGATOR -> "I";
            case CONSULAR -> "C";
            case CASE_WORKER -> "W";
            case ANALYST -> "A";
            case DUTY -> "D";
            case SUPERVISOR -> "S";
            case AUDITOR -> "U";
            case OPERATOR -> "O";
        };
    }
}
