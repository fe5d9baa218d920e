/// What a file is by its content, and what it tells about its maker: decides what may travel, takes out what need not.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.enlace.node.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
