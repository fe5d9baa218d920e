/// A real browser for tests of what scripts do.
@NullMarked
package org.enlace.browser;

import org.jspecify.annotations.NullMarked;
