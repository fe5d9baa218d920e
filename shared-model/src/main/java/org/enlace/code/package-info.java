/// The lists of codes that all partners share, with labels in the four languages of the network.
@NullMarked
package org.enlace.code;

import org.jspecify.annotations.NullMarked;
