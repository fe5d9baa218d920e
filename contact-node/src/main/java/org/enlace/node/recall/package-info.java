/// What can still be done after sending: the owner of a message takes it back, or a person what they agreed to; the
/// node of each recipient seals or closes it before anybody acts, an officer there says what was done, and the owner
/// sees what became of it at each.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "casefile", "directory", "exchange", "web"})
package org.enlace.node.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
