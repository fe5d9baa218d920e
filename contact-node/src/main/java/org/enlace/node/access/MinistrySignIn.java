package org.enlace.node.access;

import java.time.Duration;
import org.springframework.stereotype.Service;

/// Coming in on the word of the ministry's identity provider. What it says about who somebody is counts only
/// for an officer who has linked that account; what it says about roles counts for nothing. Each try counts
/// from its beginning, which is when somebody is sent to the provider.
@Service
public class MinistrySignIn {
    /// Whom the provider says it has met.
    ///
    /// @param issuer the provider, as it names itself
    /// @param subject what it calls the account
    /// @param secondFactor whether it says, in the words that the settings ask for, that there was a second factor
    public record Met(String issuer, String subject, boolean secondFactor) {
        private String account() {
            return MinistryLinks.account(issuer, subject);
        }

        /// Prints nobody.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    public sealed interface Entered {
        record In(SignIn.Outcome.Done done) implements Entered {}

        /// The code of the officer's second factor is asked for as well.
        record CodeAsked(OfficerId officer) implements Entered {}

        /// Unknown, locked, or not the one it should be: nobody learns which.
        record Failed() implements Entered {}
    }

    private final MinistryLinks links;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Tries tries;

    MinistrySignIn(MinistryLinks links, Accounts accounts, Sessions sessions, SignIn signIn, Tries tries) {
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.tries = tries;
    }

    /// Counts a try.
    ///
    /// @return how long to wait before it, zero if it may be made now
    public Duration begin(String source) {
        return tries.begin(source);
    }

    /// Writes down that somebody came back in vain.
    public void failed() {
        tries.failed(Door.MINISTRY);
    }

    public Entered enter(Met met, String source) {
        var found = links.owner(met.account()).filter(Account::in);
        if (found.isEmpty()) {
            failed();
            return new Entered.Failed();
        }
        var account = found.get();
        tries.succeeded(source);
        return account.secondFactor() && !met.secondFactor()
                ? new Entered.CodeAsked(account.officer().id())
                : new Entered.In(begin(account.officer(), met.secondFactor()));
    }

    /// The second half of [Entered.CodeAsked], under the limits of the door.
    public SignIn.Outcome code(OfficerId officer, String code, String source) {
        var account = accounts.with(officer).orElseThrow();
        return switch (signIn.checkCode(Door.MINISTRY, officer.value(), source, code, account)) {
            case SignIn.Checked.Right(var known) -> begin(known.officer(), false);
            case SignIn.Checked.Wrong() -> new SignIn.Outcome.Failed();
            case SignIn.Checked.Wait(var left) -> new SignIn.Outcome.Wait(left);
        };
    }

    private SignIn.Outcome.Done begin(Officer officer, boolean secondFactor) {
        return new SignIn.Outcome.Done(officer, sessions.begin(officer, "SIGN_IN_MINISTRY", secondFactor));
    }

    /// Whether the provider's word is proof enough for this officer where proof is asked for anew.
    ///
    /// @param secondFactor whether the provider is one that says so of a second factor
    public boolean proves(Officer officer, boolean secondFactor) {
        return links.since(officer.id()).isPresent()
                && (secondFactor
                        || accounts.with(officer.id())
                                .filter(account -> !account.secondFactor())
                                .isPresent());
    }

    /// Proves anew who somebody is who is signed in.
    ///
    /// @param session that asked, which goes on under another cookie
    public Entered prove(OfficerId officer, SessionKey session, Met met, String source) {
        var owner = links.owner(met.account())
                .filter(account -> account.officer().id().equals(officer))
                .filter(account -> met.secondFactor() || !account.secondFactor());
        var there = sessions.signedIn(session)
                .filter(signedIn -> signedIn.getPrincipal().id().equals(officer))
                .filter(signedIn -> met.secondFactor() || !signedIn.presence().elsewhere());
        if (owner.isEmpty() || there.isEmpty()) {
            failed();
            return new Entered.Failed();
        }
        tries.succeeded(source);
        var proven = there.get().getPrincipal();
        return new Entered.In(new SignIn.Outcome.Done(proven, sessions.renew(session, proven)));
    }

    /// @param session that asked
    /// @return false if the account is somebody else's, or the officer has another, or the session has ended
    public boolean link(OfficerId officer, SessionKey session, Met met, String source) {
        var linked = sessions.officer(session)
                .filter(there -> there.id().equals(officer))
                .filter(there -> links.link(there, met.account()))
                .isPresent();
        if (linked) {
            tries.succeeded(source);
        } else {
            failed();
        }
        return linked;
    }
}
