package org.enlace.node.access;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The officers of this contact point, by their id.
@Service
public class Officers {
    private final Accounts accounts;
    private final Sessions sessions;

    Officers(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /// Also those who no longer work here: what they did still carries their name.
    @Transactional(readOnly = true)
    public Optional<Officer> find(OfficerId id) {
        return accounts.with(id).map(Account::officer);
    }

    /// Keeps the language that the officer chose.
    @Transactional
    public void choose(OfficerId id, Locale language) {
        accounts.language(id, language);
    }

    /// Ends all sessions and lets nobody in under this name any more.
    @Transactional
    public void disable(OfficerId id) {
        accounts.disable(id);
        sessions.endAll(id);
    }
}
