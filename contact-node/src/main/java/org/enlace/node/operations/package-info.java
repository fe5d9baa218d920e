/// What the person who runs the node needs to see: streams, outbox, quarantine, alarms.
@NullMarked
@ApplicationModule(allowedDependencies = {"exchange", "directory", "access", "web"})
package org.enlace.node.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
