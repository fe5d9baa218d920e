/// The files that travel with messages: sealed in a folder of the node, published and taken in chunk by chunk, gone
/// with their message.
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "directory", "exchange", "inspection", "keys", "web"})
package org.enlace.node.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
