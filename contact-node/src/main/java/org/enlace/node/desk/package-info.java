/// What waits at this contact point: one list in the order of need, with its clocks, and the acts of the
/// officers on it. The case keeps what happened; the desk keeps what has to happen next.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "audit", "casefile", "directory", "duty", "exchange", "notice", "web"})
package org.enlace.node.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
