package org.enlace.node.exchange;

/// Nothing may be sent now, or not to this recipient, for a reason that the operator must remove.
public final class SendingStopped extends RuntimeException {
    SendingStopped(String sentence) {
        super(sentence);
    }

    SendingStopped(Why why) {
        this(why.sentence);
    }

    /// Why nothing may leave this node. Names are stable: they appear in alarms.
    enum Why {
        NOT_ACTIVE("The directory suspends this member; nothing can be sent"),
        DIRECTORY_EXPIRED("The directory has expired; nothing can be sent before the next version is here"),
        SIGNING_KEYS("The directory does not list the signing keys of this node as valid now; nothing can be sent");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }
}
