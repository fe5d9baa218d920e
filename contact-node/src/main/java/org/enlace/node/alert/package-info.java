/// Case alerts: something is happening across a border now.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "casefile", "drafts", "web"})
package org.enlace.node.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
