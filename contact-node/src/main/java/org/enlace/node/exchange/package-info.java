/// The way of a message between this node and its partners: outbox, dispatcher, receiver, intake, receipts, quarantine.
/// The only package that knows Kafka.
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "directory", "audit"})
package org.enlace.node.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
