/// The person's own copy: what was shared about them, with whom, when and why, on paper, in a language they know.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "attachment", "audit", "casefile", "directory", "exchange", "paper", "web"})
package org.enlace.node.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
