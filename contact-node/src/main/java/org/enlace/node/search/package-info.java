/// Finding what an officer may see: the list of cases with its filters, and a search by codes and numbers of cases.
/// Names, documents, telephones and words rest sealed, and nothing here looks into them.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "casefile", "directory", "keys", "paper", "web"})
package org.enlace.node.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
