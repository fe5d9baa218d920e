/// Writing a message: forms that families describe, drafts that rest encrypted until they are sent, and the one way in
/// which a message leaves, from a page or from the API.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "audit",
            "casefile",
            "contacts",
            "directory",
            "exchange",
            "groups",
            "inspection",
            "keys",
            "web"
        })
package org.enlace.node.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
