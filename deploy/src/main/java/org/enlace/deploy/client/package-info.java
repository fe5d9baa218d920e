/// Talks to a node as an officer's program and browser do. Knows nothing of the node's code.
@NullMarked
package org.enlace.deploy.client;

import org.jspecify.annotations.NullMarked;
