/// One case across its messages: what was sent and received, what each side did, who may read which part.
/// Everything that concerns a person rests sealed under the key of its case; each display of it is written to the
/// audit log first.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "directory", "exchange", "groups", "keys", "watch", "web"})
package org.enlace.node.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
