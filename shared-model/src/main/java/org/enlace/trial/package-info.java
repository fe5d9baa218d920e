/// Whole networks for demonstrations, exercises and tests: members, officers, keys, certificates and a signed
/// directory, all real and all worthless, because their private keys lie in one folder. Never for production.
@NullMarked
package org.enlace.trial;

import org.jspecify.annotations.NullMarked;
