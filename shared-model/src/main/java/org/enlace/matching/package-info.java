/// Asking whether somebody else knows an identifier, without telling which: VOPRF of RFC 9497 (P256-SHA256), how
/// identifiers are written before they are hashed, and what may be matched at all. Pure; randomness is given.
@NullMarked
package org.enlace.matching;

import org.jspecify.annotations.NullMarked;
