/// Both databases that a node runs on, for tests of what is stored.
@NullMarked
package org.enlace.database;

import org.jspecify.annotations.NullMarked;
