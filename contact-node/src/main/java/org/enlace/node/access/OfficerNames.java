package org.enlace.node.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Names of officers for this node's own pages: who holds what, who did what. They are never sent.
@Component
public class OfficerNames {
    private final JdbcClient database;

    OfficerNames(JdbcClient database) {
        this.database = database;
    }

    /// Display names by officer id, in one query; an id that nobody has is left out.
    public Map<String, String> of(Collection<String> officers) {
        var names = new HashMap<String, String>();
        if (!officers.isEmpty()) {
            database.sql("select id, display_name from officer where id in (:ids)")
                    .param("ids", officers)
                    .query(row -> {
                        names.put(row.getString("id"), row.getString("display_name"));
                    });
        }
        return names;
    }
}
