/// Measures what a whole network on this machine can do, beside the raw parts it is made of in the same run, and holds
/// it against the goals of the architecture. A command, not a test.
@NullMarked
package org.enlace.deploy.benchmark;

import org.jspecify.annotations.NullMarked;
