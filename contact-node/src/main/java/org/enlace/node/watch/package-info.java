/// Watching over those who read: how many cases each opens in an hour, cases opened by breaking the glass, and what
/// somebody else thinks of it afterwards.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "keys", "web"})
package org.enlace.node.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
