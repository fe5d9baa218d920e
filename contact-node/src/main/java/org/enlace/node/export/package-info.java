/// The case file on paper or as data: what one officer may take out of the node, for which purpose, with
/// everything that stays behind named with its reason. Each message that leaves is written down in its
/// case.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "attachment", "audit", "casefile", "paper", "web"})
package org.enlace.node.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
