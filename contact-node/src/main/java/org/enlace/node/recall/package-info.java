/// What can still be done after sending: the owner of a message takes it back, the node of each recipient seals
/// it before anybody acts, an officer there destroys it and says so, and the owner sees what became of it at
/// each.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "casefile", "directory", "exchange", "web"})
package org.enlace.node.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
