package org.enlace.node.oversight;

import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.audit.AuditCheck;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Component;

/// Recomputes the whole log for an auditor, and writes down that it was done and what came out.
@Component
class Verification {
    private final AuditLog log;

    Verification(AuditLog log) {
        this.log = log;
    }

    AuditCheck by(Officer officer) {
        var check = log.verify();
        var outcome = switch (check) {
            case AuditCheck.Intact _ -> AuditEntry.DONE;
            case AuditCheck.Broken(long seq, var _) -> "BROKEN_AT_" + seq;
        };
        log.write(new AuditEntry(officer.pseudonym(), "AUDIT_VERIFY", "audit", Purpose.OVERSIGHT.name(), outcome));
        return check;
    }
}
