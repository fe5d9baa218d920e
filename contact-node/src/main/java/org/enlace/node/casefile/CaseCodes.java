package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlace.message.CaseReference;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The codes by which lists of cases are narrowed, in the database: for each case and code one row, in the order in
/// which cases are listed. Whoever writes holds the case.
@Repository
public class CaseCodes {
    private static final String ADD = """
            insert into case_code (reference, code, changed_at)
            select f.reference, c.code, f.changed_at from case_file f cross join (%s) c
            where f.reference = :case and not exists (
                select 1 from case_code k where k.reference = f.reference and k.code = c.code)""";

    private static final String STATES =
            "select distinct 'business-state.' || i.state as code from desk_item i where i.reference = :case";

    private final JdbcClient database;

    CaseCodes(JdbcClient database) {
        this.database = database;
    }

    /// A message is on the desk from now on, and the desk knows its state.
    public void onDesk(MessageEntry message) {
        if (message.side() == Side.SENT) {
            nowOnDesk(message);
        }
        addStates(message.reference());
    }

    private void nowOnDesk(MessageEntry message) {
        var off = Terms.offDesk(Side.SENT);
        database.sql("delete from case_term where message_id = ? and term = ?")
                .params(message.id().value(), off)
                .update();
        database.sql("""
                        delete from case_code where reference = :case and code = :code and not exists (
                            select 1 from case_message m join case_term t on t.message_id = m.id
                            where m.reference = :case and t.term = :code)""")
                .param("case", message.reference().value())
                .param("code", off)
                .update();
    }

    /// Something in the case is in another state.
    public void states(CaseReference reference) {
        database.sql("delete from case_code where reference = :case and code like 'business-state.%' and code not in ("
                        + STATES + ")")
                .param("case", reference.value())
                .update();
        addStates(reference);
    }

    private void addStates(CaseReference reference) {
        database.sql(ADD.formatted(STATES)).param("case", reference.value()).update();
    }

    void add(CaseReference reference, List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        var rows = IntStream.range(0, codes.size())
                .mapToObj(number -> "select cast(:c" + number + " as varchar(80)) as code")
                .collect(Collectors.joining(" union "));
        var sql = database.sql(ADD.formatted(rows)).param("case", reference.value());
        for (var number = 0; number < codes.size(); number++) {
            sql = sql.param("c" + number, codes.get(number));
        }
        sql.update();
    }

    void changed(CaseReference reference, Instant at) {
        database.sql("update case_code set changed_at = ? where reference = ?")
                .params(StoredTime.utc(at), reference.value())
                .update();
    }
}
