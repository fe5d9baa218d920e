package org.enlace.node.access;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The officers of this contact point, by their id.
@Service
public class Officers {
    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;

    Officers(Accounts accounts, Sessions sessions, AuditLog audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Also those who no longer work here: what they did still carries their name.
    @Transactional(readOnly = true)
    public Optional<Officer> find(OfficerId id) {
        return accounts.with(id).map(Account::officer);
    }

    /// The same, by the name under which partners know the officer.
    @Transactional(readOnly = true)
    public Optional<Officer> known(String pseudonym) {
        return accounts.known(pseudonym).map(Account::officer);
    }

    /// The same, by the user name.
    @Transactional(readOnly = true)
    public Optional<Officer> named(String username) {
        return accounts.named(username).map(Account::officer);
    }

    /// Whether this officer has access now.
    @Transactional(readOnly = true)
    public boolean works(OfficerId id) {
        return accounts.with(id).filter(Account::in).isPresent();
    }

    /// All there ever were, also those who no longer work here.
    @Transactional(readOnly = true)
    public List<Officer> everyone() {
        return accounts.all().stream().map(Account::officer).toList();
    }

    /// The persons who work here now.
    @Transactional(readOnly = true)
    public List<Officer> working() {
        return accounts.all().stream()
                .filter(Account::in)
                .map(Account::officer)
                .filter(officer -> !officer.system())
                .sorted(Comparator.comparing(Officer::displayName))
                .toList();
    }

    /// Keeps the language that the officer chose.
    @Transactional
    public void choose(OfficerId id, Locale language) {
        accounts.language(id, language);
    }

    /// Sets another password, ends all sessions of the officer and begins a new one: all of it or nothing.
    ///
    /// @return what goes into the cookie
    @Transactional
    String password(Officer officer, String hash) {
        accounts.password(officer.id(), hash);
        sessions.endAll(officer.id());
        audit.write(new AuditEntry(officer.pseudonym(), "CHANGE_PASSWORD", officer.pseudonym(), null, AuditEntry.DONE));
        return sessions.begin(officer);
    }

    /// Ends all sessions and lets nobody in under this name any more.
    @Transactional
    public void disable(OfficerId id) {
        accounts.disabled(id, true);
        sessions.endAll(id);
    }
}
