/// What the person who runs the node needs to see: network, partners, alarms, quarantine. Nothing here says anything
/// about a case.
@NullMarked
@ApplicationModule(allowedDependencies = {"contacts", "exchange", "directory", "access", "audit", "web"})
package org.enlace.node.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
