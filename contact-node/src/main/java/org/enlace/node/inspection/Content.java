package org.enlace.node.inspection;

import java.io.IOException;

/// A file of which any part can be read, wherever and however it rests.
public interface Content {

    long length();

    /// @param position from 0
    /// @return so many bytes, fewer only where the file ends
    byte[] read(long position, int count) throws IOException;
}
