/// Who works at this contact point and what each of them may do: officers, sign-in, sessions, and one function that
/// decides. Nothing is allowed that no rule here allows.
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"audit", "keys"})
package org.enlace.node.access;

import org.jspecify.annotations.NullMarked;
