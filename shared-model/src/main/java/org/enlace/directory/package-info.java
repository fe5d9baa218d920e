/// The signed directory: who is a member, which keys and topics it has, who may change that. Read and verified here,
/// without I/O.
@NullMarked
package org.enlace.directory;

import org.jspecify.annotations.NullMarked;
