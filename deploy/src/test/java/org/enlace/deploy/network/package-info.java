/// A whole network as the demo starts it: a real broker, real nodes, each a process of its own.
@NullMarked
package org.enlace.deploy.network;

import org.jspecify.annotations.NullMarked;
