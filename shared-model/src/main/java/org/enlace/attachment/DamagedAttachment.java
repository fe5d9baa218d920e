package org.enlace.attachment;

import java.io.IOException;

/// What is there is not what was sealed.
public final class DamagedAttachment extends IOException {
    private static final long serialVersionUID = 1L;

    private final int chunk;

    DamagedAttachment(int chunk) {
        super("Chunk " + chunk + " is not what was sealed");
        this.chunk = chunk;
    }

    /// The first wrong one, from 0; the number of chunks if each is right and the whole is not.
    public int chunk() {
        return chunk;
    }
}
