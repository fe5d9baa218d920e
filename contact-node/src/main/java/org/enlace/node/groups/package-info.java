/// Sharing groups: this contact point's own lists of partners for one common piece of work, from when until
/// when, and who was on them at any time. Nothing of a group leaves the node but the recipients of a message.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "directory", "keys", "web"})
package org.enlace.node.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
