/// Private queries: officers ask other contact points whether they hold an identifier, without telling which; this node
/// answers what others ask so, within a quota, and says what was found of ours to those who work on it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "audit", "casefile", "directory", "drafts", "exchange", "keys", "watch", "web"
        })
package org.enlace.node.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
