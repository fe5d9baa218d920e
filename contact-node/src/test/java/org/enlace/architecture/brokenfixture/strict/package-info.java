/// Declares that it uses nothing, and uses something.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.enlace.architecture.brokenfixture.strict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
