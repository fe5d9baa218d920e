/// The console without a broker: pages, access and a database, with a browser of our own in front.
@NullMarked
package org.enlace.console;

import org.jspecify.annotations.NullMarked;
