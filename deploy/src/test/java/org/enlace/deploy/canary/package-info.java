/// Marked names that are sent through everything and must be found nowhere.
@NullMarked
package org.enlace.deploy.canary;

import org.jspecify.annotations.NullMarked;
