/// A real browser that plays what officers do.
@NullMarked
package org.enlace.deploy.browser;

import org.jspecify.annotations.NullMarked;
