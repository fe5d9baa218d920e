/// Who did what to which object, when, why and with what outcome: appended in the transaction of the act, chained
/// by hash, never changed. Objects are named by id, never by content.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.enlace.node.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
