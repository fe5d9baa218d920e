package org.enlace.node.access;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings the officers of this node to what the list of officers says: who works here, as what, and who no longer does.
/// A password that an officer has changed stays until the list gives another hash than before. Whom the console keeps,
/// the list no longer touches.
@Component
class Roster {
    private static final Logger log = LoggerFactory.getLogger(Roster.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Secrets secrets = new Secrets();

    Roster(Accounts accounts, Sessions sessions, AuditLog audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// All of it or nothing.
    ///
    /// @throws IllegalStateException if anything in the list is wrong
    @Transactional
    void apply(List<ListedOfficer> list) {
        check(list);
        var changed = 0;
        var listed = new HashSet<OfficerId>();
        for (var entry : list) {
            var known = accounts.named(entry.username());
            changed += known.isEmpty() ? add(entry, listed) : adjust(known.get(), entry, listed);
        }
        for (var account : accounts.all()) {
            if (account.listed()
                    && !account.disabled()
                    && !listed.contains(account.officer().id())) {
                changed += disable(account.officer());
            }
        }
        log.atInfo()
                .addKeyValue("officers", list.size())
                .addKeyValue("changed", changed)
                .log("Officers read from the list");
    }

    private static void check(List<ListedOfficer> list) {
        if (list.isEmpty()) {
            throw new IllegalStateException("enlace.users-file names no officer; nobody could work here");
        }
        var names = new HashSet<String>();
        for (var i = 0; i < list.size(); i++) {
            var place = "enlace.users-file, entry " + (i + 1) + ": ";
            list.get(i).flaw().ifPresent(flaw -> {
                throw new IllegalStateException(place + flaw);
            });
            if (!names.add(Accounts.normal(list.get(i).username()))) {
                throw new IllegalStateException(place + "username stands in the list twice");
            }
        }
    }

    private int add(ListedOfficer entry, Set<OfficerId> listed) {
        var officer = new Officer(
                secrets.officerId(),
                secrets.pseudonym(),
                entry.displayName(),
                entry.roles(),
                Optional.ofNullable(entry.language())
                        .map(Locale::forLanguageTag)
                        .orElse(null));
        accounts.add(entry.username(), officer, entry.passwordHash());
        accounts.email(officer.id(), entry.email());
        listed.add(officer.id());
        note(officer, "ADD_OFFICER");
        if (entry.out()) {
            accounts.disabled(officer.id(), true);
        }
        return 1;
    }

    private int adjust(Account account, ListedOfficer entry, Set<OfficerId> listed) {
        if (!account.listed()) {
            return 0;
        }
        var officer = account.officer();
        listed.add(officer.id());
        var changed = 0;
        if (!officer.roles().equals(entry.roles()) || !officer.displayName().equals(entry.displayName())) {
            accounts.describe(officer.id(), entry.displayName(), entry.roles());
            note(officer, "CHANGE_OFFICER");
            changed = 1;
        }
        if (!Objects.equals(entry.email(), accounts.email(officer.id()).orElse(null))) {
            accounts.email(officer.id(), entry.email());
            note(officer, "CHANGE_ADDRESS");
            changed = 1;
        }
        var before = accounts.listedHash(officer.id());
        if (before.isPresent() && !before.get().equals(entry.passwordHash())) {
            accounts.password(officer.id(), entry.passwordHash());
            sessions.endAll(officer.id());
            note(officer, "RESET_PASSWORD");
            changed = 1;
        }
        accounts.listed(officer.id(), entry.passwordHash());
        if (entry.out() && !account.disabled()) {
            return disable(officer);
        }
        if (!entry.out() && account.disabled()) {
            accounts.disabled(officer.id(), false);
            note(officer, "ENABLE_OFFICER");
            return 1;
        }
        return changed;
    }

    private int disable(Officer officer) {
        accounts.disabled(officer.id(), true);
        sessions.endAll(officer.id());
        note(officer, "DISABLE_OFFICER");
        return 1;
    }

    private void note(Officer officer, String action) {
        audit.write(AuditEntry.byNode(action, officer.pseudonym()));
    }
}
