package org.enlace.node.keys;

import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;

/// Encrypts what rests in the database under a key of its case or message, so that destroying the key erases it.
public class CaseKeys {
    private final ContentKeys keys;

    CaseKeys(ContentKeys keys) {
        this.keys = keys;
    }

    /// @param aad where the cell lies: `table|column|row`; it must be given again to open it
    public byte[] seal(CaseReference caseRef, String aad, byte[] plain) {
        return keys.seal(caseRef.value(), aad, plain);
    }

    /// @throws KeyDestroyed if the case has been erased
    /// @throws IllegalStateException if the cell was changed or lies in another place
    public byte[] open(CaseReference caseRef, String aad, byte[] cell) {
        return keys.open(caseRef.value(), aad, cell);
    }

    /// Encrypts a part of one message under a key of that message, which ends with the case at the latest.
    ///
    /// @param aad as above
    public byte[] seal(CaseReference caseRef, MessageId message, String aad, byte[] plain) {
        return keys.seal(message.toString(), caseRef.value(), aad, plain);
    }

    /// @throws KeyDestroyed if the message or its case has been erased
    /// @throws IllegalStateException if the cell was changed or lies in another place
    public byte[] open(MessageId message, String aad, byte[] cell) {
        return keys.open(message.toString(), aad, cell);
    }

    /// Erases one message. There is no way back.
    ///
    /// @return whether there was a key
    public boolean destroy(MessageId message) {
        return keys.destroy(message.toString());
    }

    /// Erases everything that rests under the keys of this case and of its messages. There is no way back.
    ///
    /// @return whether there was a key
    public boolean destroy(CaseReference caseRef) {
        return keys.destroy(caseRef.value());
    }
}
