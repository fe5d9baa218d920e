/// Where tests leave what they write.
@NullMarked
package org.enlace.scratch;

import org.jspecify.annotations.NullMarked;
