/// Assistance for victims: what one state asks another to do for a person.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "casefile", "drafts", "web"})
package org.enlace.node.victim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
