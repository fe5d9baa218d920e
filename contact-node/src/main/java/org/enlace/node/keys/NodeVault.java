package org.enlace.node.keys;

import java.util.List;
import java.util.Map;

/// Encrypts what rests in the database and belongs to no case: drafts without one, records in quarantine.
public class NodeVault {
    private static final String NAME = "node";
    /// Keys of these names encrypt nothing.
    private static final String MARKS = "marks:";

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

    /// Several at once.
    ///
    /// @param cells by where each lies
    /// @throws IllegalStateException if one of them was changed or lies in another place
    public Map<String, byte[]> open(Map<String, byte[]> cells) {
        return keys.open(NAME, cells);
    }

    /// Marks by which this node alone tells that two things are the same, without keeping them: HMAC-SHA-256.
    ///
    /// @param use marks of one use say nothing about those of another
    public List<byte[]> marks(String use, List<byte[]> things) {
        return keys.marks(MARKS + use, things);
    }
}
