/// The signed directory: who is a member, which keys and topics it has, who may change that. Read and verified here,
/// without I/O; only `KeyFiles` touches the disk, for the private keys that belong to what is listed.
@NullMarked
package org.enlace.directory;

import org.jspecify.annotations.NullMarked;
