/// The way to servers outside that the settings name: over TLS, to public addresses unless a setting says otherwise,
/// without redirections, within limits of time and size.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.enlace.node.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
