package org.enlace.trial;

import java.security.cert.X509Certificate;
import org.enlace.directory.KeyRing;
import org.enlace.message.NodeId;

/// One member with all its private keys.
public final class TrialMember {
    private final NodeId code;
    private final Authority issuer;
    private final KeyRing keys;
    private final Certified transport;
    private final Certified console;

    TrialMember(NodeId code, Authority issuer, KeyRing keys, Certified transport, Certified console) {
        this.code = code;
        this.issuer = issuer;
        this.keys = keys;
        this.transport = transport;
        this.console = console;
    }

    TrialMember with(KeyRing otherKeys) {
        return new TrialMember(code, issuer, otherKeys, transport, console);
    }

    public NodeId code() {
        return code;
    }

    public KeyRing keys() {
        return keys;
    }

    /// Certificate of the member's own authority; nobody needs it at run time.
    public X509Certificate authority() {
        return issuer.certificate();
    }

    Authority issuer() {
        return issuer;
    }

    /// What the node connects to the broker with.
    Certified transport() {
        return transport;
    }

    /// What the node serves its console with.
    Certified console() {
        return console;
    }
}
