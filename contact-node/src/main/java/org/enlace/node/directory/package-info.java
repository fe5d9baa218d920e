/// The signed directory as this node trusts it now, and every version it trusted before.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.enlace.node.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
