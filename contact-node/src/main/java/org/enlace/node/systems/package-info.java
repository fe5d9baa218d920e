/// Which systems call the API, for those who administer the node: pages and API. What it takes to come in is in
/// `access`.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "web"})
package org.enlace.node.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
