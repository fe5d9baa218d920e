/// What officers of the directory do at their own machines: make the next version, read what it changes, sign it.
/// Their keys are on no node.
@NullMarked
package org.enlace.ceremony;

import org.jspecify.annotations.NullMarked;
