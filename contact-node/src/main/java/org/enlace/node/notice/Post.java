package org.enlace.node.notice;

import java.util.Optional;

/// One way in which notices go. It never throws for what a server or a network can do wrong.
interface Post {
    Way way();

    /// @return why it did not go; empty if it was taken
    Optional<Failure> send(Notice notice);
}
