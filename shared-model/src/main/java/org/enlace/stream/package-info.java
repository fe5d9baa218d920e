/// The order of messages from one member to another: what is missing, what came twice, what contradicts
/// itself. Pure decisions, without I/O, time or randomness.
@NullMarked
package org.enlace.stream;

import org.jspecify.annotations.NullMarked;
