/// Knows Kafka, private keys and requests without being the module for it, and has its parts injected into fields.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.enlace.architecture.brokenfixture.careless;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
