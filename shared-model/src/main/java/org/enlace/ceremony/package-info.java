/// What officers of the directory do at their own machines: make the next version, read what it changes, sign it.
@NullMarked
package org.enlace.ceremony;

import org.jspecify.annotations.NullMarked;
