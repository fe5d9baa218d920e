/// Kafka as code: which topics, access rules, quotas and settings the signed directory asks for, what a broker has, and
/// the steps from one to the other. Also a real broker on this machine, for tests and the demo.
@NullMarked
package org.enlace.broker;

import org.jspecify.annotations.NullMarked;
