package org.enlace.node.keys;

/// Encrypts what rests in the database and belongs to no case: drafts without one, records in quarantine.
public class NodeVault {
    private static final String NAME = "node";

    private final ContentKeys keys;

    NodeVault(ContentKeys keys) {
        this.keys = keys;
    }

    /// @param aad where the cell lies: `table|column|row`
    public byte[] seal(String aad, byte[] plain) {
        return keys.seal(NAME, aad, plain);
    }

    /// @throws IllegalStateException if the cell was changed or lies in another place
    public byte[] open(String aad, byte[] cell) {
        return keys.open(NAME, aad, cell);
    }
}
