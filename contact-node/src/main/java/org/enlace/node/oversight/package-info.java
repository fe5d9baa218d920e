/// What the auditor sees: who did what to which object and when, without any content, and whether the record of it is
/// whole.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "web"})
package org.enlace.node.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
