/// The node's own keys and the keys under which content rests. Only this module touches private keys.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.enlace.node.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
