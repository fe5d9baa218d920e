/// Breaks every rule on purpose, so that a rule that can no longer fail is noticed.
@NullMarked
package org.enlace.arch.broken.lifecycle;

import org.jspecify.annotations.NullMarked;
