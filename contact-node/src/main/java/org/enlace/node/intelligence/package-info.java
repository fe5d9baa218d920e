/// Intelligence without persons: routes, and how traffickers work.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "casefile", "drafts", "web"})
package org.enlace.node.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
