/// Protected statistics: what was published about a period that is over, the same for everybody who may read
/// it. Nothing here tells of one person, and nothing is counted anew when somebody asks. A year goes to the
/// Secretariat as it was published; there, those of all contact points stand together.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "casefile", "directory", "exchange", "paper", "web"})
package org.enlace.node.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
