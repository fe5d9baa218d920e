/// The demo: a whole network on this machine, with real brokers, real nodes, real keys and invented people.
/// Started by the script `deploy/demo`.
@NullMarked
package org.enlace.deploy.demo;

import org.jspecify.annotations.NullMarked;
