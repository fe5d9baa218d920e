/// The files of messages for the people who read and sent them: what there is, how far it has come, and each of them
/// for whoever may open it.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "attachment", "audit", "casefile", "directory", "drafts", "web"})
package org.enlace.node.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
