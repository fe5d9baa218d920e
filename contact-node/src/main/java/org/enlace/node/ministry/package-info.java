/// Signing in with an account of the ministry, by OpenID Connect. The identity provider says who somebody is; which
/// officer that is, and what an officer may do, is said here alone.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "exchange", "keys", "outside", "web"})
package org.enlace.node.ministry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
