/// The messages that contact points exchange, as immutable records. Families are sealed, so a new kind breaks the build
/// where it must be handled.
@NullMarked
package org.enlace.message;

import org.jspecify.annotations.NullMarked;
