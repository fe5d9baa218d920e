/// The desk and the cases of one node, with partners played beside it and no broker.
@NullMarked
package org.enlace.desk;

import org.jspecify.annotations.NullMarked;
