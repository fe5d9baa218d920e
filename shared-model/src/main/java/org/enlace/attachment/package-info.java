/// Files that travel with a message: sealed once for all recipients, in chunks of one size. Without I/O of its own; the
/// wire is specified in `docs/protocol.md`, 14.
@NullMarked
package org.enlace.attachment;

import org.jspecify.annotations.NullMarked;
