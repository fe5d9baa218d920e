/// The exchange of nodes on real parts: a broker with access rules, databases, processes.
@NullMarked
package org.enlace.exchange;

import org.jspecify.annotations.NullMarked;
