/// What a message says about a person, by sensitivity: S1 operational, S2 personal, S3 identity or a place that
/// can kill. S2 and S3 are [Sensitive] and print nothing.
@NullMarked
package org.enlace.person;

import org.jspecify.annotations.NullMarked;
