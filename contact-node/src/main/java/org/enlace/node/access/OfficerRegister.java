package org.enlace.node.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who works here, for those who administer the node. Nobody changes their own rights; what opens a way in for somebody
/// waits for a second person, see [OfficerRequests]. What shuts one is done at once.
@Service
public class OfficerRegister {
    private final Accounts accounts;
    private final OfficerChanges changes;
    private final Sessions sessions;
    private final MinistryLinks links;
    private final AuditLog audit;

    OfficerRegister(Accounts accounts, OfficerChanges changes, Sessions sessions, MinistryLinks links, AuditLog audit) {
        this.links = links;
        this.accounts = accounts;
        this.changes = changes;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// By name.
    ///
    /// @param after pseudonym of the last officer of the page before, empty for the first
    @Transactional(readOnly = true)
    public List<KeptOfficer> page(String after, int limit) {
        var last = after.isEmpty() ? null : accounts.person(after).orElse(null);
        return accounts.page(last, limit).stream().map(this::kept).toList();
    }

    @Transactional(readOnly = true)
    public Optional<KeptOfficer> find(String pseudonym) {
        return accounts.person(pseudonym).map(this::kept);
    }

    private KeptOfficer kept(Account account) {
        var id = account.officer().id();
        return new KeptOfficer(
                account.officer(),
                account.username(),
                accounts.email(id).orElse(""),
                account.standing(),
                account.disabled(),
                account.listed(),
                account.secondFactor(),
                changes.waits(id),
                !account.passwordHash().isEmpty(),
                links.since(id).isPresent());
    }

    /// Changes what opens nothing: the name on this node's pages, and where notices go.
    @Transactional
    public OfficerOutcome describe(String pseudonym, String displayName, String email, Officer by) {
        var found = accounts.person(pseudonym);
        if (found.isEmpty()) {
            return new OfficerOutcome.Unseen();
        }
        var account = found.get();
        var asked = new OfficerAsked(
                account.username(), displayName, account.officer().roles(), "", email);
        var against = Stream.concat(asked.flaws().stream(), against(account, by, true).stream())
                .toList();
        if (!against.isEmpty()) {
            return new OfficerOutcome.Refused(against);
        }
        var id = account.officer().id();
        accounts.describe(id, asked.displayName(), account.officer().roles());
        if (!asked.email().equals(accounts.email(id).orElse(""))) {
            accounts.email(id, asked.email().isEmpty() ? null : asked.email());
            note(by, "CHANGE_ADDRESS", account);
        }
        note(by, "CHANGE_OFFICER", account);
        return new OfficerOutcome.Kept(pseudonym);
    }

    /// Nobody comes in under this name any more, and whoever is in is out at once.
    @Transactional
    public OfficerOutcome lock(String pseudonym, Officer by) {
        return turn(pseudonym, Standing.ACTIVE, Standing.LOCKED, "LOCK_OFFICER", by);
    }

    @Transactional
    public OfficerOutcome unlock(String pseudonym, Officer by) {
        return turn(pseudonym, Standing.LOCKED, Standing.ACTIVE, "UNLOCK_OFFICER", by);
    }

    private OfficerOutcome turn(String pseudonym, Standing from, Standing to, String action, Officer by) {
        var found = accounts.person(pseudonym);
        if (found.isEmpty()) {
            return new OfficerOutcome.Unseen();
        }
        var account = found.get();
        var against = against(account, by, false);
        if (!against.isEmpty()) {
            return new OfficerOutcome.Refused(against);
        }
        if (account.standing() != from) {
            return OfficerOutcome.Refused.of(OfficerPoint.NOT_NOW);
        }
        accounts.standing(account.officer().id(), to);
        sessions.endAll(account.officer().id());
        note(by, action, account);
        return new OfficerOutcome.Kept(pseudonym);
    }

    /// From now on the console says who this is, and no list touches this officer any more.
    @Transactional
    public OfficerOutcome keepHere(String pseudonym, Officer by) {
        var found = accounts.person(pseudonym);
        if (found.isEmpty()) {
            return new OfficerOutcome.Unseen();
        }
        var account = found.get();
        if (!account.listed() || account.disabled()) {
            return OfficerOutcome.Refused.of(OfficerPoint.NOT_NOW);
        }
        accounts.keepHere(account.officer().id());
        note(by, "KEEP_OFFICER", account);
        return new OfficerOutcome.Kept(pseudonym);
    }

    /// An account of the ministry opens nothing here any more, and whoever came in by it is out at once.
    @Transactional
    public OfficerOutcome ministryOff(String pseudonym, Officer by) {
        var found = accounts.person(pseudonym);
        if (found.isEmpty()) {
            return new OfficerOutcome.Unseen();
        }
        var account = found.get();
        var against = against(account, by, false);
        if (!against.isEmpty()) {
            return new OfficerOutcome.Refused(against);
        }
        if (links.since(account.officer().id()).isEmpty()) {
            return OfficerOutcome.Refused.of(OfficerPoint.NOT_NOW);
        }
        links.takeOff(account.officer(), by);
        sessions.endAll(account.officer().id());
        return new OfficerOutcome.Kept(pseudonym);
    }

    /// What stands against any act of this officer on that account.
    ///
    /// @param ofList whether the list of officers would take it back at the next start
    static List<OfficerPoint> against(Account account, Officer by, boolean ofList) {
        return Stream.of(
                        account.officer().id().equals(by.id()) ? OfficerPoint.YOURSELF : null,
                        ofList && account.listed() ? OfficerPoint.LISTED : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private void note(Officer by, String action, Account account) {
        audit.write(new AuditEntry(by.pseudonym(), action, account.officer().pseudonym(), null, AuditEntry.DONE));
    }
}
