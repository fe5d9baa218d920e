package org.enlace.architecture.brokenfixture.strict;

import org.enlace.architecture.brokenfixture.undeclared.Thing;

/// Uses what its module does not declare.
record User(Thing thing) {}
