/// The contact points of the network as officers need them: whom to write to, in which language, at what hour
/// there, and whether they can be reached now.
@NullMarked
@ApplicationModule(
        displayName = "Contacts",
        allowedDependencies = {"access", "audit", "directory", "exchange", "web"})
package org.enlace.node.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
