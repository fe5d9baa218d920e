/// Paper: a page of ours as a PDF that can be archived and read aloud.
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package org.enlace.node.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
