@NullMarked
package org.enlace.broker;

import org.jspecify.annotations.NullMarked;
