/// Writing and sending messages on a whole node. Its broker cannot be reached, so what was sent stays in the outbox for
/// a test to look at.
@NullMarked
package org.enlace.compose;

import org.jspecify.annotations.NullMarked;
