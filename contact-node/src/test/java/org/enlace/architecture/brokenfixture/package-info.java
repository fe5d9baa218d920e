/// Modules that break every rule, so that each rule is seen to fail. Nothing here ever runs.
@NullMarked
package org.enlace.architecture.brokenfixture;

import org.jspecify.annotations.NullMarked;
