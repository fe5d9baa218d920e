package org.enlace.node.exchange;

/// Nothing may be sent now, for a reason that the operator must remove.
public final class SendingStopped extends RuntimeException {
    SendingStopped(String sentence) {
        super(sentence);
    }
}
