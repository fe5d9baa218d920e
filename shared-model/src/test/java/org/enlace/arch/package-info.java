/// Rules about the shape of this library, each with a fixture that breaks it.
@NullMarked
package org.enlace.arch;

import org.jspecify.annotations.NullMarked;
