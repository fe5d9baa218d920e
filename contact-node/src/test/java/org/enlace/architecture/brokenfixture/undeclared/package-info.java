/// Declares nothing, so it could use everything.
@NullMarked
package org.enlace.architecture.brokenfixture.undeclared;

import org.jspecify.annotations.NullMarked;
