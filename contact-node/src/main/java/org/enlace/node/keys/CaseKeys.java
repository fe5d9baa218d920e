package org.enlace.node.keys;

import org.enlace.message.CaseReference;

/// Encrypts what rests in the database under a key of its case, so that destroying the key erases the case.
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

    /// Erases everything that rests under the key of this case. There is no way back.
    ///
    /// @return whether there was a key
    public boolean destroy(CaseReference caseRef) {
        return keys.destroy(caseRef.value());
    }
}
