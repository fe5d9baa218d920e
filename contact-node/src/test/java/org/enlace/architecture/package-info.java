/// What the packages of the node may know of each other, as tests, and proof that these tests can fail.
@NullMarked
package org.enlace.architecture;

import org.jspecify.annotations.NullMarked;
