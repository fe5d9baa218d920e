/// May what another contact point provided be used in court, or by another holder; and what its provider says.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "casefile", "drafts"})
package org.enlace.node.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
