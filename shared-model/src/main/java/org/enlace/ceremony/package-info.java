/// The tool of the officers who sign the directory. It runs on their own machine: their keys are on no node.
@NullMarked
package org.enlace.ceremony;

import org.jspecify.annotations.NullMarked;
