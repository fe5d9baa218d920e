/// A typed client of the API of one node, for tests of whole systems: every call of its description and no
/// other, with problems as exceptions, keys that make repeating safe, and pages as streams. It knows the shared
/// model and nothing of the node's code.
@NullMarked
package org.enlace.client;

import org.jspecify.annotations.NullMarked;
