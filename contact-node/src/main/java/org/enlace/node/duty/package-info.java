/// Who is on duty at this contact point, from when to when, and who stands in. Gaps are named; nothing of a case is
/// here.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "directory", "web"})
package org.enlace.node.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
