/// What holders of a message say about it: that they met with what it tells of, and what it should say instead;
/// and what its owner decides about that.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "casefile", "drafts"})
package org.enlace.node.remark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
