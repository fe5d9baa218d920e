/// Routes as all reports together tell them: legs between the same two places are one, and what rests on a single case
/// is shown no finer than a division of its country. Exercises and tests are not among them.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "casefile", "directory", "exchange", "keys", "web"})
package org.enlace.node.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
