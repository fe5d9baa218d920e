package org.enlace.node.operations;

import java.util.UUID;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Quarantine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an operator does. Each act is in the audit log or does not happen.
@Component
class OperationsActs {
    private final Quarantine quarantine;
    private final Alarms alarms;
    private final AuditLog audit;

    OperationsActs(Quarantine quarantine, Alarms alarms, AuditLog audit) {
        this.quarantine = quarantine;
        this.alarms = alarms;
        this.audit = audit;
    }

    /// Lets the node act once more on a record whose cause may have gone.
    ///
    /// @return whether there is such a record whose bytes are kept
    @Transactional
    public boolean tryAgain(UUID id, Officer officer) {
        boolean begun = quarantine.tryAgain(id);
        write("QUARANTINE_AGAIN", id.toString(), begun, officer);
        return begun;
    }

    /// Ends an alarm that a person has dealt with.
    ///
    /// @return whether there was one of a kind that a person may end
    @Transactional
    public boolean dealtWith(long id, Officer officer) {
        var alarm = alarms.dealtWith(id);
        write(
                "ALARM_DEALT_WITH",
                alarm.map(it -> it.kind() + " " + id).orElse("alarm " + id),
                alarm.isPresent(),
                officer);
        return alarm.isPresent();
    }

    private void write(String action, String object, boolean done, Officer officer) {
        audit.write(new AuditEntry(
                officer.pseudonym(), action, object, Purpose.OPERATION.name(), done ? AuditEntry.DONE : "REFUSED"));
    }
}
