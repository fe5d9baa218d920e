/// The envelope: what one contact node seals, another can open, and nobody between can read or change. Without
/// I/O; the wire is specified in `docs/protocol.md`.
@NullMarked
package org.enlace.envelope;

import org.jspecify.annotations.NullMarked;
