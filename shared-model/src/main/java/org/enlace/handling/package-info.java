/// What a recipient may do with a message: handling code, Traffic Light Protocol, permissible actions, evaluation and
/// caveats, and how two of them combine.
@NullMarked
package org.enlace.handling;

import org.jspecify.annotations.NullMarked;
