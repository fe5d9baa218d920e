/// Requests for information and their answers: a reasoned question to another contact point, and what it says to it.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "casefile", "drafts", "web"})
package org.enlace.node.information;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
