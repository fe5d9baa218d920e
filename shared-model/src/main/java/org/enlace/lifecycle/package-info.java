/// Urgency, deadlines and the two state machines of a message, as pure functions: no clock, no randomness, no I/O.
@NullMarked
package org.enlace.lifecycle;

import org.jspecify.annotations.NullMarked;
