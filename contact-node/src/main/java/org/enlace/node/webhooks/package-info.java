/// Tells systems that use the API that something has changed, so that they ask for it. What is told holds a kind, a
/// number, a case reference and the id of a message, and nothing else; and only what the officer in whose name a system
/// asks may see.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "casefile", "exchange", "outside", "web"})
package org.enlace.node.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
