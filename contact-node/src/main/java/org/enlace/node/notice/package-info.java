/// Tells officers away from the console that something waits: by e-mail, and by webhook to the gateway of the
/// duty phone. A notice holds a number, an urgency, a time and where to sign in; nothing of a case ever gets
/// here.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "exchange", "outside", "web"})
package org.enlace.node.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
